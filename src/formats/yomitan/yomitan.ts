import {withoutRejected} from '../../lexicon/entry.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {sha1} from '../../util/sha1.js'
import {checkedFormat} from '../shared/checked-format.js'
import {decodeText, definitionLanguageOf, fileError, resolveLanguages, validateDictionary} from '../shared/input.js'
import {titleOf} from '../shared/titles.js'
import {unzip, zip} from '../shared/zip.js'
import type {FileMap, FormatOutput, ReadOptions, WriteOptions} from '../types.js'
import {entryRows, NON_LEMMA, readEntries, tagNames} from './yomitan-bank.js'
import {pronunciationRows} from './yomitan-pronunciations.js'
import type {JsonObject, LocatedRow} from './yomitan-rows.js'

/** Maximum rows in a bank: Yomitan reads whole banks. */
const ROWS_PER_BANK = 10_000

// ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Returns the ISO 639 code of a language tag; `mis`, the code for uncoded languages, if the whole tag is private use. */
function languageCode(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-')
  return primary === 'x' ? 'mis' : primary
}

/** Yields banks as JSON text. Serializes row by row, because all rows of a hundred thousand entries would take a gigabyte. */
function* termBanks(entries: readonly Entry[], tags: ReadonlyMap<string, string>, language: string): Generator<string> {
  const rows: string[] = []
  const bank = () => `[${rows.splice(0).join(',')}]`
  for (const [index, entry] of entries.entries()) {
    for (const row of entryRows(entry, index + 1, tags, language)) {
      if (rows.length === ROWS_PER_BANK) yield bank()
      rows.push(JSON.stringify(row))
    }
  }
  yield bank()
}

function write(dictionary: Dictionary, options: WriteOptions = {}): Uint8Array {
  const {entries, ...metadata} = withoutRejected(dictionary)
  const tags = tagNames(entries)
  const files: Record<string, Uint8Array> = {}
  const hashes: string[] = []
  const add = (path: string, text: string): void => {
    files[path] = new TextEncoder().encode(text)
    hashes.push(sha1(text))
  }
  const tagBank = [[NON_LEMMA, '', 0, 'leads to another word', 0], ...[...tags].map(([partOfSpeech, tag]) => [tag, 'partOfSpeech', 0, partOfSpeech, 0])]
  add('tag_bank_1.json', JSON.stringify(tagBank))
  let bank = 0
  for (const rows of termBanks(entries, tags, dictionary.language)) add(`term_bank_${++bank}.json`, rows)
  const transcriptions = pronunciationRows(entries)
  for (let start = 0; start < transcriptions.length; start += ROWS_PER_BANK)
    add(`term_meta_bank_${start / ROWS_PER_BANK + 1}.json`, JSON.stringify(transcriptions.slice(start, start + ROWS_PER_BANK)))
  const index = {
    title: titleOf(dictionary, options),
    format: 3,
    revision: sha1(JSON.stringify([metadata, hashes])).slice(0, 12),
    sequenced: true,
    ...(dictionary.source !== undefined && {attribution: dictionary.source}),
    ...(dictionary.licence !== undefined && {description: `Licence: ${dictionary.licence}`}),
    sourceLanguage: languageCode(dictionary.language),
    targetLanguage: languageCode(definitionLanguageOf(dictionary)),
    xenogloss: metadata,
  }
  add('index.json', JSON.stringify(index))
  return zip(files)
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

const READ_FILES = /^(?:index|(?:term|tag|term_meta)_bank_\d+)\.json$/u

function openArchive(input: FormatOutput, options: ReadOptions): FileMap {
  if (typeof input === 'string') throw fileError(options, 'expected a zip archive, got text')
  if (input instanceof Uint8Array) return unzip(input, options, (name) => READ_FILES.test(name))
  return Object.fromEntries(Object.entries(input).filter(([name]) => READ_FILES.test(name)))
}

function parseJson(files: FileMap, name: string, options: ReadOptions): unknown {
  const file = {...options, file: `${options.file ?? 'the file'}: ${name}`}
  try {
    return JSON.parse(decodeText(files[name] as Uint8Array, file))
  } catch (error) {
    if (error instanceof SyntaxError) throw fileError(file, 'not JSON', error.message)
    throw error
  }
}

/** Yields the rows of all banks of a kind. */
function* bankRows(files: FileMap, kind: 'term' | 'tag' | 'term_meta', options: ReadOptions): Generator<LocatedRow> {
  const numberOf = (name: string): number => Number(/\d+/u.exec(name)?.[0])
  const names = Object.keys(files).filter((name) => name.startsWith(`${kind}_bank_`))
  for (const name of names.sort((a, b) => numberOf(a) - numberOf(b))) {
    const rows = parseJson(files, name, options)
    if (!Array.isArray(rows)) throw fileError(options, name, 'expected a list of rows')
    for (const [index, row] of rows.entries()) {
      const at = {...options, file: `${options.file ?? 'the file'}: ${name}: row ${index + 1}`}
      if (!Array.isArray(row) || typeof row[0] !== 'string' || row[0] === '') throw fileError(at, `expected a row that starts with a ${kind}`)
      yield {row, at}
    }
  }
}

/** Returns the languages in an index. `art` covers all invented languages, so a language in the options takes precedence. */
const statedLanguages = ({sourceLanguage, targetLanguage}: JsonObject, {language}: ReadOptions): {language: unknown; definitionLanguage: unknown} => ({
  language: sourceLanguage === 'art' ? (language ?? 'art') : sourceLanguage,
  definitionLanguage: targetLanguage,
})

function read(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  const files = openArchive(input, options)
  if (!files['index.json']) throw fileError(options, 'expected index.json in the root of the archive')
  const index = parseJson(files, 'index.json', options) as JsonObject | null
  if (typeof index !== 'object' || index === null) throw fileError(options, 'index.json', 'expected an object')
  const format = index.format ?? index.version
  if (format !== 3) throw fileError(options, 'index.json', `expected format 3, got ${JSON.stringify(format)}`)
  if (!Object.keys(files).some((name) => name.startsWith('term_bank_'))) throw fileError(options, 'expected a term bank: term_bank_1.json')
  const {title, attribution, xenogloss} = index
  const metadata = xenogloss ?? {
    ...resolveLanguages(statedLanguages(index, options), options),
    ...(typeof title === 'string' && title !== '' && {name: title}),
    ...(typeof attribution === 'string' && attribution !== '' && {source: attribution}),
  }
  const rows = {terms: bankRows(files, 'term', options), tags: bankRows(files, 'tag', options), metadata: bankRows(files, 'term_meta', options)}
  const entries = readEntries(rows, {isOwn: xenogloss !== undefined, isSequenced: index.sequenced === true})
  return validateDictionary({...(metadata as object), entries}, options)
}

/**
 * A Yomitan dictionary archive (term banks, format 3). Each entry is a row with structured content; variants and inflected forms are rows
 * that link to it.
 *
 * - Loaded by Yomitan, the pop-up dictionary for browsers.
 * - Keeps everything except evidence and whatever is rejected. Yomitan's own fields cannot name an invented language (`art` covers all of
 *   them) or express the structure of entries, so `data` of the content and the index field `xenogloss`, which Yomitan ignores, hold those.
 *   Also reads other archives: structured content becomes text, each item
 *   of a numbered list a sense, deinflections become forms, tags of the category `partOfSpeech` become the
 *   part of speech, and readings become variants. Phonetic transcriptions become
 *   pronunciations. Ignores scores, other tags, images without description, frequencies, pitch accents and
 *   kanji banks.
 * - Options: `name`.
 */
export const yomitan = /* @__PURE__ */ checkedFormat({
  name: 'yomitan',
  extension: 'zip',
  mediaType: 'application/zip',
  /** @throws TypeError that names the file, the row and the reason */
  read,
  /** Returns the bytes of the archive. */
  write,
})
