import {dictionaryErrors} from '../../lexicon/dictionary-schema.js'
import type {Dictionary} from '../../lexicon/types.js'
import {LANGUAGE_TAG} from '../../prose/language-tag.js'
import type {Files, ReadOptions, Written} from '../types.js'

/** What every reading shares: bytes become text, errors name the file, what comes out is a dictionary. */

/** More than this is not taken in, packed or unpacked: no dictionary of an invented language is so large. In bytes. */
export const MOST_BYTES = 256 * 1024 * 1024

/** `words.csv: line 3: expected …`; where nobody has named the file, `the file`. */
export const wrong = ({file = 'the file'}: ReadOptions, ...reasons: readonly string[]): TypeError => new TypeError([file, ...reasons].join(': '))

/** The text of a file, its byte order mark left out. UTF-8, unless its first bytes say UTF-16. */
export function textOf(input: Written, options: ReadOptions = {}): string {
  if (typeof input === 'string') return input.startsWith('\ufeff') ? input.slice(1) : input
  if (!(input instanceof Uint8Array)) throw wrong(options, 'expected text or the bytes of one file, got several files')
  if (input.length > MOST_BYTES) throw wrong(options, `expected at most ${MOST_BYTES} bytes, got ${input.length}`)
  const encoding = input[0] === 0xff && input[1] === 0xfe ? 'utf-16le' : input[0] === 0xfe && input[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(input)
  } catch {
    throw wrong(options, `expected ${encoding.toUpperCase()}, got bytes that are none`)
  }
}

/**
 * The files of a dictionary that consists of several.
 *
 * @throws TypeError for text or the bytes of one file
 */
export function filesOf(input: Written, options: ReadOptions = {}): Files {
  if (typeof input === 'string' || input instanceof Uint8Array) throw wrong(options, 'expected all files of the dictionary, got one without a name')
  return input
}

/** The language of definitions, in files that always name one. */
export const definitionLanguageOf = ({definitionLanguage = 'en'}: Pick<Dictionary, 'definitionLanguage'>): string => definitionLanguage

/** A language tag, if it is one: other programs put names there. */
const tagOf = (stated: unknown): string | undefined => (typeof stated === 'string' && LANGUAGE_TAG.test(stated) ? stated : undefined)

/** The languages that a file states, or else the caller. Nothing is said of definitions in English, which they are unless somebody says otherwise. */
export function languagesOf(
  stated: {readonly language?: unknown; readonly definitionLanguage?: unknown},
  options: ReadOptions,
): Pick<Dictionary, 'language' | 'definitionLanguage'> {
  const language = tagOf(stated.language) ?? options.language ?? 'art-x-unknown'
  const definitionLanguage = tagOf(stated.definitionLanguage) ?? options.definitionLanguage
  return {language, ...(definitionLanguage !== undefined && definitionLanguage !== 'en' && {definitionLanguage})}
}

/** What was read, if it is a dictionary by dictionaries/dictionary.schema.json. */
export function checked(value: unknown, options: ReadOptions = {}): Dictionary {
  const errors = dictionaryErrors(value)
  if (errors.length === 0) return value as Dictionary
  const rest = errors.length > 5 ? [`… and ${errors.length - 5} more`] : []
  throw wrong(options, ['not a dictionary', ...errors.slice(0, 5), ...rest].join('\n'))
}
