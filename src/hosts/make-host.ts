import {fold, stripApostrophes} from '../prose/folding.js'
import {countUnits, createLetterCounts, createLetterModel, genericLetterModel, logProbability} from '../prose/letter-model.js'
import {isNumeral, startsWithAsciiLower} from '../prose/word-shape.js'
import {lazy} from '../util/lazy.js'
import {map} from '../util/lists.js'
import {memoizeWords} from '../util/memoize-words.js'
import {decodeWords} from './compiled-words.js'
import {COUNTED_ODDS} from './counted-odds.js'
import {COMMON_TIER, DRAWN_OUT, deriveCompound, deriveHyphenated, deriveLongCompound} from './derivation.js'
import {functionWordClasses, rolesByWord, shareOfFunctionWords, splitWords} from './function-words.js'
import type {HostData} from './host-data.js'
import type {Familiarity, Host} from './types.js'
import {forEachWord, getNumber, setNumber, type WordList} from './word-list.js'
import {oddsOf} from './word-odds.js'

/** Longer words are not taken apart, which keeps long chains of hyphens linear. In UTF-16 code units. */
const MAX_LENGTH = 60

/** Lengths and largest tiers of the parts of compounds. */
const SHORT_PART = 3
const LONG_PART = 4
const LONGER_PART = 5
const SHORT_PART_TIER = 20
const RARE_PART_TIER = 60

/** Numbers of the closed classes in a host's list; those of the tiers follow. */
const GRAMMAR_NUMBER = 1
const EXCLAMATION_NUMBER = 2
const FIRST_TIER_NUMBER = 3

/** The largest tier of the words of a supplement. */
const SUPPLEMENT_TIER = 35

/** Share of unknown words of English novels, by whose odds the weights were fitted. */
const ENGLISH_UNKNOWN_RATE = 0.004

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Sk}\p{Lm}]+$/u
const LATIN_VOWEL = /[aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûüýÿ]/u
const OUTSIDE_ASCII = /\P{ASCII}/u
/** An initial: *J. F.* */
const CAPITAL = /^\p{Lu}$/u

/** Adds words that the compiled lists lack, and marks the closed classes. */
function addClosedClasses(list: WordList, {words: {tiers}, supplement, exclamations}: HostData, functionWords: Iterable<string>): void {
  const set = (word: string, number: number) =>
    setNumber(
      list,
      Uint16Array.from(word, (_, i) => word.charCodeAt(i)),
      word.length,
      number,
    )
  const supplementNumber =
    FIRST_TIER_NUMBER +
    Math.max(
      0,
      tiers.findLastIndex((tier) => tier <= SUPPLEMENT_TIER),
    )
  for (const word of splitWords(supplement)) {
    const known = getNumber(list, word)
    if (known === 0 || known > supplementNumber) set(word, supplementNumber)
  }
  for (const word of splitWords(exclamations)) set(word, EXCLAMATION_NUMBER)
  for (const word of functionWords) set(word, GRAMMAR_NUMBER)
}

/**
 * Makes a host language of its data. The word list is decoded at the first lookup.
 *
 * @throws Error at the first lookup if the data is damaged or of another version
 */
export function makeHost(data: HostData): Host {
  const {
    lang,
    unknownRate = ENGLISH_UNKNOWN_RATE,
    derivation = [DRAWN_OUT],
    compoundLinks,
    odds = COUNTED_ODDS,
    script = LATIN,
    vowel = LATIN_VOWEL,
    strangeLetter = OUTSIDE_ASCII,
  } = data
  const roleByWord = rolesByWord(data.roles)
  const classByWord = functionWordClasses(data.roles)
  const exclamations = new Set(splitWords(data.exclamations))
  const singles = new Set(splitWords(data.singles))
  const familiarities: readonly Familiarity[] = [{}, {tier: 10, rule: 'grammar'}, {tier: 20, rule: 'exclamation'}, ...map(data.words.tiers, (tier) => ({tier}))]
  const words = lazy(() => {
    const list = decodeWords(data.words, {lang, firstNumber: FIRST_TIER_NUMBER})
    addClosedClasses(list, data, classByWord.keys())
    return list
  })
  const model = lazy(() => {
    const counts = createLetterCounts()
    forEachWord(words(), (units, start, end) => countUnits(counts, units, start, end))
    return createLetterModel(counts, genericLetterModel)
  })
  const getListedTier = (key: string, start = 0, end = key.length): number | undefined => familiarities[getNumber(words(), key, start, end)]?.tier
  const isCommon = (text: string, start: number, end: number): boolean => (getListedTier(text, start, end) ?? COMMON_TIER + 1) <= COMMON_TIER
  const derive = (key: string): Familiarity | undefined => {
    for (const {name, requires, bases} of derivation) {
      if (requires !== undefined && !key.includes(requires)) continue
      const tiers = bases(key).flatMap((base) => (base.length > 1 || singles.has(base) ? (getListedTier(base) ?? []) : []))
      if (tiers.length > 0) return {tier: Math.min(...tiers), rule: name}
    }
    return undefined
  }
  const getTier = (key: string): number | undefined => getListedTier(key) ?? derive(key)?.tier
  /** Short words are parts of compounds only if everybody knows them, and of long ones not at all: they make compounds of anything. */
  const isPart = (word: string, {isLast, isOfMany}: {isLast: boolean; isOfMany: boolean}): boolean => {
    const length = word.length + (isOfMany ? -1 : 0)
    const most = length < SHORT_PART ? 0 : length < LONG_PART ? SHORT_PART_TIER : length < LONGER_PART ? COMMON_TIER : RARE_PART_TIER
    return most > 0 && ((isLast ? getTier(word) : getListedTier(word)) ?? RARE_PART_TIER + 1) <= most
  }
  const compound = (key: string): Familiarity | undefined =>
    compoundLinks ? deriveLongCompound(key, {links: compoundLinks, isPart}) : deriveCompound(key, isCommon)
  const familiarity = memoizeWords((word): Familiarity => {
    const key = fold(word)
    const core = stripApostrophes(key)
    const number = getNumber(words(), key) || (core === key ? 0 : getNumber(words(), core))
    if (number !== 0) return familiarities[number] as Familiarity
    if (isNumeral(key)) return {tier: 10, rule: 'number'}
    if (key.length > MAX_LENGTH) return {}
    const derived = derive(key) ?? (core === key ? undefined : derive(core))
    return derived ?? (key.includes('-') ? deriveHyphenated(key, getTier) : undefined) ?? compound(key) ?? {}
  })
  const unknownOdds = -Math.max(0, Math.log(unknownRate / ENGLISH_UNKNOWN_RATE))
  const isInitial = (surface: string): boolean => CAPITAL.test(surface) && !singles.has(surface.toLowerCase())
  const forEach = (largestTier: number, visit: (key: string) => void) =>
    forEachWord(words(), (units, start, end, number) => {
      if ((familiarities[number]?.tier ?? COMMON_TIER) <= largestTier) visit(String.fromCharCode(...units.subarray(start, end)))
    })
  return {
    lang,
    shareOf: (keys) => shareOfFunctionWords(keys, classByWord),
    familiarity,
    isNeutral: ({surface, key}) => exclamations.has(key) || (!startsWithAsciiLower(surface) && (isNumeral(key) || isInitial(stripApostrophes(surface)))),
    foreignOdds: ({surface, key}, known) => oddsOf(odds, known, surface, key) + (known.tier === undefined ? unknownOdds : 0),
    unknownOdds,
    spelling: memoizeWords((key) => logProbability(model(), key)),
    isOwnScript: (surface) => script.test(surface),
    hasStrangeLetter: (key) => strangeLetter.test(key),
    hasVowel: (key) => vowel.test(key),
    roleOf: (key) => roleByWord.get(key),
    hasCapitalNouns: data.hasCapitalNouns ?? false,
    isPast: data.isPast ?? (() => false),
    uninflect: data.uninflect ?? (() => []),
    functionWords: new Set(classByWord.keys()),
    functionWordClass: (key) => classByWord.get(key) ?? 0,
    informal: new Set(splitWords(data.informal)),
    likeness: data.likeness?.({tierOf: getListedTier, forEach}) ?? (() => 0),
    ...(data.order && {order: data.order}),
    abbreviations: new Set(splitWords(data.abbreviations)),
    stem: memoizeWords(data.stem),
    glossing: data.glossing,
    naming: data.naming,
    speechVerbs: new Set(splitWords(data.speechVerbs)),
    cues: data.cues,
    possessor: data.possessor ?? ((key) => key),
  }
}
