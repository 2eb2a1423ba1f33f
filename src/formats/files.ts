import type {Dictionary, Files, ReadOptions, WriteOptions, Written} from '../types.js'
import {wrong} from './input.js'

/** What a dictionary is called. */
export const titleOf = ({name, language}: Dictionary, options: WriteOptions = {}): string => name ?? options.name ?? language

/** Longer names are refused by some file systems once an extension and a folder stand around them; in characters. */
const LONGEST = 60

/** The title as a file name without an extension: letters, digits and hyphens, which no system and no shell reads otherwise. */
export function stemOf(dictionary: Dictionary, options?: WriteOptions): string {
  const stem = titleOf(dictionary, options)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return [...stem.replace(/^-/u, '')].slice(0, LONGEST).join('').replace(/-$/u, '') || 'dictionary'
}

/**
 * The files of one dictionary.
 *
 * @throws TypeError for text or the bytes of one file
 */
export function filesOf(input: Written, options: ReadOptions = {}): Files {
  if (typeof input === 'string' || input instanceof Uint8Array) throw wrong(options, 'expected all files of the dictionary, got one without a name')
  return input
}

/** Bytes in a row. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Text as one character for each byte of its UTF-8: such strings stand in the order of their bytes. */
export function bytesOf(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let written = ''
  for (let at = 0; at < bytes.length; at += 4096) written += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return written
}

/** In the order of their keys, which are compared one after the other, unit by unit; what is equal stays in order. */
export function byKeys<T>(list: readonly T[], keysOf: (item: T) => readonly string[]): T[] {
  const keyed = list.map((item) => ({item, keys: keysOf(item)}))
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, i) => key !== b.keys[i])
    return at < 0 ? 0 : (a.keys[at] as string) < (b.keys[at] as string) ? -1 : 1
  })
  return keyed.map(({item}) => item)
}
