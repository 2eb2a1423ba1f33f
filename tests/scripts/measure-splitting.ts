/**
 * Measures `src/glossary/split-languages.ts`: how often lines of one language are split into two, and lines of two languages into two.
 * Reads the development data of the accuracy exam: `npx tsx tests/scripts/measure-splitting.ts [FOLDER]`.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {splitLanguages} from '../../src/glossary/split-languages.js'
import {tokenizeText} from '../../src/prose/tokenizer.js'
import {isCapitalized} from '../../src/prose/word-shape.js'

const data = process.argv[2] ?? '../shared/eval/data'
/** Longer sentences are left out. */
const MAX_WORDS = 14

/** State of a generator that gives the same numbers in every run. */
let state = 1
const random = (limit: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}

/** Sentences of each language as keys, without the capitalized words inside them, which are names. */
const languages = readdirSync(join(data, 'pairs')).map((file) => {
  const sentences = readFileSync(join(data, 'pairs', file), 'utf8')
    .trim()
    .split('\n')
    .map((row) => tokenizeText(row.split('\t')[0] as string))
    .map((words) => words.filter(({surface}, index) => index === 0 || !isCapitalized(surface)).map(({key}) => key))
    .filter(({length}) => length > 0 && length <= MAX_WORDS)
  return [...new Map(sentences.map((keys) => [keys.join(' '), keys])).values()]
})

const sample = (lines: readonly string[][], count: number): string[][] => {
  const remaining = [...lines]
  return Array.from({length: Math.min(count, remaining.length)}, () => remaining.splice(random(remaining.length), 1)[0] as string[])
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

console.log('One language: number of lines, how often split in two')
for (const count of [10, 15, 20, 30, 40, 60, 80]) {
  const wasSplit = languages.flatMap((lines) => Array.from({length: 20}, () => splitLanguages(sample(lines, count)) !== undefined))
  console.log(`${count}: ${wasSplit.filter(Boolean).length} of ${wasSplit.length}`)
}
console.log('Two languages: lines of each, how often split in two, share of lines then assigned correctly')
for (const [first, second] of [
  [8, 8],
  [15, 15],
  [20, 20],
  [40, 40],
  [15, 45],
] as const) {
  let splits = 0
  let trials = 0
  let correct = 0
  let lines = 0
  languages.forEach((a, i) => {
    for (const b of languages.slice(i + 1)) {
      const mixed = [...sample(a, first).map((line) => ({line, of: 0})), ...sample(b, second).map((line) => ({line, of: 1}))]
      const split = splitLanguages(mixed.map(({line}) => line))
      trials++
      if (!split) continue
      splits++
      lines += mixed.length
      correct += mixed.filter(({of}, index) => split.languages[index] === of).length
    }
  })
  console.log(`${first} + ${second}: ${percent(splits, trials)}, ${percent(correct, lines)}`)
}
