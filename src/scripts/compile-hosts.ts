/**
 * Compiles the words of the host languages other than English from counts over novels, as `src/hosts/LANG/NAME-words.ts`. Run by
 * `npm run compile:hosts FOLDER_OF_COUNTS [LANG …]`; a file of counts is `LANG.tsv.gz`: word, count, count capitalised, novels.
 *
 * The counts were taken over novels in the public domain (ELTeC, the European Literary Text Collection, COST Action CA16204). A word is kept
 * that two novels have; words that are nearly always capitalised are names, and kept if several novels have them.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gunzipSync} from 'node:zlib'
import {compileWords} from '../hosts/compile-words.js'
import type {CompiledWords} from '../hosts/host-data.js'
import {fold} from '../prose/folding.js'

/** Occurrences in a million words from which a word is of a tier. */
const TIERS: readonly (readonly [tier: number, perMillion: number])[] = [
  [10, 100],
  [20, 25],
  [35, 4],
  [50, 1.5],
  [60, 0],
]
/** The tier of names, and of words that only a dictionary has. */
const NAME_TIER = 60
const RARE_TIER = 70

/** Share of capitals from which a word is a name, and how many novels must have a name. */
const CAPITALS = 0.9
const NAME_NOVELS = 4

interface Language {
  readonly name: string
  /** German nouns have capitals, too. */
  readonly capitalNouns?: boolean
  /** Novels that must have a word. */
  readonly novels: number
  readonly letters: RegExp
  /** A package of a spelling dictionary whose headwords are added: Hunspell's `.dic`, one word a line. */
  readonly dictionary?: string
  /** Longer words of that dictionary are left out: their endings tell them. In UTF-16 code units. */
  readonly longest?: number
}

const LATIN = /^[\p{Script=Latin}\p{M}]+(?:['-][\p{Script=Latin}\p{M}]+)*'?$/u
const CYRILLIC = /^[а-яёѣіѳѵ]+(?:-[а-яёѣіѳѵ]+)*$/u

export const LANGUAGES: Readonly<Record<string, Language>> = {
  de: {name: 'german', capitalNouns: true, novels: 2, letters: LATIN},
  es: {name: 'spanish', novels: 2, letters: LATIN},
  fr: {name: 'french', novels: 2, letters: LATIN},
  it: {name: 'italian', novels: 2, letters: LATIN},
  pl: {name: 'polish', novels: 2, letters: LATIN},
  pt: {name: 'portuguese', novels: 2, letters: LATIN},
  ru: {name: 'russian', novels: 1, letters: CYRILLIC, dictionary: 'dictionary-ru', longest: 11},
  sv: {name: 'swedish', novels: 2, letters: LATIN},
}

interface Count {
  readonly key: string
  readonly count: number
  readonly capitalised: number
  readonly novels: number
}

function readCounts(file: string): Count[] {
  const rows = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [word = '', ...numbers] = row.split('\t')
    const [count = 0, capitalised = 0, novels = 0] = numbers.map(Number)
    return {key: fold(word), count, capitalised, novels}
  })
}

const require = createRequire(import.meta.url)

/** Headwords of a Hunspell dictionary, without its flags. */
function readHeadwords(name: string): string[] {
  const file = require.resolve(name).replace(/[^/\\]+$/u, 'index.dic')
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => fold(line.replace(/[/\t].*$/u, '').trim()))
}

/** Occurrences in a million words of each word. */
function frequencies(counts: readonly Count[]): ReadonlyMap<string, number> {
  const million = counts.reduce((sum, {count}) => sum + count, 0) / 1e6
  return new Map(counts.map(({key, count}) => [key, count / million]))
}

/** A word that is so many times as frequent in another language was quoted from it. */
const QUOTED = 40

/** @param others frequencies of words in the other languages */
export function compileHost(
  counts: readonly Count[],
  others: readonly ReadonlyMap<string, number>[],
  {capitalNouns = false, novels: least, letters, dictionary, longest = 0}: Language,
): CompiledWords {
  const million = counts.reduce((sum, {count}) => sum + count, 0) / 1e6
  const tierOf = new Map<string, number>()
  for (const {key, count, capitalised, novels} of counts) {
    if (novels < least || !letters.test(key) || tierOf.has(key)) continue
    if (others.some((other) => (other.get(key) ?? 0) > (QUOTED * count) / million)) continue
    const isName = !capitalNouns && capitalised / count > CAPITALS
    if (isName && novels < NAME_NOVELS) continue
    const [tier] = TIERS.find(([, perMillion]) => count / million >= perMillion) as readonly [number, number]
    tierOf.set(key, isName ? NAME_TIER : tier)
  }
  for (const key of dictionary === undefined ? [] : readHeadwords(dictionary))
    if (key.length <= longest && letters.test(key) && !tierOf.has(key)) tierOf.set(key, RARE_TIER)
  const tiers = [...TIERS.map(([tier]) => tier), ...(dictionary === undefined ? [] : [RARE_TIER])]
  return compileWords(Object.fromEntries(tiers.map((tier) => [tier, [...tierOf].flatMap(([key, own]) => (own === tier ? [key] : []))])))
}

export function compileFile(folder: string, lang: string): string {
  const language = LANGUAGES[lang] as Language
  const counts = readCounts(join(folder, `${lang}.tsv.gz`))
  const others = [...Object.keys(LANGUAGES), 'la'].filter((other) => other !== lang).map((other) => frequencies(readCounts(join(folder, `${other}.tsv.gz`))))
  return [
    '// Made by compile-hosts.ts from counts of words in novels in the public domain. Do not edit. See LICENSE.',
    `export const ${language.name.toUpperCase()}_WORDS = ${JSON.stringify(compileHost(counts, others, language))}`,
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...chosen] = process.argv.slice(2)
  if (folder === undefined) throw new Error('usage: compile-hosts.ts FOLDER_OF_COUNTS [LANG …]')
  for (const lang of chosen.length > 0 ? chosen : Object.keys(LANGUAGES)) {
    const {name} = LANGUAGES[lang] ?? {}
    if (name === undefined) throw new Error(`${lang} is none of ${Object.keys(LANGUAGES).join(', ')}`)
    writeFileSync(fileURLToPath(new URL(`../hosts/${lang}/${name}-words.ts`, import.meta.url)), compileFile(folder, lang))
  }
}
