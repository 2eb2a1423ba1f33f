import {map} from '../../util/lists.js'
import type {Familiarity} from '../types.js'
import {createWordList, getNumber, setNumber, type WordList} from '../word-list.js'
import {EXCLAMATIONS, FUNCTION_WORDS, SUPPLEMENT} from './english-grammar.js'
import {TIERS} from './english-tiers.js'
import {ENGLISH_WORDS} from './english-words.js'

/** Familiarity of listed words, indexed by their number in the list. Closed classes precede the tiers. */
export const FAMILIARITIES: readonly Familiarity[] = [{}, {tier: 10, rule: 'grammar'}, {tier: 20, rule: 'exclamation'}, ...map(TIERS, (tier) => ({tier}))]
const GRAMMAR_NUMBER = 1
const EXCLAMATION_NUMBER = 2
const FIRST_TIER_NUMBER = 3

/** The largest tier of the words in `SUPPLEMENT`. */
const SUPPLEMENT_TIER = 35

/** Longer than any listed word, in UTF-16 code units. */
const MAX_UNITS = 64

const LINE_FEED = 10
/** Code units that stand for the number of letters shared with the word before, from 0 on. */
const FIRST_SHARED = 65
const LAST_SHARED = 96

/** The inverse of the front coding of `compile-english.ts`. */
function decodeWords(lines: string): WordList {
  const list = createWordList()
  const word = new Uint16Array(MAX_UNITS)
  let length = 0
  let number = FIRST_TIER_NUMBER
  for (let i = 0; i < lines.length; i++) {
    const unit = lines.charCodeAt(i)
    if (unit !== LINE_FEED && (unit < FIRST_SHARED || unit > LAST_SHARED)) {
      word[length++] = unit
      continue
    }
    // The word before is complete.
    if (length > 0) setNumber(list, word, length, number)
    length = unit === LINE_FEED ? 0 : unit - FIRST_SHARED
    if (unit === LINE_FEED) number++
  }
  setNumber(list, word, length, number)
  return list
}

/** Adds words that SCOWL lacks, and marks the closed classes. */
function addSupplement(list: WordList): void {
  const units = new Uint16Array(MAX_UNITS)
  const set = (word: string, number: number) => {
    for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i)
    setNumber(list, units, word.length, number)
  }
  const supplementNumber = FIRST_TIER_NUMBER + TIERS.indexOf(SUPPLEMENT_TIER)
  for (const word of SUPPLEMENT) {
    const known = getNumber(list, word)
    if (known === 0 || known > supplementNumber) set(word, supplementNumber)
  }
  for (const word of EXCLAMATIONS) set(word, EXCLAMATION_NUMBER)
  for (const word of FUNCTION_WORDS) set(word, GRAMMAR_NUMBER)
}

/** Decodes the English word list. */
export function loadEnglishWords(): WordList {
  const list = decodeWords(ENGLISH_WORDS)
  addSupplement(list)
  return list
}
