/**
 * Prints the table of `src/hosts/en/english-odds.ts`: log-odds of words of each tier and length in other languages against English
 * fiction. Reads the development data of the accuracy exam: `npx tsx tests/scripts/measure-odds.ts [FOLDER]`.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import english from '../../src/hosts/en/english.js'
import {classifyWord, LENGTHS, ROWS} from '../../src/hosts/word-odds.js'
import {tokenizeText} from '../../src/prose/tokenizer.js'

const data = process.argv[2] ?? '../shared/eval/data'
const host = english
const readLines = (folder: string, file: string) =>
  readFileSync(join(data, folder, file), 'utf8')
    .trim()
    .split('\n')

/** Share of each word class in some texts. */
function countShares(texts: Iterable<string>): number[] {
  const counts = new Array<number>(ROWS.length * LENGTHS.length).fill(0)
  let sum = 0
  for (const text of texts) {
    for (const word of tokenizeText(text, new Set())) {
      if (host.isNeutral(word)) continue
      const {surface, key} = word
      const {row, column} = classifyWord(host.familiarity(surface), surface, key)
      counts[row * LENGTHS.length + column]! += 1
      sum++
    }
  }
  return counts.map((count) => count / sum)
}

const prose = readdirSync(join(data, 'books')).flatMap((file) =>
  readLines('books', file)
    .map((line) => JSON.parse(line))
    .filter((p) => ![p.spans, p.maybe, p.ital].some((marks) => marks?.length > 0))
    .map((p) => p.text as string),
)
const hostShares = countShares(prose)
const foreignShares = readdirSync(join(data, 'pairs')).map((file) => countShares(readLines('pairs', file).map((line) => line.split('\t')[0] as string)))
ROWS.forEach((name, row) => {
  const cells = LENGTHS.map((_, column) => {
    const at = row * LENGTHS.length + column
    const foreign = foreignShares.reduce((sum, share) => sum + share[at]!, 0) / foreignShares.length
    return Math.log((foreign + 1e-5) / (hostShares[at]! + 1e-5)).toFixed(1)
  })
  console.log(`${name}: [${cells.join(', ')}]`)
})
