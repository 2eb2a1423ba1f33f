/**
 * `node examples/ao3/export.js`: writes the fields of the posting form of the Archive of Our Own to `out/ao3`: the chapter, its end notes, and
 * the work skin, which is the same for all works.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {annotate} from 'xenogloss'
import {toAo3} from 'xenogloss/ao3'

const story = readFileSync(new URL('../reader/the-lamp.md', import.meta.url), 'utf8')
const {chapter, notes} = toAo3(annotate(story, {lang: 'art-x-olvane'}))
const skin = readFileSync(fileURLToPath(import.meta.resolve('xenogloss/ao3.css')), 'utf8')

mkdirSync('out/ao3', {recursive: true})
const write = (name, text) => writeFileSync(`out/ao3/${name}`, text)
write('chapter.html', chapter.html)
write('skin.css', skin)
for (const [index, {html}] of notes.entries()) write(`notes-${index + 1}.html`, html)

console.log(`chapter.html: ${chapter.characters} of ${chapter.limit} characters`)
for (const [index, {characters, limit}] of notes.entries()) console.log(`notes-${index + 1}.html: ${characters} of ${limit} characters`)
