/**
 * Measures `src/lexicon/tell-apart.ts`: how often lines of one language are taken for two, and lines of two for two. Reads the
 * development data of the accuracy exam: `npx tsx tests/measure-languages.ts [FOLDER]`.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {splitLanguages} from '../../src/glossary/split-languages.js'
import {isCapitalised, wordsOf} from '../../src/prose/tokenizer.js'

const data = process.argv[2] ?? '../shared/eval/data'
const MOST_WORDS = 14

/** The same numbers in every run. */
let state = 1
const random = (most: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * most)
}

/** Sentences as keys; capitalised words inside them are names. */
const languages = readdirSync(join(data, 'pairs')).map((file) => {
  const sentences = readFileSync(join(data, 'pairs', file), 'utf8')
    .trim()
    .split('\n')
    .map((row) => wordsOf(row.split('\t')[0] as string))
    .map((words) => words.filter(({surface}, index) => index === 0 || !isCapitalised(surface)).map(({key}) => key))
    .filter(({length}) => length > 0 && length <= MOST_WORDS)
  return [...new Map(sentences.map((keys) => [keys.join(' '), keys])).values()]
})

const sample = (lines: readonly string[][], count: number): string[][] => {
  const left = [...lines]
  return Array.from({length: Math.min(count, left.length)}, () => left.splice(random(left.length), 1)[0] as string[])
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

console.log('one language: lines, taken for two')
for (const count of [10, 15, 20, 30, 40, 60, 80]) {
  const answers = languages.flatMap((lines) => Array.from({length: 20}, () => splitLanguages(sample(lines, count)) !== undefined))
  console.log(`${count}: ${answers.filter(Boolean).length} of ${answers.length}`)
}
console.log('two languages: lines of each, taken for two, lines then right')
for (const [first, second] of [
  [8, 8],
  [15, 15],
  [20, 20],
  [40, 40],
  [15, 45],
] as const) {
  let two = 0
  let all = 0
  let right = 0
  let lines = 0
  languages.forEach((a, i) => {
    for (const b of languages.slice(i + 1)) {
      const mixed = [...sample(a, first).map((line) => ({line, of: 0})), ...sample(b, second).map((line) => ({line, of: 1}))]
      const told = splitLanguages(mixed.map(({line}) => line))
      all++
      if (!told) continue
      two++
      lines += mixed.length
      right += mixed.filter(({of}, index) => told.of[index] === of).length
    }
  })
  console.log(`${first} + ${second}: ${percent(two, all)}, ${percent(right, lines)}`)
}
