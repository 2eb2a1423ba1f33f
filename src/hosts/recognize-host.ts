import {lazy} from '../util/lazy.js'
import {GERMAN_ROLES} from './de/german-roles.js'
import {ENGLISH_ROLES} from './en/english-roles.js'
import {SPANISH_ROLES} from './es/spanish-roles.js'
import {FRENCH_ROLES} from './fr/french-roles.js'
import {functionWordClasses, shareOfFunctionWords} from './function-words.js'
import type {HostData} from './host-data.js'
import {ITALIAN_ROLES} from './it/italian-roles.js'
import {POLISH_ROLES} from './pl/polish-roles.js'
import {PORTUGUESE_ROLES} from './pt/portuguese-roles.js'
import {RUSSIAN_ROLES} from './ru/russian-roles.js'
import {SWEDISH_ROLES} from './sv/swedish-roles.js'
import {MIN_SHARE, MIN_WORDS, toldKeys} from './told-words.js'

const ROLES = {
  en: ENGLISH_ROLES,
  de: GERMAN_ROLES,
  es: SPANISH_ROLES,
  fr: FRENCH_ROLES,
  it: ITALIAN_ROLES,
  pl: POLISH_ROLES,
  pt: PORTUGUESE_ROLES,
  ru: RUSSIAN_ROLES,
  sv: SWEDISH_ROLES,
} as const satisfies Record<string, HostData['roles']>

/** The BCP 47 tags of the host languages that come with the package, English first. */
export type HostTag = keyof typeof ROLES | 'ja' | 'zh'
/** The tags in a list. */
export const hostTags: readonly HostTag[] = [...(Object.keys(ROLES) as (keyof typeof ROLES)[]), 'ja', 'zh']

/** Parts that are read of a text, and their length in UTF-16 code units. */
const PARTS = 4
const PART = 4000

/** Share of the letters, at least, that are Chinese characters or kana in a story in Chinese or Japanese, and of these that are kana in Japanese. */
const MIN_EAST_ASIAN = 0.4
const MIN_KANA = 0.1
const MIN_LETTERS = 40

const TAGS = /<[^<>]{0,2000}>/gu

const functionWords = lazy(() => Object.entries(ROLES).map(([tag, roles]) => [tag as HostTag, functionWordClasses(roles)] as const))

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Japanese and Chinese are told by their script. */
function recognizeScript(text: string): HostTag | undefined {
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const both = kana + count(text, /\p{Script=Han}/gu)
  const letters = count(text, /\p{L}/gu)
  if (letters < MIN_LETTERS || both < MIN_EAST_ASIAN * letters) return undefined
  return kana >= MIN_KANA * both ? 'ja' : 'zh'
}

/**
 * Recognises the language that a story is told in, by its share of function words, without loading any word list.
 *
 * @param text the story, with markup or without
 * @returns English for a text in none of the languages, or too short to tell
 */
export function recognizeHost(text: string): HostTag {
  const step = Math.max(PART, Math.floor(text.length / PARTS))
  const parts = Array.from({length: PARTS}, (_, i) => text.slice(i * step, i * step + PART))
  const sample = parts.join('\n').replace(TAGS, ' ')
  const eastAsian = recognizeScript(sample)
  if (eastAsian) return eastAsian
  const keys = toldKeys(sample)
  if (keys.length < MIN_WORDS) return 'en'
  let best: {tag: HostTag; share: number} = {tag: 'en', share: MIN_SHARE}
  for (const [tag, classes] of functionWords()) {
    const share = shareOfFunctionWords(keys, classes)
    if (share > best.share) best = {tag, share}
  }
  return best.tag
}
