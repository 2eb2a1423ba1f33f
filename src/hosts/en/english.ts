import {fold, stripApostrophes} from '../../prose/folding.js'
import {countUnits, createLetterCounts, createLetterModel, genericLetterModel, logProbability} from '../../prose/letter-model.js'
import {isNumeral, startsWithAsciiLower} from '../../prose/word-shape.js'
import {lazy} from '../../util/lazy.js'
import {memoizeWords} from '../../util/memoize-words.js'
import type {Familiarity, Host} from '../types.js'
import {forEachWord, getNumber} from '../word-list.js'
import {cues} from './english-cues.js'
import {COMMON_TIER, DERIVATION_RULES, deriveCompound, deriveHyphenated} from './english-derivation.js'
import {glossing} from './english-glossing.js'
import {ABBREVIATIONS, EXCLAMATIONS, FUNCTION_WORD_CLASS, FUNCTION_WORDS} from './english-grammar.js'
import {INFORMAL} from './english-informal.js'
import {FAMILIARITIES, loadEnglishWords} from './english-list.js'
import {naming} from './english-naming.js'
import {foreignOdds} from './english-odds.js'
import {englishOrder} from './english-order.js'
import {createLikeness} from './english-respellings.js'
import {SPEECH_VERBS} from './english-speech.js'
import {stem} from './english-stem.js'

/** Longer words are not taken apart, which keeps long chains of hyphens linear. In UTF-16 code units. */
const MAX_LENGTH = 60

/** *J. F.*, *O!*; but *I* and *A* are words. */
const INITIAL = /^(?![AI])\p{Lu}$/u

function createEnglish(): Host {
  const words = lazy(loadEnglishWords)
  const model = lazy(() => {
    const counts = createLetterCounts()
    forEachWord(words(), (units, start, end) => countUnits(counts, units, start, end))
    return createLetterModel(counts, genericLetterModel)
  })
  const getListedTier = (key: string, start = 0, end = key.length): number | undefined => FAMILIARITIES[getNumber(words(), key, start, end)]?.tier
  const isCommon = (text: string, start: number, end: number): boolean => (getListedTier(text, start, end) ?? COMMON_TIER + 1) <= COMMON_TIER
  const derive = (key: string): Familiarity | undefined => {
    for (const {name, requires, bases} of DERIVATION_RULES) {
      if (requires !== undefined && !key.includes(requires)) continue
      const tiers = bases(key).flatMap((base) => (base.length > 1 || base === 'i' ? (getListedTier(base) ?? []) : []))
      if (tiers.length > 0) return {tier: Math.min(...tiers), rule: name}
    }
    return undefined
  }
  const getTier = (key: string): number | undefined => getListedTier(key) ?? derive(key)?.tier
  const familiarity = memoizeWords((word): Familiarity => {
    const key = fold(word)
    const core = stripApostrophes(key)
    const number = getNumber(words(), key) || (core === key ? 0 : getNumber(words(), core))
    if (number !== 0) return FAMILIARITIES[number] as Familiarity
    if (isNumeral(key)) return {tier: 10, rule: 'number'}
    if (key.length > MAX_LENGTH) return {}
    const derived = derive(key) ?? (core === key ? undefined : derive(core))
    return derived ?? (key.includes('-') ? deriveHyphenated(key, getTier) : undefined) ?? deriveCompound(key, isCommon) ?? {}
  })
  const likeness = createLikeness(words, (key) => getListedTier(key))
  return {
    lang: 'en',
    familiarity,
    isNeutral: ({surface, key}) => EXCLAMATIONS.has(key) || (!startsWithAsciiLower(surface) && (isNumeral(key) || INITIAL.test(stripApostrophes(surface)))),
    foreignOdds: ({surface, key}, known) => foreignOdds(known, surface, key),
    spelling: memoizeWords((key) => logProbability(model(), key)),
    functionWords: FUNCTION_WORDS,
    functionWordClass: (key) => FUNCTION_WORD_CLASS.get(key) ?? 0,
    informal: INFORMAL,
    likeness,
    order: englishOrder,
    abbreviations: ABBREVIATIONS,
    stem: memoizeWords(stem),
    glossing,
    naming,
    speechVerbs: SPEECH_VERBS,
    cues,
    possessor: (key) => (key.includes("'") ? key.replace(/'s?$/u, '') : key),
  }
}

/** English. The word list is decoded at the first lookup. */
export const english: () => Host = lazy(createEnglish)
