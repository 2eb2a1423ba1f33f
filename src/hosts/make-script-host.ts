import {fold} from '../prose/folding.js'
import {isNumeral} from '../prose/word-shape.js'
import {rolesByWord, splitWords} from './function-words.js'
import {type GlossWords, glossFrom} from './gloss-words.js'
import type {HostData, Words} from './host-data.js'
import type {Familiarity, Host} from './types.js'

/** What is to be known of a language that is told from others by its script, and has no spaces between words. */
export interface ScriptHostData {
  /** BCP 47. */
  readonly lang: string
  /** Matches a word in this language's script. */
  readonly script: RegExp
  /** Matches words that only this language has among those of its script; of them a story has a share. */
  readonly own: RegExp
  /** Matches words that this language hardly ever has, but another of its script. */
  readonly others?: RegExp
  /** As in `HostData`. */
  readonly roles: HostData['roles']
  readonly speechVerbs: Words
  readonly gloss: GlossWords
}

const KNOWN: Familiarity = {tier: 20}
const NUMBER: Familiarity = {tier: 10, rule: 'number'}
const UNKNOWN: Familiarity = {}

/** Log-odds of words in the script and in others. */
const OWN_ODDS = -6
const OTHER_ODDS = 4
/** Natural log-probability of a letter of the script, and of another. */
const OWN_LETTER = -3
const OTHER_LETTER = -6

/**
 * Makes a host language that is told from others by its script: every word in it is the host's. A story in which a foreign language is written in
 * the same script needs a dictionary or marks.
 */
export function makeScriptHost({lang, script, own, others, roles, speechVerbs, gloss}: ScriptHostData): Host {
  const roleByWord = rolesByWord(roles)
  const isOwn = (surface: string): boolean => script.test(surface)
  return {
    lang,
    shareOf: (keys) => {
      if (keys.length === 0) return 0
      let count = 0
      for (const key of keys) count += others?.test(key) ? -1 : own.test(key) ? 1 : 0
      return Math.max(0, count / keys.length)
    },
    familiarity: (word) => (isOwn(word) ? KNOWN : isNumeral(fold(word)) ? NUMBER : UNKNOWN),
    isNeutral: ({key}) => isNumeral(key),
    foreignOdds: ({surface}) => (isOwn(surface) ? OWN_ODDS : OTHER_ODDS),
    unknownOdds: 0,
    spelling: (key) => (key.length + 1) * (isOwn(key) ? OWN_LETTER : OTHER_LETTER),
    isOwnScript: () => true,
    hasStrangeLetter: (key) => !isOwn(key),
    hasVowel: () => true,
    hasCapitalNouns: false,
    roleOf: (key) => roleByWord.get(key),
    isPast: () => false,
    uninflect: () => [],
    functionWords: new Set(),
    functionWordClass: () => 0,
    informal: new Set(),
    likeness: () => 0,
    possessor: (key) => key,
    abbreviations: new Set(),
    speechVerbs: new Set(splitWords(speechVerbs)),
    stem: (key) => key,
    ...glossFrom(gloss, roles),
  }
}
