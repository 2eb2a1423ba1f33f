import {standing} from '../lexicon/entry.js'
import {LANGUAGE_TAG} from '../text/language-tag.js'
import type {Dictionary, DictionaryFormat, Files, ReadOptions, WriteOptions, Written} from '../types.js'
import {fingerprint} from './fingerprint.js'
import {checked, definedIn, definitionLanguageOf, textOf, wrong} from './input.js'
import {entriesOf, type Json, NON_LEMMA, type PlacedRow, rowsOf, tagsFor} from './term-bank.js'
import {unzip, zip} from './zip.js'

/** Rows of a bank: Yomitan reads a bank at once. */
const BANK_ROWS = 10_000

// ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The code of ISO 639 in a tag; it has one for languages without code, which a tag of private use alone is. */
function codeOf(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-')
  return primary === 'x' ? 'mis' : primary
}

function write(dictionary: Dictionary, {name = dictionary.language}: WriteOptions = {}): Uint8Array {
  const {entries, ...about} = standing(dictionary)
  const tags = tagsFor(entries)
  const rows = entries.flatMap((entry, index) => rowsOf(entry, index + 1, tags, dictionary.language))
  const index = {
    title: dictionary.name ?? name,
    format: 3,
    revision: fingerprint(JSON.stringify([about, rows])).slice(0, 12),
    sequenced: true,
    ...(dictionary.source !== undefined && {attribution: dictionary.source}),
    ...(dictionary.licence !== undefined && {description: `Licence: ${dictionary.licence}`}),
    sourceLanguage: codeOf(dictionary.language),
    targetLanguage: codeOf(definitionLanguageOf(dictionary)),
    xenogloss: about,
  }
  const tagBank = [[NON_LEMMA, '', 0, 'leads to another word', 0], ...[...tags].map(([partOfSpeech, tag]) => [tag, 'partOfSpeech', 0, partOfSpeech, 0])]
  const files: Record<string, Uint8Array> = {}
  const add = (path: string, value: unknown): void => {
    files[path] = new TextEncoder().encode(JSON.stringify(value))
  }
  add('index.json', index)
  add('tag_bank_1.json', tagBank)
  for (let bank = 0; bank === 0 || bank * BANK_ROWS < rows.length; bank++) {
    add(`term_bank_${bank + 1}.json`, rows.slice(bank * BANK_ROWS, (bank + 1) * BANK_ROWS))
  }
  return zip(files)
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

const WANTED = /^(?:index|(?:term|tag)_bank_\d+)\.json$/u

function filesOf(input: Written, options: ReadOptions): Files {
  if (typeof input === 'string') throw wrong(options, 'expected a zip archive, got text')
  if (input instanceof Uint8Array) return unzip(input, options, (name) => WANTED.test(name))
  return Object.fromEntries(Object.entries(input).filter(([name]) => WANTED.test(name)))
}

function jsonOf(files: Files, name: string, options: ReadOptions): unknown {
  const file = {...options, file: `${options.file ?? 'the file'}: ${name}`}
  try {
    return JSON.parse(textOf(files[name] as Uint8Array, file))
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong(file, 'not JSON', error.message)
    throw error
  }
}

/** The rows of all banks of a kind. */
function* bankRows(files: Files, kind: 'term' | 'tag', options: ReadOptions): Generator<PlacedRow> {
  const numberOf = (name: string): number => Number(/\d+/u.exec(name)?.[0])
  const names = Object.keys(files).filter((name) => name.startsWith(`${kind}_bank_`))
  for (const name of names.sort((a, b) => numberOf(a) - numberOf(b))) {
    const rows = jsonOf(files, name, options)
    if (!Array.isArray(rows)) throw wrong(options, name, 'expected a list of rows')
    for (const [index, row] of rows.entries()) {
      const at = {...options, file: `${options.file ?? 'the file'}: ${name}: row ${index + 1}`}
      if (!Array.isArray(row) || typeof row[0] !== 'string' || row[0] === '') throw wrong(at, `expected a row that begins with a ${kind}`)
      yield {row, at}
    }
  }
}

function languageOf({sourceLanguage}: Json, {language}: ReadOptions): string {
  const stated = typeof sourceLanguage === 'string' && LANGUAGE_TAG.test(sourceLanguage) ? sourceLanguage : undefined
  // `art` is any invented language: what the caller knows is more.
  return (stated === 'art' ? undefined : stated) ?? language ?? stated ?? 'art-x-unknown'
}

function read(input: Written, options: ReadOptions = {}): Dictionary {
  const files = filesOf(input, options)
  if (!files['index.json']) throw wrong(options, 'expected index.json at the root of the archive')
  const index = jsonOf(files, 'index.json', options) as Json | null
  if (typeof index !== 'object' || index === null) throw wrong(options, 'index.json', 'expected an object')
  const format = index.format ?? index.version
  if (format !== 3) throw wrong(options, 'index.json', `expected format 3, got ${JSON.stringify(format)}`)
  if (!Object.keys(files).some((name) => name.startsWith('term_bank_'))) throw wrong(options, 'expected a bank of terms: term_bank_1.json')
  const {title, attribution, targetLanguage, xenogloss} = index
  const about = xenogloss ?? {
    language: languageOf(index, options),
    ...definedIn(targetLanguage, options),
    ...(typeof title === 'string' && title !== '' && {name: title}),
    ...(typeof attribution === 'string' && attribution !== '' && {source: attribution}),
  }
  const rows = {terms: bankRows(files, 'term', options), tags: bankRows(files, 'tag', options)}
  const entries = entriesOf(rows, {isOurs: xenogloss !== undefined, isSequenced: index.sequenced === true})
  return checked({...(about as object), entries}, options)
}

/**
 * A dictionary archive of Yomitan, the pop-up dictionary for browsers (format 3): an entry a row with structured content, other spellings
 * and inflected forms as rows that lead to it.
 *
 * Written: everything but evidence. Yomitan's own fields hold no invented language (`art` is all of them) and no structure; those lie in
 * `data` of the content and in the field `xenogloss` of the index, which Yomitan ignores.
 *
 * Read: archives of anybody. Structured content becomes text, deinflections become forms, tags of the category `partOfSpeech` become the
 * part of speech; a reading becomes another spelling; scores, other tags, pictures without description, frequencies, pitch accents and
 * characters (kanji banks) are left.
 */
export const yomitan = {name: 'yomitan', extension: 'zip', mediaType: 'application/zip', read, write} as const satisfies DictionaryFormat
