import {withoutRejected} from '../../lexicon/entry.js'
import type {Dictionary} from '../../lexicon/types.js'
import {concatBytes, sortByKeys, toByteString} from '../shared/bytes.js'
import {checkedFormat} from '../shared/checked-format.js'
import {collapseWhitespace} from '../shared/collapse-whitespace.js'
import {dictzip} from '../shared/dictzip.js'
import {fileError} from '../shared/input.js'
import {fileStemOf, titleOf} from '../shared/titles.js'
import type {FileMap, WriteOptions} from '../types.js'
import {MAGIC, METADATA_KEY, readStarDict} from './stardict-read.js'
import {createRows} from './stardict-rows.js'

/** Maximum bytes of a word in an index, without the final NUL. */
const MAX_WORD_BYTES = 255

/** Options for writing StarDict files. */
export interface StarDictWriteOptions extends WriteOptions {
  /** Whether to compress the definitions, into `.dict.dz` instead of `.dict`. Default true. */
  readonly compress?: boolean | undefined
}

/** Sorts as programs expect for binary search: by `g_ascii_strcasecmp`, then by bytes (“Format for StarDict dictionary files”, {3}). */
function sortForIndex<T>(list: readonly T[], wordOf: (item: T) => string): T[] {
  return sortByKeys(list, (item) => {
    const bytes = toByteString(wordOf(item))
    return [bytes.replace(/[A-Z]/gu, (letter) => letter.toLowerCase()), bytes]
  })
}

/** Encodes a word followed by big-endian numbers. */
function encodeRow(word: string, numbers: readonly number[], name: string): Uint8Array {
  const bytes = new TextEncoder().encode(word)
  const reason = word.includes('\0') ? 'expected a word without NUL' : `expected a word of at most ${MAX_WORD_BYTES} bytes, got ${bytes.length}`
  if (word.includes('\0') || bytes.length > MAX_WORD_BYTES) throw fileError({file: name}, `“${word.slice(0, 40)}”`, reason)
  const data = new Uint8Array(bytes.length + 1 + 4 * numbers.length)
  data.set(bytes)
  numbers.forEach((number, i) => {
    new DataView(data.buffer).setUint32(bytes.length + 1 + 4 * i, number)
  })
  return data
}

const fits = (word: string): boolean => new TextEncoder().encode(word).length <= MAX_WORD_BYTES

function write(dictionary: Dictionary, options: StarDictWriteOptions = {}): FileMap {
  const stem = fileStemOf(dictionary, options)
  const {entries, ...about} = withoutRejected(dictionary)
  const {rows, synonyms: unsorted} = createRows(entries, fits)
  const sorted = sortForIndex(rows, ({word}) => word)
  const numberOf = new Map(sorted.map(({word}, number) => [word, number]))
  const definitions = sorted.map(({article}) => new TextEncoder().encode(article))
  let offset = 0
  const index = sorted.map(({word}, i) => {
    const size = (definitions[i] as Uint8Array).length
    offset += size
    return encodeRow(word, [offset - size, size], stem)
  })
  const synonyms = sortForIndex(unsorted, ({word}) => word).map(({word, headword}) => ({word, number: numberOf.get(headword) as number}))
  const idx = concatBytes(index)
  const ifo = [
    MAGIC,
    'version=2.4.2',
    `bookname=${collapseWhitespace(titleOf(dictionary, options))}`,
    ...(synonyms.length > 0 ? [`synwordcount=${synonyms.length}`] : []),
    `idxfilesize=${idx.length}`,
    ...(about.source === undefined ? [] : [`description=${collapseWhitespace(about.source)}`]),
    'sametypesequence=x',
    `${METADATA_KEY}=${JSON.stringify(about)}`,
    // Last, so that a truncated file lacks it.
    `wordcount=${index.length}`,
    '',
  ]
  const dict = concatBytes(definitions)
  const {compress = true} = options
  return {
    [`${stem}.ifo`]: new TextEncoder().encode(ifo.join('\n')),
    [`${stem}.idx`]: idx,
    ...(compress ? {[`${stem}.dict.dz`]: dictzip(dict)} : {[`${stem}.dict`]: dict}),
    ...(synonyms.length > 0 && {[`${stem}.syn`]: concatBytes(synonyms.map(({word, number}) => encodeRow(word, [number], stem)))}),
  }
}

/**
 * StarDict 2.4.2 (“Format for StarDict dictionary files”): `.ifo`, `.idx`, `.dict.dz`, and `.syn`, which maps variants and inflected forms to
 * their entries. Definitions are XDXF (type `x`), which sdcv and KOReader show as plain text and GoldenDict as a page; homographs share one.
 *
 * - Loaded by GoldenDict, KOReader, sdcv, StarDict, and by pyglossary for conversion.
 * - Keeps everything except evidence, whatever is rejected, and the kind of line breaks; sorts entries by the index. Also reads versions 2.4.2
 *   and 3.0.0 of other programs: definitions of all documented types become text, one sense each,
 *   phonetic strings the pronunciation, and lists of resources a note; sounds and pictures are passed over.
 * - Options: `name`, `compress`.
 *
 * @throws TypeError for words of more than 255 bytes when writing
 */
export const stardict = /* @__PURE__ */ checkedFormat(
  {
    name: 'stardict',
    extension: 'ifo',
    extensions: ['ifo', 'idx', 'idx.gz', 'idx.dz', 'dict', 'dict.dz', 'syn', 'syn.gz', 'syn.dz'],
    mediaType: 'application/x-stardict',
    /** @throws TypeError that names the file, the word and the reason */
    read: readStarDict,
    /** Returns the files of the dictionary, by name. */
    write,
  },
  ['compress'],
)
