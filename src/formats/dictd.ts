import {toForm, toSense, withoutRejected} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {concatBytes, sortByKeys, toByteString} from './shared/bytes.js'
import {checkedFormat} from './shared/checked-format.js'
import {dictzip} from './shared/dictzip.js'
import {definitionLanguageOf, fileError} from './shared/input.js'
import {fileStemOf, titleOf} from './shared/titles.js'
import {lookupWordsOf} from './shared/word-spellings.js'
import type {FileMap, WriteOptions} from './types.js'

/** Options for writing dictd files. */
export interface DictdWriteOptions extends WriteOptions {
  /** Whether to compress the definitions, into `.dict.dz` instead of `.dict`. Default true. */
  readonly compress?: boolean | undefined
}

/** dictd does not find words of more bytes than this. */
const MAX_WORD_BYTES = 511

const fits = (word: string): boolean => new TextEncoder().encode(word).length <= MAX_WORD_BYTES

/** Replaces control characters, which a terminal would interpret. */
const stripControls = (text: string): string => text.replace(/\r\n?/gu, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')

/** Normalizes a word as dictd normalizes queries: plain spaces, and lowercase letter by letter like C's `towlower`. */
const indexKeyOf = (word: string): string =>
  stripControls(word)
    .replace(/\s/gu, ' ')
    .replace(/\p{L}/gu, (letter) => String.fromCodePoint(letter.toLowerCase().codePointAt(0) as number))

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** Encodes a number as dictd indices do: six bits per digit, most significant first. */
const toBase64Number = (number: number): string => (number >= 64 ? toBase64Number(Math.floor(number / 64)) : '') + DIGITS[number % 64]

/** Formats an entry as plain text for a terminal. */
function formatEntry({headword, pronunciation, partOfSpeech, senses = [], forms = [], variants = [], see = [], parts = [], notes, certainty}: Entry): string {
  const doubt = certainty === 'unknown' && senses.length === 0 ? ['meaning unknown'] : []
  const meanings = senses
    .map(toSense)
    .map(({definition, certainty: how}, i, {length}) => `${length > 1 ? `${i + 1}. ` : ''}${definition}${how === 'inferred' ? ' (inferred)' : ''}`)
  const shapes = forms.map(toForm).map(({form, meaning}) => (meaning === undefined ? form : `${form} “${meaning}”`))
  const lines = [
    ...doubt,
    ...meanings,
    ...(shapes.length > 0 ? [`Forms: ${shapes.join(', ')}`] : []),
    ...(variants.length > 0 ? [`Also spelt: ${variants.join(', ')}`] : []),
    ...(parts.length > 0 ? [`Built of: ${parts.join(' + ')}`] : []),
    // Clients turn words in braces into links.
    ...(see.length > 0 ? [`See: ${see.map((word) => `{${word}}`).join(', ')}`] : []),
    ...(notes === undefined ? [] : [notes]),
  ]
  return stripControls(
    [
      [headword, pronunciation, partOfSpeech].filter((part) => part !== undefined).join(', '),
      ...lines.flatMap((line) => line.split('\n').map((part) => `  ${part}`)),
      '',
    ].join('\n'),
  )
}

/** A text, and the words that it is looked up by. */
interface Definition {
  readonly words: readonly string[]
  readonly text: string
}

/** The metadata of the database, each item under a reserved word (dictd(8), “Database format”). */
function databaseInfo(dictionary: Dictionary, options: WriteOptions): Definition[] {
  const {source, licence, language} = dictionary
  const info = [
    titleOf(dictionary, options),
    `Language: ${language}`,
    `Definitions: ${definitionLanguageOf(dictionary)}`,
    ...(source ? [`Source: ${source}`] : []),
    ...(licence ? [`Licence: ${licence}`] : []),
  ]
  return [
    {words: ['00-database-short'], text: `00-database-short\n  ${stripControls(titleOf(dictionary, options)).replaceAll('\n', ' ')}\n`},
    {words: ['00-database-info'], text: `00-database-info\n${stripControls(info.join('\n'))}\n`},
    ...['utf8', 'allchars'].map((flag) => ({words: [`00-database-${flag}`], text: `00-database-${flag}\n`})),
  ]
}

function write(dictionary: Dictionary, options: DictdWriteOptions = {}): FileMap {
  const stem = fileStemOf(dictionary, options)
  const definitions = [
    ...databaseInfo(dictionary, options),
    ...withoutRejected(dictionary).entries.map((entry) => ({
      words: [entry.headword, ...lookupWordsOf(entry, fits)],
      text: formatEntry(entry),
    })),
  ]
  const texts: Uint8Array[] = []
  let offset = 0
  const rows = definitions.flatMap(({words, text}) => {
    const bytes = new TextEncoder().encode(text)
    const place = `${toBase64Number(offset)}\t${toBase64Number(bytes.length)}`
    texts.push(bytes)
    offset += bytes.length
    // If several spellings have the same key, the first is kept.
    const byKey = new Map([...words].reverse().map((word) => [indexKeyOf(word), stripControls(word).replace(/\s/gu, ' ')]))
    return [...byKey].map(([key, word]) => {
      if (!fits(key)) throw fileError({file: stem}, `“${word.slice(0, 40)}”`, `a word of more than ${MAX_WORD_BYTES} bytes`)
      return {key: toByteString(key), line: `${key}\t${place}${word === key ? '' : `\t${word}`}\n`}
    })
  })
  const {compress = true} = options
  return {
    [`${stem}.index`]: new TextEncoder().encode(
      sortByKeys(rows, ({key}) => [key])
        .map(({line}) => line)
        .join(''),
    ),
    ...(compress ? {[`${stem}.dict.dz`]: dictzip(concatBytes(texts))} : {[`${stem}.dict`]: concatBytes(texts)}),
  }
}

/**
 * A database of dictd (dictd(8), “Database format”), the server of the DICT protocol (RFC 2229): `.index` and `.dict.dz`.
 *
 * - Loaded by dictd with `--locale C.UTF-8`, for any DICT client. Variants and inflected forms find their entries. Lookup ignores case: a
 *   query for *Qaq* also finds *qaq*.
 * - Keeps, as plain text, what a reader needs; omits how affixes attach, attestations, counts, evidence and whatever is rejected.
 *   Write-only.
 * - Options: `name`, `compress`.
 *
 * @throws TypeError for words of more than 511 bytes
 */
export const dictd = /* @__PURE__ */ checkedFormat(
  {
    name: 'dictd',
    extension: 'index',
    extensions: ['index', 'dict', 'dict.dz'],
    mediaType: 'application/x-dictd',
    /** Returns the index and the definitions file, by file name. */
    write,
  },
  ['compress'],
)
