/** `node examples/epub/build.js`: writes a story of three chapters as an e-book with pop-up notes and a glossary, `out/the-lamp.epub`. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {annotate} from 'xenogloss'
import {toEpub} from 'xenogloss/epub'

const story = readFileSync(new URL('../reader/the-lamp.md', import.meta.url), 'utf8')
const [head, ...chapters] = story.split(/^(?=## )/m)
const titleOf = (text) => /^#+ (.*)$/m.exec(text)[1]

const book = toEpub(
  chapters.map((text) => ({title: titleOf(text), ...annotate(text, {lang: 'art-x-olvane', work: titleOf(text)})})),
  {title: titleOf(head), author: 'The xenogloss contributors'},
)

mkdirSync('out', {recursive: true})
writeFileSync('out/the-lamp.epub', book)
console.log(`out/the-lamp.epub: ${chapters.length} chapters, ${book.length} bytes`)
