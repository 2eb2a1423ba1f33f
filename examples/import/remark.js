/**
 * `node examples/import/remark.js`: a minimal unified pipeline from Markdown to HTML. Prints a paragraph as HTML, with translations as titles,
 * and the data that the plugin stores on the file.
 */
import {readFileSync} from 'node:fs'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {remarkXenogloss} from 'xenogloss'

const vessik = JSON.parse(readFileSync(new URL('../../dictionaries/vessik.json', import.meta.url), 'utf8'))

const file = await unified()
  .use(remarkParse)
  .use(remarkXenogloss, {dictionaries: [vessik]})
  .use(remarkRehype)
  .use(rehypeStringify)
  .process('“Rhumel beshul,” said the old woman. She drew her shawl about her. (A cold night.)')

console.log(String(file))
console.log(file.data.xenogloss.standoff.utterances.map(({lang, translation}) => `${lang}: ${translation}`).join('\n'))
