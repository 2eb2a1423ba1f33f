import sortedIndex from 'lodash-es/sortedIndex.js'
import {decodeFront} from '../util/front-coding.js'
import {lazy} from '../util/lazy.js'
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

/** One letter at a time: twice as fast as all of a word in one call. */
function toWord(units: Uint16Array, length: number): string {
  let word = ''
  for (let i = 0; i < length; i++) word += String.fromCharCode(units[i] as number)
  return word
}

/** Natural log-probabilities of the words; a line is a tier, words of about the same frequency. */
function decodeWords(lines: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of lines.split('\n')) {
    const space = line.indexOf(' ')
    const frequency = SCALE * Number(line.slice(0, space))
    decodeFront(line, (units, length) => found.set(toWord(units, length), frequency), space + 1)
  }
  return found
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
function listBare(frequencies: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [word, frequency] of frequencies) {
    const bare = removeMarks(word)
    if (bare !== word && !found.has(bare)) found.set(bare, frequency + BARE)
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
  const frequencies = lazy(() => decodeWords(words))
  const bare = lazy(() => listBare(frequencies()))
  const sorted = lazy(() => [...frequencies().keys()].sort())
  const model = lazy(() => trainSpelling([...frequencies().keys()].filter((_, index) => index % TRAINING_STEP === 0)))
  const frequencyOf = (word: string): number | undefined => frequencies().get(word) ?? bare().get(word)
  return {
    lang,
    frequency: memoizeWords((part) => frequencyOf(respell(part, rules))),
    stem: memoizeWords((part) => longestPrefix(respell(part, rules), sorted())),
    spelling: memoizeWords((part) => model()(respell(part, rules))),
    unlisted: lazy(() => {
      let listed = 0
      for (const frequency of frequencies().values()) listed += Math.exp(frequency)
      return Math.log(1 - Math.min(MAX_LISTED, listed))
    }),
  }
}
