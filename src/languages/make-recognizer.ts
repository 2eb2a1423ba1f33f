import {createWordList, getNumber, setNumber, type WordList} from '../hosts/word-list.js'
import {lazy} from '../util/lazy.js'
import {memoizeWords} from '../util/memoize-words.js'
import {respell} from './respell.js'
import {trainSpelling} from './spelling-model.js'
import type {LanguageData, LanguageRecognizer} from './types.js'

/** `A`: no letter is shared with the word before; `Z` is the last of them. */
const SHARED = 65
const SHARED_LAST = 90
/** The numbers of words are tenths of natural log-probabilities. */
const SCALE = -0.1
/** How much rarer a word is without its diacritics, and the largest number. */
const BARE = 20
const MAX_NUMBER = 255
/** No list has all words. */
const MAX_LISTED = 0.98

const isAscii = (word: string): boolean => /^[\0-\x7f]*$/u.test(word)

/** Letters without their diacritics, *ł* and *ø* included. */
const bare = (word: string): string => isAscii(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gu, 'l').replace(/ø/gu, 'o')

/** The words of each tier. */
function decode(data: string): [number: number, words: string[]][] {
  return data.split('\n').map((line) => {
    const space = line.indexOf(' ')
    const words: string[] = []
    let word = ''
    for (let i = space + 1; i < line.length; ) {
      const from = i++
      while (i < line.length && (line.charCodeAt(i) < SHARED || line.charCodeAt(i) > SHARED_LAST)) i++
      word = word.slice(0, line.charCodeAt(from) - SHARED) + line.slice(from + 1, i)
      words.push(word)
    }
    return [Number(line.slice(0, space)), words]
  })
}

function createTable(tiers: readonly (readonly [number, readonly string[]])[]): WordList {
  const list = createWordList()
  const units = new Uint16Array(MAX_NUMBER)
  const add = (word: string, number: number): void => {
    for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i)
    setNumber(list, units, word.length, number)
  }
  // What is added later counts.
  for (const [number, words] of tiers.toReversed()) for (const word of words) if (bare(word) !== word) add(bare(word), Math.min(MAX_NUMBER, number + BARE))
  for (const [number, words] of tiers.toReversed()) for (const word of words) add(word, number)
  return list
}

/** Number of letters that two words share from their beginning. */
function sharedPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Longest beginning that a word shares with one of a sorted list: with one of its neighbours. */
function longestPrefix(word: string, sorted: readonly string[]): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return Math.max(sharedPrefix(word, sorted[low - 1] ?? ''), sharedPrefix(word, sorted[low] ?? ''))
}

/** Makes a recogniser. Its words are decoded at the first look-up. */
export function makeRecognizer({lang, words, respell: rules}: LanguageData): LanguageRecognizer {
  const tiers = lazy(() => decode(words))
  const table = lazy(() => createTable(tiers()))
  const model = lazy(() => trainSpelling(tiers().flatMap(([, own]) => own)))
  const unlisted = lazy(() => Math.log(1 - Math.min(MAX_LISTED, tiers().reduce((sum, [number, own]) => sum + own.length * Math.exp(SCALE * number), 0))))
  return {
    lang,
    frequency: memoizeWords((part) => {
      const number = getNumber(table(), respell(part, rules))
      return number === 0 ? undefined : SCALE * number
    }),
    stem: memoizeWords((part) => {
      const word = respell(part, rules)
      return Math.max(...tiers().map(([, sorted]) => longestPrefix(word, sorted)))
    }),
    spelling: memoizeWords((part) => model()(respell(part, rules))),
    unlisted,
  }
}
