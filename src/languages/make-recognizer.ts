import sortedIndex from 'lodash-es/sortedIndex.js'
import {decodeFront} from '../util/front-coding.js'
import {lazy} from '../util/lazy.js'
import {flatMap, map} from '../util/lists.js'
import {memoizeWords} from '../util/memoize-words.js'
import {respell} from './respell.js'
import {trainSpelling} from './spelling-model.js'
import type {LanguageData, LanguageRecognizer} from './types.js'

/** Tiers are numbered in tenths of natural log-probabilities. */
const SCALE = -0.1
/** How much rarer a word is without its diacritics, in nats. */
const BARE = -2
/** One word in so many trains the letter model; all take twice the time and recognise no more. */
const TRAINING_STEP = 2
/** No list has all words. */
const MAX_LISTED = 0.98

/** Words of about the same frequency. */
interface Tier {
  /** Natural log-probability of each of them. */
  readonly frequency: number
  /** Sorted by UTF-16 code units. */
  readonly words: readonly string[]
}

function decodeTier(line: string): Tier {
  const space = line.indexOf(' ')
  const words: string[] = []
  decodeFront(line, (units, length) => words.push(String.fromCharCode(...units.subarray(0, length))), space + 1)
  return {frequency: SCALE * Number(line.slice(0, space)), words}
}

/** Number of letters that two words share from their beginning. */
function countShared(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Longest beginning that a word shares with one of a sorted list: with one of its neighbours. */
function longestPrefix(word: string, sorted: readonly string[]): number {
  const place = sortedIndex(sorted, word)
  return Math.max(countShared(word, sorted[place - 1] ?? ''), countShared(word, sorted[place] ?? ''))
}

/** Frequencies of the words that have diacritics, as printed without them. */
function listBare(tiers: readonly Tier[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const {frequency, words} of tiers) {
    for (const word of words) {
      const bare = removeMarks(word)
      if (bare !== word && !found.has(bare)) found.set(bare, frequency + BARE)
    }
  }
  return found
}

/** Letters that are no letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {ł: 'l', ø: 'o'}
const bareLetter = memoizeWords((letter) => LETTERS[letter] ?? letter.normalize('NFD').charAt(0))

function removeMarks(word: string): string {
  let bare = ''
  let from = 0
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) < 0x80) continue
    bare += word.slice(from, i) + bareLetter(word.charAt(i))
    from = i + 1
  }
  return from === 0 ? word : bare + word.slice(from)
}

/** Makes a recogniser. Its words are decoded at the first look-up. */
export function makeRecognizer({lang, words, respell: rules}: LanguageData): LanguageRecognizer {
  const tiers = lazy(() => map(words.split('\n'), decodeTier))
  const bare = lazy(() => listBare(tiers()))
  const model = lazy(() => trainSpelling(flatMap(tiers(), (tier) => tier.words.filter((_, index) => index % TRAINING_STEP === 0))))
  const frequencyOf = (word: string): number | undefined =>
    tiers().find((tier) => tier.words[sortedIndex(tier.words, word)] === word)?.frequency ?? bare().get(word)
  return {
    lang,
    frequency: memoizeWords((part) => frequencyOf(respell(part, rules))),
    stem: memoizeWords((part) => {
      const word = respell(part, rules)
      return Math.max(...map(tiers(), (tier) => longestPrefix(word, tier.words)))
    }),
    spelling: memoizeWords((part) => model()(respell(part, rules))),
    unlisted: lazy(() =>
      Math.log(
        1 -
          Math.min(
            MAX_LISTED,
            tiers().reduce((sum, tier) => sum + tier.words.length * Math.exp(tier.frequency), 0),
          ),
      ),
    ),
  }
}
