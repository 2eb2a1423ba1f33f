import type {Dictionary, Entry} from '../../lexicon/types.js'
import {gunzip} from '../shared/dictzip.js'
import {checked, filesOf, languagesOf, MOST_BYTES, textOf, wrong} from '../shared/input.js'
import {ownWords, typeset} from '../shared/word-spellings.js'
import type {ReadOptions, Written} from '../types.js'
import {entryFromHtml} from './stardict-entry.js'

/** Reading StarDict's files, by “Format for StarDict dictionary files”, whose sections stand in braces. */

export const MAGIC = "StarDict's dict ifo file"
/** Our own line of the .ifo: what the format has no line for. Programs pass over what they do not know. */
export const OURS = 'xenogloss'

type Problem = (...reasons: readonly string[]) => TypeError
const utf8 = (bytes: Uint8Array, problem: Problem): string => {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw problem('expected UTF-8, got bytes that are none')
  }
}

/** The lines of an .ifo. */
function ifoOf(text: string, problem: Problem): (key: string) => string | undefined {
  const [magic, ...lines] = text.split(/\r?\n/u)
  if (magic?.trim() !== MAGIC) throw problem(`expected “${MAGIC}” in the first line`)
  const pairs = new Map(lines.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]))
  if (!['2.4.2', '3.0.0'].includes(pairs.get('version') ?? '')) throw problem(`expected version 2.4.2 or 3.0.0, got ${pairs.get('version')}`)
  return (key) => pairs.get(key)
}

/** Words, each with the numbers behind it; `wide`: the first is of 64 bits. */
function rowsOf(data: Uint8Array, numbers: number, wide: boolean, problem: Problem): {word: string; numbers: number[]}[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const rows: {word: string; numbers: number[]}[] = []
  for (let at = 0; at < data.length; ) {
    const end = data.indexOf(0, at)
    const next = end + 1 + 4 * numbers + (wide ? 4 : 0)
    if (end < 0 || next > data.length) throw problem(`cut off in word ${rows.length + 1}`)
    const values = Array.from({length: numbers}, (_, i) => view.getUint32(next - 4 * (numbers - i)))
    if (wide && view.getUint32(end + 1) !== 0) throw problem(`word ${rows.length + 1}: an offset of more than 4 GB`)
    rows.push({word: utf8(data.subarray(at, end), (...reasons) => problem(`word ${rows.length + 1}`, ...reasons)), numbers: values})
    at = next
  }
  return rows
}

/** What a definition consists of: the letter of its type and its bytes, see {7}. */
function partsOf(data: Uint8Array, types: string, problem: Problem): {type: string; bytes: Uint8Array}[] {
  const parts: {type: string; bytes: Uint8Array}[] = []
  let at = 0
  for (let i = 0; types === '' ? at < data.length : i < types.length; i++) {
    const type = types === '' ? String.fromCharCode(data[at++] as number) : (types[i] as string)
    if (!/[mhgxt]/u.test(type)) throw problem(`expected definitions of the types m, h, g, x or t, got “${type}”`)
    const last = types !== '' && i === types.length - 1
    const end = last ? data.length : data.indexOf(0, at)
    if (end < 0) throw problem('a definition that nothing ends')
    parts.push({type, bytes: data.subarray(at, end)})
    at = end + 1
  }
  return parts
}

/** The fields of an entry, told by the parts of its definition. */
function fieldsOf(data: Uint8Array, types: string, problem: Problem): Record<string, unknown> {
  const senses: string[] = []
  const notes: string[] = []
  for (const {type, bytes} of partsOf(data, types, problem)) {
    const text = utf8(bytes, problem)
    const read = type === 'm' || type === 't' ? {text: text.trim()} : entryFromHtml(type === 'x' ? text.replace(/<k>[^<]*<\/k>/gu, '') : text)
    if ('fields' in read) return read.fields
    if (read.text !== '') (type === 't' ? notes : senses).push(type === 't' ? `Pronunciation: ${read.text}` : read.text)
  }
  return {...(senses.length > 0 && {senses}), ...(notes.length > 0 && {notes: notes.join('\n')})}
}

/** What our own line tells of the dictionary. */
function aboutOf(ifo: (key: string) => string | undefined, options: ReadOptions, problem: Problem): object {
  const ours = ifo(OURS)
  const [name, source] = [ifo('bookname'), ifo('description')]
  if (ours === undefined)
    return {
      ...languagesOf({}, options),
      ...(name && {name}),
      ...(source && {source: source.replace(/<br ?\/?>/giu, '\n')}),
    }
  try {
    return JSON.parse(ours)
  } catch {
    throw problem(`expected JSON after “${OURS}=”`)
  }
}

/** @throws TypeError that names the file, the word and the reason */
export function readStarDict(input: Written, options: ReadOptions = {}): Dictionary {
  const files = filesOf(input, options)
  const [name, ...others] = Object.keys(files).filter((file) => /\.ifo$/iu.test(file))
  if (name === undefined || others.length > 0) throw wrong(options, `expected one file .ifo, got ${name === undefined ? 'none' : others.length + 1}`)
  const stem = name.slice(0, -4)
  const problemIn =
    (file: string): Problem =>
    (...reasons) =>
      wrong(options, file, ...reasons)
  let left = MOST_BYTES
  const find = (...extensions: string[]) => {
    const file = extensions.map((extension) => `${stem}.${extension}`).find((candidate) => Object.hasOwn(files, candidate))
    if (file === undefined) return undefined
    const packed = files[file] as Uint8Array
    const data = /z$/u.test(file) ? gunzip(packed, {file: options.file === undefined ? file : `${options.file}: ${file}`}, left) : packed
    left -= data.length
    return {problem: problemIn(file), data}
  }
  const problem = problemIn(name)
  const ifo = ifoOf(textOf(files[name] as Uint8Array, options), problem)
  const [idx, dict, syn] = [find('idx', 'idx.gz', 'idx.dz'), find('dict.dz', 'dict'), find('syn', 'syn.dz', 'syn.gz')]
  if (!idx || !dict) throw wrong(options, `expected ${stem}.${idx ? 'dict.dz or .dict' : 'idx or .idx.gz'} beside ${name}`)
  const expect = (key: string, found: number, otherwise?: string) => {
    const stated = ifo(key) ?? otherwise
    if (stated === undefined || Number(stated) !== found) throw problem(`${key}=${stated ?? ''}`, `expected ${found}, which is what the files hold`)
  }
  expect('idxfilesize', idx.data.length)
  const rows = rowsOf(idx.data, 2, ifo('version') === '3.0.0' && ifo('idxoffsetbits') === '64', idx.problem)
  expect('wordcount', rows.length)
  const synonyms = syn ? rowsOf(syn.data, 1, false, syn.problem) : []
  expect('synwordcount', synonyms.length, '0')

  const definitions = new Map<string, {fields: Record<string, unknown>; words: string[]}>()
  let sum = 0
  const found = rows.map(({word, numbers}, number) => {
    const [offset, size] = numbers as [number, number]
    const wrongWord: Problem = (...reasons) => dict.problem(`“${word.slice(0, 40)}”`, ...reasons)
    // Several words may share a definition, but none that is empty.
    const place = size === 0 ? `${number}` : `${offset} ${size}`
    const shared = definitions.get(place)
    if (shared) {
      shared.words.push(word)
      return shared
    }
    sum += size
    if (offset + size > dict.data.length) throw wrongWord('its definition lies outside of the file')
    // Definitions that lie over each other would be read as often as they are pointed at.
    if (sum > dict.data.length) throw wrongWord('its definition is part of another')
    const definition = {fields: fieldsOf(dict.data.subarray(offset, offset + size), ifo('sametypesequence') ?? '', wrongWord), words: [word]}
    definitions.set(place, definition)
    return definition
  })
  for (const {word, numbers} of synonyms) {
    const definition = found[numbers[0] as number]
    if (!definition) throw (syn?.problem ?? problem)(`“${word.slice(0, 40)}”`, `belongs to word ${numbers[0]} of ${rows.length}`)
    definition.words.push(word)
  }
  const entries = [...definitions.values()].map(({fields, words: [headword, ...words]}) => {
    const {variants = [], forms = []} = fields as Pick<Entry, 'variants' | 'forms'>
    // Whoever wrote the synonyms may have added how books print them.
    const told = new Set(ownWords({headword: headword as string, variants, forms}).map(typeset))
    const more = [...new Set(words)].filter((word) => !told.has(typeset(word)))
    return {headword, ...fields, ...(more.length > 0 && {variants: [...variants, ...more]})}
  })
  return checked({...aboutOf(ifo, options, problem), entries}, options)
}
