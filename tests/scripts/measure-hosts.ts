/**
 * Measures host languages on novels that their word lists were not made from: the share of words that a host does not know (`unknownRate`), whether
 * the language is recognised from 100 words, and the log-odds of classes of words in other languages against novels (`counted-odds.ts`).
 * Reads the development data of the accuracy exam: `npx tsx tests/scripts/measure-hosts.ts [FOLDER]`.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import type {Host} from '../../src/hosts/types.js'
import {classifyWord, LENGTHS, ROWS} from '../../src/hosts/word-odds.js'
import {type HostTag, loadHost, recognizeHost} from '../../src/hosts.js'
import {tokenizeText} from '../../src/prose/tokenizer.js'
import {isCapitalized} from '../../src/prose/word-shape.js'

const data = process.argv[2] ?? '../shared/eval/data'
/** Words of a window, and from the beginning of one to that of the next. */
const WINDOW = 100
const STEP = 1000

const readNovel = (file: string): string =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
    .join('\n')

/** Share of each class of words in a text. */
function sharesOf(text: string, host: Host): number[] {
  const counts = new Array<number>(ROWS.length * LENGTHS.length).fill(0)
  const words = tokenizeText(text).filter((word) => !host.isNeutral(word))
  for (const {surface, key} of words) {
    const {row, column} = classifyWord(host.familiarity(surface), surface, key)
    counts[row * LENGTHS.length + column]! += 1 / words.length
  }
  return counts
}

const mean = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] as number[]).map((_, i) => rows.reduce((sum, row) => sum + (row[i] as number), 0) / rows.length)

/** Names of the files with lines in the hosts' own languages. */
const OWN: Readonly<Record<string, string>> = {de: 'deu.tsv', es: 'spa.tsv'}
const foreign = readdirSync(join(data, 'pairs')).map((file) => ({
  file,
  lines: readFileSync(join(data, 'pairs', file), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0])
    .join('\n'),
}))
const native: number[][] = []
const strange: number[][] = []
let [right, windows] = [0, 0]
for (const tag of readdirSync(join(data, 'hosts')) as HostTag[]) {
  const host = await loadHost(tag)
  const text = readdirSync(join(data, 'hosts', tag))
    .map((file) => readNovel(join(data, 'hosts', tag, file)))
    .join('\n')
  const words = tokenizeText(text)
  const unknown = words.filter(({surface}) => (host.hasCapitalNouns || !isCapitalized(surface)) && host.familiarity(surface).tier === undefined)
  for (let i = 0; i + WINDOW < words.length; i += STEP) {
    windows++
    if (recognizeHost(text.slice(words[i]?.start, words[i + WINDOW]?.start)) === tag) right++
  }
  console.log(`${tag}: ${words.length} words, unknown ${(unknown.length / words.length).toFixed(4)}`)
  native.push(sharesOf(text, host))
  // In other scripts everything is strange.
  if (host.isOwnScript('latin')) strange.push(mean(foreign.filter(({file}) => file !== OWN[tag]).map(({lines}) => sharesOf(lines, host))))
}
console.log(`recognised from ${WINDOW} words: ${right} of ${windows}`)
const [own, other] = [mean(native), mean(strange)]
for (const [row, name] of ROWS.entries()) {
  const cells = LENGTHS.map((_, column) => {
    const at = row * LENGTHS.length + column
    return Math.log(((other[at] as number) + 1e-5) / ((own[at] as number) + 1e-5)).toFixed(1)
  })
  console.log(`${name}: [${cells.join(', ')}]`)
}
