import {decodeWindows1252} from '../../util/decode-windows-1252.js'
import {type Article, readHtmlArticle, readXdxfArticle} from './stardict-entry-read.js'
import {wikiToText, xmlToText} from './stardict-markup.js'

/** Reads definitions. References in braces are sections of “Format for StarDict dictionary files”. */

export type CreateError = (...reasons: readonly string[]) => TypeError

export const decodeUtf8 = (bytes: Uint8Array, problem: CreateError): string => {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw problem('expected UTF-8, got invalid bytes')
  }
}

/** Decodes text in the encoding of its author's computer: UTF-8, else that of Western Windows. */
function decodeLocal(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

type Reader = (bytes: Uint8Array, problem: CreateError) => Article | {readonly resources: string}
const text =
  (convert: (text: string) => string): Reader =>
  (bytes, problem) => ({text: convert(decodeUtf8(bytes, problem)).trim()})
const phonetic: Reader = (bytes, problem) => ({text: '', pronunciation: decodeUtf8(bytes, problem).trim()})

/** How each type of data is read {7}. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['m', text((plain) => plain)],
  ['l', (bytes) => ({text: decodeLocal(bytes).trim()})],
  ['g', (bytes, problem) => readHtmlArticle(decodeUtf8(bytes, problem))],
  ['h', (bytes, problem) => readHtmlArticle(decodeUtf8(bytes, problem))],
  ['x', (bytes, problem) => readXdxfArticle(decodeUtf8(bytes, problem))],
  ['t', phonetic],
  ['y', phonetic],
  ['k', text(xmlToText)],
  ['n', text(xmlToText)],
  ['w', text(wikiToText)],
  ['r', (bytes, problem) => ({resources: decodeUtf8(bytes, problem).trim()})],
])
/** Sounds and pictures: bytes that follow their length. */
const BINARY = /[WP]/u

/** Splits a definition into its texts, each with the letter of its type {7}. */
function splitDefinition(data: Uint8Array, types: string, problem: CreateError): {type: string; bytes: Uint8Array}[] {
  const parts: {type: string; bytes: Uint8Array}[] = []
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let at = 0
  for (let i = 0; types === '' ? at < data.length : i < types.length; i++) {
    const type = types === '' ? String.fromCharCode(data[at++] as number) : (types[i] as string)
    const isLast = types !== '' && i === types.length - 1
    if (BINARY.test(type)) {
      if (!isLast && at + 4 > data.length) throw problem('unterminated definition')
      at = isLast ? data.length : at + 4 + view.getUint32(at)
      if (at > data.length) throw problem('unterminated definition')
      continue
    }
    if (!READERS.has(type)) throw problem(`expected definitions of the types ${[...READERS.keys()].join(', ')}, W or P, got “${type}”`)
    const end = isLast ? data.length : data.indexOf(0, at)
    if (end < 0) throw problem('unterminated definition')
    parts.push({type, bytes: data.subarray(at, end)})
    at = end + 1
  }
  return parts
}

/** Parses a definition into the fields of its entries, not yet validated: several if we wrote it, one if another program did. */
export function readDefinition(data: Uint8Array, types: string, problem: CreateError): readonly Record<string, unknown>[] {
  const senses: string[] = []
  const notes: string[] = []
  const pronunciations = new Set<string>()
  for (const {type, bytes} of splitDefinition(data, types, problem)) {
    const read = (READERS.get(type) as Reader)(bytes, problem)
    if ('entries' in read) return read.entries
    if ('resources' in read) {
      if (read.resources) notes.push(read.resources)
      continue
    }
    if (read.text) senses.push(read.text)
    if (read.pronunciation) pronunciations.add(read.pronunciation)
  }
  return [
    {
      ...(pronunciations.size > 0 && {pronunciation: [...pronunciations].join(', ')}),
      ...(senses.length > 0 && {senses}),
      ...(notes.length > 0 && {notes: notes.join('\n')}),
    },
  ]
}
