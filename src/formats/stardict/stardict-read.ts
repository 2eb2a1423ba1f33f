import type {Dictionary, Entry} from '../../lexicon/types.js'
import {gunzip} from '../shared/dictzip.js'
import {decodeText, fileError, MAX_BYTES, requireFiles, resolveLanguages, validateDictionary} from '../shared/input.js'
import {curlApostrophes, spellingsOf} from '../shared/word-spellings.js'
import type {FormatOutput, ReadOptions} from '../types.js'
import {type CreateError, decodeUtf8, readDefinition} from './stardict-definition.js'

/** Reads StarDict files. References in braces are sections of “Format for StarDict dictionary files”. */

export const MAGIC = "StarDict's dict ifo file"
/** Key of an additional line in the .ifo file with metadata that StarDict has no key for. Programs ignore unknown keys. */
export const METADATA_KEY = 'xenogloss'

/** Parses an .ifo file and returns a function that looks up its keys. */
function parseIfo(text: string, problem: CreateError): (key: string) => string | undefined {
  const [magic, ...lines] = text.split(/\r?\n/u)
  if (magic?.trim() !== MAGIC) throw problem(`expected “${MAGIC}” on the first line`)
  const pairs = new Map(lines.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]))
  if (!['2.4.2', '3.0.0'].includes(pairs.get('version') ?? '')) throw problem(`expected version 2.4.2 or 3.0.0, got ${pairs.get('version')}`)
  return (key) => pairs.get(key)
}

/**
 * Parses an index: words, each followed by numbers.
 *
 * @param wide whether the first number has 64 bits
 */
function parseRows(data: Uint8Array, numbers: number, wide: boolean, problem: CreateError): {word: string; numbers: number[]}[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const rows: {word: string; numbers: number[]}[] = []
  for (let at = 0; at < data.length; ) {
    const end = data.indexOf(0, at)
    const next = end + 1 + 4 * numbers + (wide ? 4 : 0)
    if (end < 0 || next > data.length) throw problem(`truncated in word ${rows.length + 1}`)
    const values = Array.from({length: numbers}, (_, i) => view.getUint32(next - 4 * (numbers - i)))
    if (wide && view.getUint32(end + 1) !== 0) throw problem(`word ${rows.length + 1}: expected an offset below 4 GB`)
    rows.push({word: decodeUtf8(data.subarray(at, end), (...reasons) => problem(`word ${rows.length + 1}`, ...reasons)), numbers: values})
    at = next
  }
  return rows
}

/** Returns the metadata of the dictionary: our own line, or what other programs write. */
function dictionaryMetadata(ifo: (key: string) => string | undefined, options: ReadOptions, problem: CreateError): object {
  const ownLine = ifo(METADATA_KEY)
  const [name, source] = [ifo('bookname'), ifo('description')]
  if (ownLine === undefined)
    return {
      ...resolveLanguages({}, options),
      ...(name && {name}),
      ...(source && {source: source.replace(/<br ?\/?>/giu, '\n')}),
    }
  try {
    return JSON.parse(ownLine)
  } catch {
    throw problem(`expected JSON after “${METADATA_KEY}=”`)
  }
}

/**
 * Reads a dictionary from its files.
 *
 * @throws TypeError that names the file, the word and the reason
 */
export function readStarDict(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  const files = requireFiles(input, options)
  const [name, ...others] = Object.keys(files).filter((file) => /\.ifo$/iu.test(file))
  if (name === undefined || others.length > 0) throw fileError(options, `expected one file .ifo, got ${name === undefined ? 'none' : others.length + 1}`)
  const stem = name.slice(0, -4)
  const problemIn =
    (file: string): CreateError =>
    (...reasons) =>
      fileError(options, file, ...reasons)
  let left = MAX_BYTES
  const find = (...extensions: string[]) => {
    const file = extensions.map((extension) => `${stem}.${extension}`).find((candidate) => Object.hasOwn(files, candidate))
    if (file === undefined) return undefined
    const packed = files[file] as Uint8Array
    const data = /z$/u.test(file) ? gunzip(packed, {file: options.file === undefined ? file : `${options.file}: ${file}`}, left) : packed
    left -= data.length
    return {problem: problemIn(file), data}
  }
  const problem = problemIn(name)
  const ifo = parseIfo(decodeText(files[name] as Uint8Array, options), problem)
  const [idx, dict, syn] = [find('idx', 'idx.gz', 'idx.dz'), find('dict.dz', 'dict'), find('syn', 'syn.dz', 'syn.gz')]
  if (!idx || !dict) throw fileError(options, `expected ${stem}.${idx ? 'dict.dz or .dict' : 'idx or .idx.gz'} beside ${name}`)
  const expect = (key: string, found: number, otherwise?: string) => {
    const stated = ifo(key) ?? otherwise
    if (stated === undefined || Number(stated) !== found) throw problem(`${key}=${stated ?? ''}`, `expected ${found}, as found in the files`)
  }
  expect('idxfilesize', idx.data.length)
  const rows = parseRows(idx.data, 2, ifo('version') === '3.0.0' && ifo('idxoffsetbits') === '64', idx.problem)
  expect('wordcount', rows.length)
  const synonyms = syn ? parseRows(syn.data, 1, false, syn.problem) : []
  expect('synwordcount', synonyms.length, '0')

  const definitions = new Map<string, {entries: readonly Record<string, unknown>[]; words: string[]}>()
  let sum = 0
  const found = rows.map(({word, numbers}, number) => {
    const [offset, size] = numbers as [number, number]
    const wrongWord: CreateError = (...reasons) => dict.problem(`“${word.slice(0, 40)}”`, ...reasons)
    // Several words may share a definition, but not an empty one.
    const place = size === 0 ? `${number}` : `${offset} ${size}`
    const shared = definitions.get(place)
    if (shared) {
      shared.words.push(word)
      return shared
    }
    sum += size
    if (offset + size > dict.data.length) throw wrongWord('its definition lies outside the file')
    // Overlapping definitions could expand to far more than the size of the file.
    if (sum > dict.data.length) throw wrongWord('its definition overlaps another')
    const definition = {entries: readDefinition(dict.data.subarray(offset, offset + size), ifo('sametypesequence') ?? '', wrongWord), words: [word]}
    definitions.set(place, definition)
    return definition
  })
  for (const {word, numbers} of synonyms) {
    const definition = found[numbers[0] as number]
    if (!definition) throw (syn?.problem ?? problem)(`“${word.slice(0, 40)}”`, `belongs to word ${numbers[0]} of ${rows.length}`)
    definition.words.push(word)
  }
  const entries = [...definitions.values()].flatMap(({entries: found, words: [headword, ...words]}) => {
    const drafts = found.map((fields) => ({headword: headword as string, ...fields}) as Entry)
    // The synonyms may include typographic spellings of known words.
    const spellings = new Set(drafts.flatMap(spellingsOf).map(curlApostrophes))
    const more = [...new Set(words)].filter((word) => !spellings.has(curlApostrophes(word)))
    const [first, ...others] = drafts
    return first && more.length > 0 ? [{...first, variants: [...(first.variants ?? []), ...more]}, ...others] : drafts
  })
  return validateDictionary({...dictionaryMetadata(ifo, options, problem), entries}, options)
}
