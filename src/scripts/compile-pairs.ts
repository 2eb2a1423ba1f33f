/**
 * Counts which words follow each other in English prose, as `src/hosts/en/english-pairs.ts`: for each pair of frequent words or word endings
 * how much commoner it is than chance. From the books that detection is fitted on (Standard Ebooks: public domain texts, CC0 markup), their
 * foreign words left out.
 *
 *     npx tsx src/scripts/compile-pairs.ts --data FOLDER
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import english from '../hosts/en/english.js'
import {ENDINGS, endingOf} from '../hosts/en/english-endings.js'

const {values} = parseArgs({options: {data: {type: 'string', default: '../shared/eval/data'}}})
const FREQUENT = 420
/** No author has more than this many characters. */
const MOST = 500_000
const folder = join(values.data, 'pages-train')
const sentences: string[][] = []
const perAuthor = new Map<string, number>()
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.gz'))
  .sort()) {
  const author = file.split('_')[0] as string
  for (const row of gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .trim()
    .split('\n')) {
    const {text, spans} = JSON.parse(row) as {text: string; spans: unknown[]}
    if (spans.length > 0) continue
    const read = (perAuthor.get(author) ?? 0) + text.length
    if (read > MOST) break
    perAuthor.set(author, read)
    for (const clause of text
      .toLowerCase()
      .replace(/’/gu, "'")
      .split(/[^\p{L}\p{M}' -]+/u)) {
      const words = clause.match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu)
      if (words && words.length > 1) sentences.push([...words])
    }
  }
}
const counts = new Map<string, number>()
for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
const {familiarity} = english
const frequent = [...counts]
  .filter(([word]) => (familiarity(word).tier ?? 99) <= 20)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, FREQUENT)
  .map(([word]) => word)
const index = new Map(frequent.map((word, at) => [word, at]))
const size = FREQUENT + ENDINGS
const getNumber = (word: string): number => index.get(word) ?? FREQUENT + endingOf(word)
const first = new Float64Array(size)
const second = new Float64Array(size)
const both = new Float64Array(size * size)
let all = 0
for (const words of sentences) {
  for (let i = 1; i < words.length; i++) {
    const [a, b] = [getNumber(words[i - 1] as string), getNumber(words[i] as string)]
    first[a]!++
    second[b]!++
    both[a * size + b]!++
    all++
  }
}
const levels: number[] = []
for (let a = 0; a < size; a++) {
  for (let b = 0; b < size; b++) {
    const expected = ((first[a] as number) * (second[b] as number)) / all
    const met = both[a * size + b] as number
    const ratio = (met + 0.5) / (expected + 0.5)
    levels.push(expected < 3 ? (met >= 3 && ratio > 3 ? 3 : 2) : ratio < 0.1 ? 0 : ratio < 0.45 ? 1 : ratio < 2 ? 2 : 3)
  }
}
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
let packed = ''
for (let i = 0; i < levels.length; i += 3) packed += DIGITS[(levels[i] as number) + 4 * (levels[i + 1] ?? 2) + 16 * (levels[i + 2] ?? 2)]
const text = [
  '// Made by compile-pairs.ts. Do not edit. Counted in public domain texts of Standard Ebooks.',
  `export const FREQUENT = ${JSON.stringify(frequent.join(' '))}`,
  `export const PAIRS = ${JSON.stringify(packed)}`,
  '',
].join('\n')
writeFileSync(fileURLToPath(new URL('../hosts/en/english-pairs.ts', import.meta.url)), text)
console.log(
  all,
  [0, 1, 2, 3].map((level) => levels.filter((own) => own === level).length),
)
