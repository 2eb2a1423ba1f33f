import {dictionaryErrors} from '../../lexicon/dictionary-schema.js'
import type {Dictionary} from '../../lexicon/types.js'
import {LANGUAGE_TAG} from '../../prose/language-tag.js'
import type {FileMap, FormatOutput, ReadOptions} from '../types.js'
import {refusedSpreadsheet} from './refused-spreadsheet.js'

/** What all readers share: decoding, errors that name the file, and validation. */

/** Maximum size of input in bytes, compressed or not: no dictionary of an invented language is so large. */
export const MAX_BYTES = 256 * 1024 * 1024

/** Creates an error such as `words.csv: line 3: expected …`. */
export const fileError = ({file = 'the file'}: ReadOptions, ...reasons: readonly string[]): TypeError => new TypeError([file, ...reasons].join(': '))

/** Tells the caller what a reader passes over. */
export const passOver = (options: ReadOptions, ...reasons: readonly string[]): void => options.onMessage?.(fileError(options, ...reasons).message)

/** Decodes a file as UTF-8, or as UTF-16 if it has that byte order mark. Removes the mark. */
export function decodeText(input: FormatOutput, options: ReadOptions = {}): string {
  if (typeof input === 'string') return input.startsWith('\ufeff') ? input.slice(1) : input
  if (!(input instanceof Uint8Array)) throw fileError(options, 'expected text or the bytes of one file, got several files')
  if (input.length > MAX_BYTES) throw fileError(options, `expected at most ${MAX_BYTES} bytes, got ${input.length}`)
  const encoding = input[0] === 0xff && input[1] === 0xfe ? 'utf-16le' : input[0] === 0xfe && input[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(input)
  } catch {
    throw fileError(options, refusedSpreadsheet(options.file ?? '', input) ?? `expected ${encoding.toUpperCase()}, got invalid bytes`)
  }
}

/**
 * Returns the files of a dictionary that consists of several.
 *
 * @throws TypeError for text or the bytes of one file
 */
export function requireFiles(input: FormatOutput, options: ReadOptions = {}): FileMap {
  if (typeof input === 'string' || input instanceof Uint8Array) throw fileError(options, 'expected all files of the dictionary, got a single file')
  return input
}

/** Returns the language of definitions, `en` if the dictionary does not state it. */
export const definitionLanguageOf = ({definitionLanguage = 'en'}: Pick<Dictionary, 'definitionLanguage'>): string => definitionLanguage

/** Returns a language tag if it is valid: other programs put names there. */
const validTag = (stated: unknown): string | undefined => (typeof stated === 'string' && LANGUAGE_TAG.test(stated) ? stated : undefined)

/** Returns the languages that a file states, else those in the options. Omits `definitionLanguage` if it is the default, English. */
export function resolveLanguages(
  stated: {readonly language?: unknown; readonly definitionLanguage?: unknown},
  options: ReadOptions,
): Pick<Dictionary, 'language' | 'definitionLanguage'> {
  const language = validTag(stated.language) ?? options.language ?? 'art-x-unknown'
  const definitionLanguage = validTag(stated.definitionLanguage) ?? options.definitionLanguage
  return {language, ...(definitionLanguage !== undefined && definitionLanguage !== 'en' && {definitionLanguage})}
}

/**
 * Returns the value if it conforms to dictionaries/dictionary.schema.json.
 *
 * @throws TypeError that lists the first five errors
 */
export function validateDictionary(value: unknown, options: ReadOptions = {}): Dictionary {
  const errors = dictionaryErrors(value)
  if (errors.length === 0) return value as Dictionary
  const rest = errors.length > 5 ? [`… and ${errors.length - 5} more`] : []
  throw fileError(options, ['not a valid dictionary', ...errors.slice(0, 5), ...rest].join('\n'))
}
