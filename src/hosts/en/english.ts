import {bare, fold} from '../../prose/folding.js'
import {anyLanguage, learnUnits, letterCounts, letterModel, logProbability} from '../../prose/letter-model.js'
import {isFigure, isPlainlySmall} from '../../prose/tokenizer.js'
import {lazy} from '../../util/lazy.js'
import {map} from '../../util/lists.js'
import {memoizeWords} from '../../util/memoize-words.js'
import type {Familiarity, Host} from '../types.js'
import {eachWord, numberOf, setNumber, type WordList, wordList} from '../word-list.js'
import {glossing} from './english-glossing.js'
import {ABBREVIATIONS, EXCLAMATIONS, FUNCTION_WORDS, SUPPLEMENT} from './english-grammar.js'
import {foreignOdds} from './english-odds.js'
import {TIERS} from './english-tiers.js'
import {ENGLISH_WORDS} from './english-words.js'

/** What is said of the words of the lists; their numbers are indices here. Closed classes are said before tiers. */
const SAID: readonly Familiarity[] = [{}, {tier: 10, rule: 'grammar'}, {tier: 20, rule: 'exclamation'}, ...map(TIERS, (tier) => ({tier}))]
const GRAMMAR = 1
const EXCLAMATION = 2
const FIRST_TIER = 3

/** The tier that words have at least that no list has. */
const SUPPLEMENTED = 35

/** Longer than any word. */
const ROOM = 64

const LINE_FEED = 10
/** Of the characters that stand for the number of letters shared with the word before: none, and the last of them. */
const SHARED = 65
const SHARED_LAST = 96

/** The inverse of the front coding of `compile-english.ts`. */
function decode(lines: string): WordList {
  const list = wordList()
  const word = new Uint16Array(ROOM)
  let length = 0
  let number = FIRST_TIER
  for (let i = 0; i < lines.length; i++) {
    const unit = lines.charCodeAt(i)
    if (unit !== LINE_FEED && (unit < SHARED || unit > SHARED_LAST)) {
      word[length++] = unit
      continue
    }
    // The word before is whole.
    if (length > 0) setNumber(list, word, length, number)
    length = unit === LINE_FEED ? 0 : unit - SHARED
    if (unit === LINE_FEED) number++
  }
  setNumber(list, word, length, number)
  return list
}

/** Adds what word lists lack. */
function supplement(list: WordList): void {
  const units = new Uint16Array(ROOM)
  const put = (word: string, number: number) => {
    for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i)
    setNumber(list, units, word.length, number)
  }
  const supplemented = FIRST_TIER + TIERS.indexOf(SUPPLEMENTED)
  for (const word of SUPPLEMENT) {
    const known = numberOf(list, word)
    if (known === 0 || known > supplemented) put(word, supplemented)
  }
  for (const word of EXCLAMATIONS) put(word, EXCLAMATION)
  for (const word of FUNCTION_WORDS) put(word, GRAMMAR)
}

/** A way to reach the list from a word that is not in it. Gives the candidates; the first that is known wins. */
interface Rule {
  readonly name: string
  /** No word without it is reached. */
  readonly sign?: string
  readonly bases: (key: string) => readonly string[]
}

const without = (key: string, ending: RegExp, replacements: readonly string[] = ['']): string[] =>
  ending.test(key) ? map(replacements, (replacement) => key.replace(ending, replacement)) : []

const RULES: readonly Rule[] = [
  {name: 'clitic', sign: "'", bases: (key) => [...without(key, /'(?:s|ll|re|ve|d|m|n)$/u), ...without(key, /n't$/u)]},
  {name: 'dropped-t', sign: "'", bases: (key) => without(key, /n'$/u, ["n't"])},
  {name: 'dropped-g', sign: "'", bases: (key) => without(key, /in'$/u, ['ing'])},
  {name: 'dropped-h', sign: "'", bases: (key) => (key.startsWith("'") ? [`h${key.slice(1)}`] : [])},
  // A voice that draws a sound out: nooo, shhhhh.
  {name: 'drawn-out', bases: (key) => (/(.)\1\1/u.test(key) ? [key.replace(/(.)\1\1+/gu, '$1'), key.replace(/(.)\1\1+/gu, '$1$1')] : [])},
  // Regular inflection and derivation of longer words, which the list stops short of.
  {
    name: 'inflected',
    bases: (key) =>
      key.length < 6
        ? []
        : [
            ...without(key, /s$/u),
            ...without(key, /ies$/u, ['y']),
            ...without(key, /(?:ed|ing|er|est|ly|ness|less|like|ish|able|ment)$/u, ['', 'e']),
            ...without(key, /^(?:un|re|non|over|out|super|fore|mid)/u),
          ],
  },
]

/** Parts that hyphens join; a part that only repeats the beginning of the next one is a stutter (*b-but*, *so-son*). */
function hyphenated(key: string, known: (word: string) => number | undefined): Familiarity | undefined {
  const parts = key.split('-').filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const last = parts.at(-1) as string
  if (parts.slice(0, -1).every((part) => part.length <= 3 && last.startsWith(part))) {
    const tier = known(last)
    if (tier !== undefined) return {tier, rule: 'stutter'}
  }
  const whole = known(parts.join(''))
  if (whole !== undefined && whole <= COMMON) return {tier: whole, rule: 'spelt-out'}
  if (SYLLABLES.test(key)) return {tier: 60, rule: 'syllables'}
  const tiers = map(parts, known)
  // Short rare words are syllables of other languages: *Es-sat*, *pa-u*.
  const isWord = (tier: number | undefined, index: number) => tier !== undefined && (tier <= COMMON || (parts[index] as string).length > SYLLABLE)
  if (tiers.every(isWord)) return {tier: Math.max(50, ...(tiers as number[])), rule: 'hyphenated'}
  return undefined
}

/** Cut between doubled consonants, as English is when it is sung, spelt or shouted: *hel-lo*, *zuz-zy*. */
const SYLLABLES = /^[a-z]{0,3}([b-df-hj-np-tv-z])-\1[a-z]{0,3}$/u

/** The largest tier of words that everybody knows, and the longest part of a word that may be a mere syllable. */
const COMMON = 35
const SYLLABLE = 3

/** Two common words written as one: *housebuilder*. */
function compounded(key: string, isCommon: (text: string, start: number, end: number) => boolean): Familiarity | undefined {
  for (let cut = SYLLABLE + 1; cut <= key.length - SYLLABLE - 1; cut++) {
    if (isCommon(key, 0, cut) && isCommon(key, cut, key.length)) return {tier: 60, rule: 'compound'}
  }
  return undefined
}

/** The length below which a hyphenated word is not taken apart: linear time against chains without end. */
const LONGEST = 60

/** *J. F.*, *O!*; but *I* and *A* are words. */
const INITIAL = /^(?![AI])\p{Lu}$/u

function makeEnglish(): Host {
  const words = lazy(() => {
    const list = decode(ENGLISH_WORDS)
    supplement(list)
    return list
  })
  const model = lazy(() => {
    const counts = letterCounts()
    eachWord(words(), (units, start, end) => learnUnits(counts, units, start, end))
    return letterModel(counts, anyLanguage)
  })
  const listedTier = (key: string, start = 0, end = key.length): number | undefined => SAID[numberOf(words(), key, start, end)]?.tier
  const isCommon = (text: string, start: number, end: number): boolean => (listedTier(text, start, end) ?? COMMON + 1) <= COMMON
  const derived = (key: string): Familiarity | undefined => {
    for (const {name, sign, bases} of RULES) {
      if (sign !== undefined && !key.includes(sign)) continue
      const tiers = bases(key).flatMap((base) => (base.length > 1 || base === 'i' ? (listedTier(base) ?? []) : []))
      if (tiers.length > 0) return {tier: Math.min(...tiers), rule: name}
    }
    return undefined
  }
  const tierOf = (key: string): number | undefined => listedTier(key) ?? derived(key)?.tier
  const familiarity = memoizeWords((word): Familiarity => {
    const key = fold(word)
    const core = bare(key)
    const number = numberOf(words(), key) || (core === key ? 0 : numberOf(words(), core))
    if (number !== 0) return SAID[number] as Familiarity
    if (isFigure(key)) return {tier: 10, rule: 'number'}
    if (key.length > LONGEST) return {}
    const found = derived(key) ?? (core === key ? undefined : derived(core))
    return found ?? (key.includes('-') ? hyphenated(key, tierOf) : undefined) ?? compounded(key, isCommon) ?? {}
  })
  return {
    lang: 'en',
    familiarity,
    isNeutral: ({surface, key}) => EXCLAMATIONS.has(key) || (!isPlainlySmall(surface) && (isFigure(key) || INITIAL.test(bare(surface)))),
    foreignOdds: ({surface, key}, known) => foreignOdds(known, surface, key),
    spelling: memoizeWords((key) => logProbability(model(), key)),
    functionWords: FUNCTION_WORDS,
    abbreviations: ABBREVIATIONS,
    stem: memoizeWords(stem),
    glossing,
    possessor: (key) => (key.includes("'") ? key.replace(/'s?$/u, '') : key),
  }
}

/** Auxiliaries and irregular verbs that translations mix, under one form. */
const IRREGULAR: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  is: 'be',
  am: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  does: 'do',
  did: 'do',
  done: 'do',
  has: 'have',
  had: 'have',
  goes: 'go',
  went: 'go',
  gone: 'go',
  "don't": 'not',
  "doesn't": 'not',
  "didn't": 'not',
  "isn't": 'not',
  "aren't": 'not',
  "wasn't": 'not',
  "won't": 'not',
  "can't": 'not',
  cannot: 'not',
  "couldn't": 'not',
  "wouldn't": 'not',
  "shouldn't": 'not',
  "haven't": 'not',
  "hasn't": 'not',
  "hadn't": 'not',
  never: 'not',
  no: 'not',
  me: 'i',
  him: 'he',
  them: 'they',
  us: 'we',
  knew: 'know',
  known: 'know',
  children: 'child',
  men: 'man',
  women: 'woman',
  saw: 'see',
  seen: 'see',
  came: 'come',
  said: 'say',
  gave: 'give',
  given: 'give',
  took: 'take',
  taken: 'take',
  made: 'make',
  found: 'find',
  told: 'tell',
  thought: 'think',
  left: 'leave',
  lost: 'lose',
})

/** A light stemmer for comparing translations: regular endings off, irregular words by list. */
function stem(key: string): string {
  const irregular = IRREGULAR[key]
  if (irregular !== undefined) return irregular
  const base = key.replace(/'(?:s|ll|re|ve|d|m)$/u, '')
  if (base !== key) return stem(base)
  if (key.length < 4 || FUNCTION_WORDS.has(key)) return key
  return key.replace(/(?:ies)$/u, 'y').replace(/(?<=[^aeiou]..)(?:ing|ed|es)$|(?<=[^su])s$|e$/u, '')
}

/** English; its words are decoded when the first is asked for. */
export const english: () => Host = lazy(makeEnglish)
