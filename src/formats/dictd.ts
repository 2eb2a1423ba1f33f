import {formOf, senseOf, standing} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {byKeys, byteString, joined} from './shared/bytes.js'
import {dictzip} from './shared/dictzip.js'
import {definitionLanguageOf, wrong} from './shared/input.js'
import {stemOf, titleOf} from './shared/titles.js'
import {otherWords} from './shared/word-spellings.js'
import type {DictionaryFormat, Files, WriteOptions} from './types.js'

/** What writing takes besides. */
export interface DictdWriteOptions extends WriteOptions {
  /** Whether the definitions are packed: `.dict.dz` for `.dict`. Default true. */
  readonly compress?: boolean | undefined
}

/** Bytes of a word that dictd compares; of longer ones it finds none. */
const LONGEST = 511

const fits = (word: string): boolean => new TextEncoder().encode(word).length <= LONGEST

/** Without what a terminal would obey. */
const plain = (text: string): string => text.replace(/\r\n?/gu, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')

/** What dictd makes of a word that it is asked for: one kind of space, and small letters, one for each capital as in C's `towlower`. */
const keyOf = (word: string): string =>
  plain(word)
    .replace(/\s/gu, ' ')
    .replace(/\p{L}/gu, (letter) => String.fromCodePoint(letter.toLowerCase().codePointAt(0) as number))

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** A number as indices have it: digits of six bits, the highest first. */
const base64 = (number: number): string => (number >= 64 ? base64(Math.floor(number / 64)) : '') + DIGITS[number % 64]

/** An entry as a terminal shows it. */
function textOf({headword, partOfSpeech, senses = [], forms = [], variants = [], see = [], parts = [], notes, certainty}: Entry): string {
  const doubt = certainty === 'unknown' && senses.length === 0 ? ['meaning unknown'] : []
  const meanings = senses
    .map(senseOf)
    .map(({definition, certainty: how}, i, {length}) => `${length > 1 ? `${i + 1}. ` : ''}${definition}${how === 'inferred' ? ' (inferred)' : ''}`)
  const shapes = forms.map(formOf).map(({form, meaning}) => (meaning === undefined ? form : `${form} “${meaning}”`))
  const lines = [
    ...doubt,
    ...meanings,
    ...(shapes.length > 0 ? [`Forms: ${shapes.join(', ')}`] : []),
    ...(variants.length > 0 ? [`Also spelt: ${variants.join(', ')}`] : []),
    ...(parts.length > 0 ? [`Built of: ${parts.join(' + ')}`] : []),
    // Clients make links of what stands in braces.
    ...(see.length > 0 ? [`See: ${see.map((word) => `{${word}}`).join(', ')}`] : []),
    ...(notes === undefined ? [] : [notes]),
  ]
  return plain(
    [headword + (partOfSpeech === undefined ? '' : `, ${partOfSpeech}`), ...lines.flatMap((line) => line.split('\n').map((part) => `  ${part}`)), ''].join(
      '\n',
    ),
  )
}

interface Definition {
  readonly words: readonly string[]
  readonly text: string
}

/** What dictd is told of the dictionary, each under a word of its own (dictd(8), “Database format”). */
function aboutOf(dictionary: Dictionary, options: WriteOptions): Definition[] {
  const {source, licence, language} = dictionary
  const info = [
    titleOf(dictionary, options),
    `Language: ${language}`,
    `Definitions: ${definitionLanguageOf(dictionary)}`,
    ...(source ? [`Source: ${source}`] : []),
    ...(licence ? [`Licence: ${licence}`] : []),
  ]
  return [
    {words: ['00-database-short'], text: `00-database-short\n  ${plain(titleOf(dictionary, options)).replaceAll('\n', ' ')}\n`},
    {words: ['00-database-info'], text: `00-database-info\n${plain(info.join('\n'))}\n`},
    ...['utf8', 'allchars'].map((flag) => ({words: [`00-database-${flag}`], text: `00-database-${flag}\n`})),
  ]
}

function write(dictionary: Dictionary, options: DictdWriteOptions = {}): Files {
  const stem = stemOf(dictionary, options)
  const definitions = [
    ...aboutOf(dictionary, options),
    ...standing(dictionary).entries.map((entry) => ({
      words: [entry.headword, ...otherWords(entry, fits)],
      text: textOf(entry),
    })),
  ]
  const texts: Uint8Array[] = []
  let offset = 0
  const rows = definitions.flatMap(({words, text}) => {
    const bytes = new TextEncoder().encode(text)
    const place = `${base64(offset)}\t${base64(bytes.length)}`
    texts.push(bytes)
    offset += bytes.length
    // Of spellings that are one to dictd, the first stands for all.
    const byKey = new Map([...words].reverse().map((word) => [keyOf(word), plain(word).replace(/\s/gu, ' ')]))
    return [...byKey].map(([key, word]) => {
      if (!fits(key)) throw wrong({file: stem}, `“${word.slice(0, 40)}”`, `a word of more than ${LONGEST} bytes`)
      return {key: byteString(key), line: `${key}\t${place}${word === key ? '' : `\t${word}`}\n`}
    })
  })
  const {compress = true} = options
  return {
    [`${stem}.index`]: new TextEncoder().encode(
      byKeys(rows, ({key}) => [key])
        .map(({line}) => line)
        .join(''),
    ),
    ...(compress ? {[`${stem}.dict.dz`]: dictzip(joined(texts))} : {[`${stem}.dict`]: joined(texts)}),
  }
}

/**
 * A database of dictd (dictd(8), “Database format”), the server of the DICT protocol (RFC 2229): `.index` and `.dict.dz`.
 *
 * - Loaded by dictd, with `--locale C.UTF-8`, and asked by every DICT client. Variants and inflected forms lead to their entries, whatever
 *   their case: asked for *Qaq*, it answers with *qaq* as well.
 * - Keeps, as plain text, what a reader wants to know; nothing of how affixes attach, no attestations, counts and evidence, nothing that is
 *   rejected. Only written.
 * - Options: `name`, `compress`.
 *
 * @throws TypeError for words of more than 511 bytes
 */
export const dictd = {
  name: 'dictd',
  extension: 'index',
  extensions: ['index', 'dict', 'dict.dz'],
  mediaType: 'application/x-dictd',
  /** Answers the index and the dictionary that it points into, by file name. */
  write,
} as const satisfies DictionaryFormat
