import type {Familiarity} from '../../hosts/types.js'
import {createWordList, getNumber, setNumber, type WordList} from '../../hosts/word-list.js'
import {decodeFront} from '../../util/front-coding.js'
import {lazy} from '../../util/lazy.js'
import {memoizeWords} from '../../util/memoize-words.js'
import {WORD_MARKS} from './word-marks.js'

/** Bits of a word's marks: the languages in the order of `compile-word-marks.ts`, then names. */
export const LANGUAGE_COUNT = 5
export const LANGUAGES = (1 << LANGUAGE_COUNT) - 1
export const NAME = 1 << LANGUAGE_COUNT

function decode(lines: string): WordList {
  const list = createWordList()
  for (const line of lines.split('\n')) {
    const space = line.indexOf(' ')
    const mark = Number(line.slice(0, space))
    decodeFront(line, (units, length) => setNumber(list, units, length, mark), space + 1)
  }
  return list
}

const list = lazy(() => decode(WORD_MARKS))

/** An elided article, pronoun or preposition before a vowel: *l'amour*, *qu'il*, *dell'arte*. */
const ELIDED = /^(?:[cdjlmnst]|qu|un|dell|nell|all|dall|sull|quell|lorsqu|jusqu|puisqu)'/u

/** Which lists have a word. */
const marksOf = memoizeWords((key: string): number => {
  const own = getNumber(list(), key)
  if (own !== 0) return own
  if (key.includes("'")) {
    const rest = key.replace(ELIDED, '')
    if (rest !== key) return getNumber(list(), rest) & LANGUAGES
    const possessor = key.replace(/'s?$/u, '')
    return getNumber(list(), possessor) & NAME
  }
  return 0
})

/** The languages of the lists, by bit. */
const LISTED = ['fr', 'la', 'es', 'de', 'it']

/** The largest tier of everyday words: lists leave out those of English, and what another host has so often says as little there. */
const EVERYDAY = 40

/**
 * What lists say of a word in a story told in some language: bits of the other languages that have it, and of names.
 *
 * @param lang the host's, BCP 47
 */
export function marksBeside(lang: string, key: string, {tier, rule}: Familiarity): number {
  const marks = marksOf(key)
  if (marks === 0) return 0
  if (tier !== undefined && tier <= EVERYDAY && rule === undefined) return marks & NAME
  const own = LISTED.indexOf(lang.slice(0, 2))
  return own < 0 ? marks : marks & ~(1 << own)
}
