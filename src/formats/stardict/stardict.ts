import {standing} from '../../lexicon/entry.js'
import type {Dictionary} from '../../lexicon/types.js'
import {byKeys, byteString, joined} from '../shared/bytes.js'
import {dictzip} from '../shared/dictzip.js'
import {wrong} from '../shared/input.js'
import {oneLine} from '../shared/one-line.js'
import {stemOf, titleOf} from '../shared/titles.js'
import {otherWords} from '../shared/word-spellings.js'
import type {DictionaryFormat, Files, WriteOptions} from '../types.js'
import {entryToHtml} from './stardict-entry.js'
import {MAGIC, OURS, readStarDict} from './stardict-read.js'

/** Bytes of a word in an index, its closing NUL not counted. */
const LONGEST = 255

/** What writing takes besides. */
export interface StarDictWriteOptions extends WriteOptions {
  /** Whether the definitions are packed: `.dict.dz` for `.dict`. Default true. */
  readonly compress?: boolean | undefined
}

/** The order that programs search by: as `g_ascii_strcasecmp` has it, then by bytes (“Format for StarDict dictionary files”, {3}). */
function inOrder<T>(list: readonly T[], wordOf: (item: T) => string): T[] {
  return byKeys(list, (item) => {
    const bytes = byteString(wordOf(item))
    return [bytes.replace(/[A-Z]/gu, (letter) => letter.toLowerCase()), bytes]
  })
}

/** A word and the numbers behind it, big-endian. */
function row(word: string, numbers: readonly number[], name: string): Uint8Array {
  const bytes = new TextEncoder().encode(word)
  const reason = word.includes('\0') ? 'a word with a NUL in it' : `a word of ${bytes.length} bytes, StarDict's have at most ${LONGEST}`
  if (word.includes('\0') || bytes.length > LONGEST) throw wrong({file: name}, `“${word.slice(0, 40)}”`, reason)
  const data = new Uint8Array(bytes.length + 1 + 4 * numbers.length)
  data.set(bytes)
  numbers.forEach((number, i) => {
    new DataView(data.buffer).setUint32(bytes.length + 1 + 4 * i, number)
  })
  return data
}

const fits = (word: string): boolean => new TextEncoder().encode(word).length <= LONGEST

function write(dictionary: Dictionary, options: StarDictWriteOptions = {}): Files {
  const stem = stemOf(dictionary, options)
  const {entries, ...about} = standing(dictionary)
  const sorted = inOrder(entries, ({headword}) => headword)
  const definitions = sorted.map((entry) => new TextEncoder().encode(entryToHtml(entry)))
  let offset = 0
  const index = sorted.map(({headword}, i) => {
    const size = (definitions[i] as Uint8Array).length
    offset += size
    return row(headword, [offset - size, size], stem)
  })
  const synonyms = inOrder(
    sorted.flatMap((entry, number) => otherWords(entry, fits).map((word) => ({word, number}))),
    ({word}) => word,
  )
  const idx = joined(index)
  const ifo = [
    MAGIC,
    'version=2.4.2',
    `bookname=${oneLine(titleOf(dictionary, options))}`,
    ...(synonyms.length > 0 ? [`synwordcount=${synonyms.length}`] : []),
    `idxfilesize=${idx.length}`,
    ...(about.source === undefined ? [] : [`description=${oneLine(about.source)}`]),
    'sametypesequence=h',
    `${OURS}=${JSON.stringify(about)}`,
    // Last, so that a file that is cut off has none.
    `wordcount=${index.length}`,
    '',
  ]
  const dict = joined(definitions)
  const {compress = true} = options
  return {
    [`${stem}.ifo`]: new TextEncoder().encode(ifo.join('\n')),
    [`${stem}.idx`]: idx,
    ...(compress ? {[`${stem}.dict.dz`]: dictzip(dict)} : {[`${stem}.dict`]: dict}),
    ...(synonyms.length > 0 && {[`${stem}.syn`]: joined(synonyms.map(({word, number}) => row(word, [number], stem)))}),
  }
}

/**
 * StarDict 2.4.2 (“Format for StarDict dictionary files”): `.ifo`, `.idx`, `.dict.dz` and `.syn`, which leads from variants and inflected
 * forms to their entries; definitions are HTML, of the type `h`.
 *
 * - Loaded by GoldenDict, KOReader, sdcv, StarDict, and what pyglossary converts to.
 * - Keeps everything but evidence, what is rejected, and kinds of line breaks; entries stand in the order of the index. Reads versions
 *   2.4.2 and 3.0.0 by others: definitions of the types m, h, g, x and t become text, one sense each.
 * - Options: `name`, `compress`.
 *
 * @throws TypeError when writing words of more than 255 bytes
 */
export const stardict = {
  name: 'stardict',
  extension: 'ifo',
  extensions: ['ifo', 'idx', 'idx.gz', 'idx.dz', 'dict', 'dict.dz', 'syn', 'syn.gz', 'syn.dz'],
  mediaType: 'application/x-stardict',
  /** @throws TypeError that names the file, the place and the reason */
  read: readStarDict,
  /** Answers the files of the dictionary, by name. */
  write,
} as const satisfies DictionaryFormat
