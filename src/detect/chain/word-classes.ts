import type {Familiarity, Host} from '../../hosts/types.js'
import type {PrintedForm} from '../../prose/types.js'
import {isAllCaps, isCapitalized, isNumeral} from '../../prose/word-shape.js'
import {LANGUAGES, marksBeside, NAME} from '../words/marks-of.js'

/** What kind of word a printed form is, by the host's lists and by its letters. */
export const WORD_CLASS = {
  grammar: 0,
  shortGrammar: 1,
  common: 2,
  familiar: 3,
  uncommon: 4,
  rare: 5,
  clitic: 6,
  derived: 7,
  informal: 8,
  listedRare: 9,
  listed: 10,
  unknown: 11,
  capital: 12,
  capitals: 13,
  innerCapital: 14,
  listedName: 15,
  listedCapital: 16,
  figure: 17,
  neutral: 18,
  script: 19,
  respelt: 20,
  noise: 21,
} as const

export const HOST_WORD = 0
export const RARE_WORD = 1
export const LISTED_WORD = 2
export const UNKNOWN_WORD = 3
export const CAPITAL_WORD = 4
export const OTHER_WORD = 5
export const NAME_WORD = 6

/** Coarse class of each class. */
const COARSE_OF = Uint8Array.of(0, 0, 0, 0, 1, 1, 0, 1, 5, 2, 2, 3, 4, 4, 3, 6, 2, 5, 5, 3, 5, 5)

export const coarseOf = (wordClass: number): number => COARSE_OF[wordClass] as number

const INNER_CAPITAL = /\p{Ll}\p{Lu}/u
/** Spaces that typographers' programs put inside words; letters in fancy styles are NFKC's compatibility letters. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

/** Letters in styles of Unicode, small capitals and full-width letters as plain ones; marks piled on letters and invisible characters gone. */
function plainLetters(surface: string): string {
  return surface
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(/[\u0334-\u0338\u0340-\u0362\u0489]|\p{M}{2,}/gu, '')
    .normalize('NFC')
}

const SMALL_CAPITALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ᴀbʙcᴄdᴅeᴇfꜰgɢhʜiɪjᴊkᴋlʟmᴍnɴoᴏpᴘrʀsꜱtᴛuᴜvᴠwᴡyʏzᴢ'].flatMap((_, i, all) =>
    i === 0 ? [['ᴀ', 'a']] : i % 2 === 0 ? [[all[i] as string, all[i - 1] as string]] : [],
  ),
)
const SMALL_CAPITAL = new RegExp(`[${Object.keys(SMALL_CAPITALS).join('')}]`, 'gu')
const LEET: Readonly<Record<string, string>> = {'0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't'}

/** Whether a word is the host's in letters of another style: full-width, mathematical, small capitals, digits for letters. */
function isStyled(surface: string, {familiarity}: Pick<Host, 'familiarity'>): boolean {
  const plain = plainLetters(surface).replace(SMALL_CAPITAL, (letter) => SMALL_CAPITALS[letter] as string)
  if (plain !== surface && plain !== '' && familiarity(plain).tier !== undefined) return true
  if (!/\p{L}/u.test(surface) || !/\p{N}/u.test(surface)) return false
  return familiarity(surface.replace(/[013457]/gu, (digit) => LEET[digit] as string)).tier !== undefined
}

/** A letter that is held: *hurrrgh*, *bommm*. */
const HELD = /(.)\1{2,}/gu

/** Whether a word is a sound, an interjection or a word of chats, however long its letters are held. */
const isInformal = (key: string, {informal}: Pick<Host, 'informal'>): boolean =>
  informal.has(key) || (key.search(HELD) >= 0 && (informal.has(key.replace(HELD, '$1')) || informal.has(key.replace(HELD, '$1$1'))))

function classOfKnown(familiarity: Familiarity, key: string, host: Host): number {
  const {tier = 0, rule} = familiarity
  if (host.functionWords.has(key)) return key.length <= 2 ? WORD_CLASS.shortGrammar : WORD_CLASS.grammar
  if ((marksBeside(host.lang, key, familiarity) & LANGUAGES) !== 0 && (tier > 35 || rule !== undefined)) return WORD_CLASS.listedRare
  if (rule === 'exclamation' || isInformal(key, host)) return WORD_CLASS.informal
  if (rule === 'ignored') return WORD_CLASS.common
  if (rule === 'clitic' || rule === 'dropped-t' || rule === 'dropped-g' || rule === 'dropped-h') return WORD_CLASS.clitic
  if (rule !== undefined && rule !== 'grammar') return WORD_CLASS.derived
  if (tier <= 20) return WORD_CLASS.common
  return tier <= 35 ? WORD_CLASS.familiar : tier <= 50 ? WORD_CLASS.uncommon : WORD_CLASS.rare
}

const UNKNOWN: Familiarity = {}

function classOfUnknown(surface: string, key: string, host: Host): number {
  if (!host.isOwnScript(surface)) return isStyled(surface, host) ? WORD_CLASS.common : WORD_CLASS.script
  const marks = marksBeside(host.lang, key, UNKNOWN)
  if (isInformal(key, host) && (marks & LANGUAGES) === 0) return WORD_CLASS.informal
  if (host.abbreviations.has(key)) return WORD_CLASS.neutral
  if (key.includes('-') && key.split('-').every((part) => isInformal(part, host) || host.familiarity(part).tier !== undefined)) return WORD_CLASS.informal
  if (isStyled(surface, host)) return WORD_CLASS.common
  if (/^\p{Lu}\P{Lu}*$/u.test(surface) === false && INNER_CAPITAL.test(surface) && !surface.includes('-')) return WORD_CLASS.innerCapital
  if (isAllCaps(surface)) return WORD_CLASS.capitals
  if (isCapitalized(surface)) return (marks & NAME) !== 0 ? WORD_CLASS.listedName : (marks & LANGUAGES) !== 0 ? WORD_CLASS.listedCapital : WORD_CLASS.capital
  if ((marks & LANGUAGES) !== 0) return WORD_CLASS.listed
  if (!host.hasVowel(key) || /(.)\1\1/u.test(key)) return WORD_CLASS.noise
  return host.likeness(key) === 2 ? WORD_CLASS.respelt : WORD_CLASS.unknown
}

/** The class of a printed form. */
export function classOf(form: PrintedForm, familiarity: Familiarity, host: Host): number {
  const {surface, key} = form
  if (familiarity.rule === 'number' || (isNumeral(key) && !/\p{L}/u.test(key))) return WORD_CLASS.figure
  if (host.isNeutral(form) && familiarity.rule !== 'exclamation' && familiarity.rule !== 'ignored')
    return isNumeral(key) ? WORD_CLASS.figure : WORD_CLASS.neutral
  return familiarity.tier === undefined ? classOfUnknown(surface, key, host) : classOfKnown(familiarity, key, host)
}
