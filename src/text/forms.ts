import type {PrintedForm, Word} from '../types.js'
import {bare, fold} from './folding.js'

/** The printed forms of a story, numbered: a novel has a hundred thousand words and ten thousand forms. */
export interface Forms {
  /**
   * The number of the form that stands in a text from `start` to `end`.
   *
   * @param hash what `hashOf` says of it
   */
  readonly at: (text: string, start: number, end: number, hash: number) => number
  /** All that were asked for, by their numbers. */
  readonly list: readonly PrintedForm[]
}

/** Size of a new table of forms, a power of two; it doubles when it is half full. */
const SIZE = 1 << 12

/** FNV-1a, 32 bits, over UTF-16 code units. */
export const startHash = 0x811c9dc5 | 0
export const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export function hashOf(text: string, start: number, end: number): number {
  let hash = startHash
  for (let i = start; i < end; i++) hash = nextHash(hash, text.charCodeAt(i))
  return hash
}

/** The low bits of a product know nothing of the high ones. */
const slotOf = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1)

function same(surface: string, text: string, start: number): boolean {
  for (let i = 0; i < surface.length; i++) if (surface.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/**
 * A hash table of its own (open addressing), which is asked with places in a text: a `Map` would have every running word
 * cut out first, and most of the time went into that.
 */
export function printedForms(): Forms {
  const list: PrintedForm[] = []
  const hashes: number[] = []
  const keys = new Map<string, number>()
  /** Numbers of forms plus one; 0 is free. */
  let table = new Int32Array(SIZE)

  const put = (number: number) => {
    let slot = slotOf(hashes[number] as number, table.length)
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1)
    table[slot] = number + 1
  }
  const add = (surface: string, hash: number): number => {
    const key = bare(fold(surface))
    let keyIndex = keys.get(key)
    if (keyIndex === undefined) keys.set(key, (keyIndex = keys.size))
    const form = list.length
    list.push({surface, key, form, keyIndex})
    hashes.push(hash)
    if (2 * list.length > table.length) {
      table = new Int32Array(2 * table.length)
      for (let number = 0; number < form; number++) put(number)
    }
    put(form)
    return form
  }
  const at = (text: string, start: number, end: number, hash: number): number => {
    for (let slot = slotOf(hash, table.length); table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
      const number = (table[slot] as number) - 1
      const {surface} = list[number] as PrintedForm
      if (hashes[number] === hash && surface.length === end - start && same(surface, text, start)) return number
    }
    return add(text.slice(start, end), hash)
  }
  return {at, list}
}

/** What holds of each printed form, by its number: 1 or 0. (`Uint8Array.from` would make an object of every step.) */
export function flagsOf(list: readonly PrintedForm[], test: (form: PrintedForm) => boolean): Uint8Array {
  const flags = new Uint8Array(list.length)
  for (let i = 0; i < list.length; i++) if (test(list[i] as PrintedForm)) flags[i] = 1
  return flags
}

/** Asks once for each printed form of a story. */
export function byForm<T>(ask: (word: Word) => T): (word: Word) => T {
  const answers: T[] = []
  return (word) => {
    let answer = answers[word.form]
    if (answer === undefined) answers[word.form] = answer = ask(word)
    return answer
  }
}
