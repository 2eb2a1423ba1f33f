/**
 * `node examples/html-archive/annotate.js [page.html]`: annotates a saved page. Utterances and terms get spans; everything else, such as
 * head, scripts and classes, stays unchanged. Annotating the page again changes nothing.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {rehypeXenogloss} from 'xenogloss'

const file = process.argv[2] ?? fileURLToPath(new URL('saved.html', import.meta.url))
const page = await unified().use(rehypeParse).use(rehypeXenogloss, {lang: 'art-x-olvane'}).use(rehypeStringify).process(readFileSync(file, 'utf8'))

const outputPath = `out/${basename(file)}`
mkdirSync('out', {recursive: true})
writeFileSync(outputPath, String(page))
const {utterances} = page.data.xenogloss.standoff
console.log(`${utterances.length} lines, ${utterances.filter(({translation}) => translation).length} with a translation: ${outputPath}`)
