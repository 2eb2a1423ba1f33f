/**
 * Compiles two lists that detection asks, as `src/detect/words/word-marks.ts`. Run by `npm run compile:marks`.
 *
 * 1. Frequent words of French, Latin, Spanish, German and Italian, the languages that English fiction quotes most: counts from novels of ELTeC
 *    (public domain texts, markup CC BY 4.0) and the Latin Library (public domain). Words that English has are left out, but for rare ones
 *    that are very frequent there.
 * 2. Names that `dictionary-en` (MIT and BSD) has with a capital and English word lists lack.
 *
 * One line for each set of languages: a number (bits of `LANGUAGES`, 32 for names), then its words sorted and front-coded as in
 * `compile-english.ts`.
 *
 *     npx tsx src/scripts/compile-word-marks.ts FOLDER_OF_COUNTS
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gunzipSync} from 'node:zlib'
import dictionary from 'dictionary-en'
import english from '../hosts/en/english.js'
import {encodeFront} from '../util/front-coding.js'

const LANGUAGES = ['fr', 'la', 'es', 'de', 'it']
const NAME = 1 << LANGUAGES.length

/** How many words are taken of each language; of the most frequent of them also those that English has as rare words. */
const COUNT = 4000
const FREQUENT = 250
/** SCOWL's size up to which a word is everyday English. */
const COMMON = 40
/** Share of capitals from which a word is a name; German nouns have capitals too. */
const CAPITALS = 0.6
/** Names stand in few novels, German nouns in many. */
const NOVELS = 12

const {familiarity, functionWords} = english

function wordsOf(language: string, folder: string): string[] {
  const rows = gunzipSync(readFileSync(join(folder, `${language}.tsv.gz`)))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
  const words: string[] = []
  for (const [rank, row] of rows.entries()) {
    const [word, count, capitals, novels] = row.split('\t') as [string, string, string, string]
    if (!/^\p{L}{2,}$/u.test(word) || functionWords.has(word)) continue
    const share = Number(capitals) / Number(count)
    if (share > CAPITALS && (language !== 'de' || Number(novels) < NOVELS)) continue
    const {tier, rule} = familiarity(word)
    if (tier !== undefined && (rule === undefined ? tier <= COMMON || rank >= FREQUENT : tier < 60)) continue
    words.push(word)
    if (words.length === COUNT) break
  }
  return words
}

function namesOf(): string[] {
  const rows = new TextDecoder().decode(dictionary.dic).split('\n').slice(1)
  const words: string[] = []
  for (const row of rows) {
    const [word = ''] = row.split(/[/\s]/u)
    if (/^\p{Lu}\p{Ll}{2,}$/u.test(word) && familiarity(word.toLowerCase()).tier === undefined) words.push(word.toLowerCase())
  }
  return words
}

export function compileWordMarks(folder: string): string {
  const marks = new Map<string, number>()
  for (const [bit, language] of LANGUAGES.entries()) for (const word of wordsOf(language, folder)) marks.set(word, (marks.get(word) ?? 0) | (1 << bit))
  for (const word of namesOf()) marks.set(word, (marks.get(word) ?? 0) | NAME)
  const lines: string[] = []
  for (let mark = 1; mark < 2 * NAME; mark++) {
    const words = [...marks].flatMap(([word, own]) => (own === mark ? [word] : []))
    if (words.length === 0) continue
    lines.push(`${mark} ${encodeFront(words)}`)
  }
  return [
    '// Made by compile-word-marks.ts. Do not edit.',
    '//',
    '// Words of French, Latin, Spanish, German, Italian: counts from ELTeC (public domain texts, markup CC BY 4.0) and the Latin Library (public',
    '// domain). Names: dictionary-en (MIT AND BSD).',
    `export const WORD_MARKS = ${JSON.stringify(lines.join('\n'))}`,
    '',
  ].join('\n')
}

const target = fileURLToPath(new URL('../detect/words/word-marks.ts', import.meta.url))
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, compileWordMarks(process.argv[2] as string))
