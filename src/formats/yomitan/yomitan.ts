import {standing} from '../../lexicon/entry.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {fingerprint} from '../shared/fingerprint.js'
import {checked, definitionLanguageOf, languagesOf, textOf, wrong} from '../shared/input.js'
import {titleOf} from '../shared/titles.js'
import {unzip, zip} from '../shared/zip.js'
import type {DictionaryFormat, Files, ReadOptions, WriteOptions, Written} from '../types.js'
import {entriesOf, type Json, NON_LEMMA, type PlacedRow, rowsOf, tagsFor} from './yomitan-bank.js'

/** Rows of a bank: Yomitan reads a bank at once. */
const BANK_ROWS = 10_000

// ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The code of ISO 639 in a tag; it has one for languages without code, which a tag of private use alone is. */
function codeOf(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-')
  return primary === 'x' ? 'mis' : primary
}

/** Entries row by row, each bank's as its text: all rows of a hundred thousand entries would take a gigabyte. */
function* banksOf(entries: readonly Entry[], tags: ReadonlyMap<string, string>, language: string): Generator<string> {
  const rows: string[] = []
  const bank = () => `[${rows.splice(0).join(',')}]`
  for (const [index, entry] of entries.entries()) {
    for (const row of rowsOf(entry, index + 1, tags, language)) {
      if (rows.length === BANK_ROWS) yield bank()
      rows.push(JSON.stringify(row))
    }
  }
  yield bank()
}

function write(dictionary: Dictionary, options: WriteOptions = {}): Uint8Array {
  const {entries, ...about} = standing(dictionary)
  const tags = tagsFor(entries)
  const files: Record<string, Uint8Array> = {}
  const prints: string[] = []
  const add = (path: string, text: string): void => {
    files[path] = new TextEncoder().encode(text)
    prints.push(fingerprint(text))
  }
  const tagBank = [[NON_LEMMA, '', 0, 'leads to another word', 0], ...[...tags].map(([partOfSpeech, tag]) => [tag, 'partOfSpeech', 0, partOfSpeech, 0])]
  add('tag_bank_1.json', JSON.stringify(tagBank))
  let bank = 0
  for (const rows of banksOf(entries, tags, dictionary.language)) add(`term_bank_${++bank}.json`, rows)
  const index = {
    title: titleOf(dictionary, options),
    format: 3,
    revision: fingerprint(JSON.stringify([about, prints])).slice(0, 12),
    sequenced: true,
    ...(dictionary.source !== undefined && {attribution: dictionary.source}),
    ...(dictionary.licence !== undefined && {description: `Licence: ${dictionary.licence}`}),
    sourceLanguage: codeOf(dictionary.language),
    targetLanguage: codeOf(definitionLanguageOf(dictionary)),
    xenogloss: about,
  }
  add('index.json', JSON.stringify(index))
  return zip(files)
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

const WANTED = /^(?:index|(?:term|tag)_bank_\d+)\.json$/u

function banksIn(input: Written, options: ReadOptions): Files {
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

/** `art` is any invented language: what the caller knows is more. */
const statedBy = ({sourceLanguage, targetLanguage}: Json, {language}: ReadOptions): {language: unknown; definitionLanguage: unknown} => ({
  language: sourceLanguage === 'art' ? (language ?? 'art') : sourceLanguage,
  definitionLanguage: targetLanguage,
})

function read(input: Written, options: ReadOptions = {}): Dictionary {
  const files = banksIn(input, options)
  if (!files['index.json']) throw wrong(options, 'expected index.json at the root of the archive')
  const index = jsonOf(files, 'index.json', options) as Json | null
  if (typeof index !== 'object' || index === null) throw wrong(options, 'index.json', 'expected an object')
  const format = index.format ?? index.version
  if (format !== 3) throw wrong(options, 'index.json', `expected format 3, got ${JSON.stringify(format)}`)
  if (!Object.keys(files).some((name) => name.startsWith('term_bank_'))) throw wrong(options, 'expected a bank of terms: term_bank_1.json')
  const {title, attribution, xenogloss} = index
  const about = xenogloss ?? {
    ...languagesOf(statedBy(index, options), options),
    ...(typeof title === 'string' && title !== '' && {name: title}),
    ...(typeof attribution === 'string' && attribution !== '' && {source: attribution}),
  }
  const rows = {terms: bankRows(files, 'term', options), tags: bankRows(files, 'tag', options)}
  const entries = entriesOf(rows, {isOurs: xenogloss !== undefined, isSequenced: index.sequenced === true})
  return checked({...(about as object), entries}, options)
}

/**
 * A dictionary archive of Yomitan (term banks of format 3): an entry a row with structured content, other spellings and inflected forms
 * as rows that lead to it.
 *
 * - Loaded by Yomitan, the pop-up dictionary for browsers.
 * - Keeps everything but evidence and what is rejected. Yomitan's own fields hold no invented language (`art` is all of them) and no
 *   structure; those lie in `data` of the content and in the field `xenogloss` of the index, which Yomitan ignores. Reads archives of
 *   others: structured content becomes text, deinflections become forms, tags of the category `partOfSpeech` the part of speech, a reading
 *   another spelling; scores, other tags, pictures without description, frequencies, pitch accents and kanji banks are left.
 * - Options: `name`.
 */
export const yomitan = {
  name: 'yomitan',
  extension: 'zip',
  mediaType: 'application/zip',
  /** @throws TypeError that names the file, the place and the reason */
  read,
  /** Answers the bytes of the archive. */
  write,
} as const satisfies DictionaryFormat
