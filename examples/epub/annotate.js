/**
 * `node examples/epub/annotate.js book.epub [out.epub]`: annotates an e-book in place. Lines get their language, translations become pop-up notes,
 * words lead to a glossary at the end; all else keeps its bytes. Annotating the result again gives the same book.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {annotateEpub} from 'xenogloss/epub'

const [file, output = 'annotated.epub'] = process.argv.slice(2)
if (file === undefined) throw new Error('Usage: node examples/epub/annotate.js book.epub [out.epub]')

const {bytes, standoff, chapters, glossary, messages} = annotateEpub(readFileSync(file), {file, searchKeys: true})
writeFileSync(output, bytes)
for (const message of messages) console.error(String(message))
console.log(`${output}: ${standoff.utterances.length} lines in ${chapters.length} chapters, ${glossary.entries.length} words`)
