/**
 * Prints the table of `src/host/english-odds.ts`: how much commoner words of a tier and length are in other languages
 * than in English fiction. Reads the development data of the accuracy exam: `npx tsx tests/measure-odds.ts [FOLDER]`.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {english} from '../../src/hosts/en/english.js'
import {classOf, LENGTHS, ROWS} from '../../src/hosts/en/english-odds.js'
import {wordsOf} from '../../src/prose/tokenizer.js'

const data = process.argv[2] ?? '../shared/eval/data'
const host = english()
const linesOf = (folder: string, file: string) =>
  readFileSync(join(data, folder, file), 'utf8')
    .trim()
    .split('\n')

/** Share of each class among the words of some texts. */
function shares(texts: Iterable<string>): number[] {
  const counts = new Array<number>(ROWS.length * LENGTHS.length).fill(0)
  let sum = 0
  for (const text of texts) {
    for (const word of wordsOf(text, new Set())) {
      if (host.isNeutral(word)) continue
      const {surface, key} = word
      const {row, column} = classOf(host.familiarity(surface), surface, key)
      counts[row * LENGTHS.length + column]! += 1
      sum++
    }
  }
  return counts.map((count) => count / sum)
}

const prose = readdirSync(join(data, 'books')).flatMap((file) =>
  linesOf('books', file)
    .map((line) => JSON.parse(line))
    .filter((p) => ![p.spans, p.maybe, p.ital].some((marks) => marks?.length > 0))
    .map((p) => p.text as string),
)
const home = shares(prose)
const languages = readdirSync(join(data, 'pairs')).map((file) => shares(linesOf('pairs', file).map((line) => line.split('\t')[0] as string)))
ROWS.forEach((name, row) => {
  const cells = LENGTHS.map((_, column) => {
    const at = row * LENGTHS.length + column
    const away = languages.reduce((sum, share) => sum + share[at]!, 0) / languages.length
    return Math.log((away + 1e-5) / (home[at]! + 1e-5)).toFixed(1)
  })
  console.log(`${name}: [${cells.join(', ')}]`)
})
