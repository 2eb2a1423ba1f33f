import {bare, fold} from './folding.js'
import type {PrintedForm} from './types.js'

/**
 * The printed forms of a story, numbered: a novel has a hundred thousand words and ten thousand forms. A hash table of its own
 * (open addressing), which is asked with places in a text: a `Map` would have every running word cut out first, and most of the
 * time went into that. What it compares lies side by side. The functions that read it are no closures over it, or each story
 * would have them compiled anew.
 */
export interface Forms {
  /** All that were asked for, by their numbers. */
  readonly list: PrintedForm[]
  readonly keys: Map<string, number>
  /** Numbers of forms plus one; 0 is free. */
  table: Int32Array
  hashes: Int32Array
  /** Code units of all forms, one after the other, and where each begins; one more, for the end of the last. */
  letters: Uint16Array
  begins: Int32Array
}

/** The length of a few paragraphs: room for what is read where nobody knows how much it will be. */
export const SOME = 1 << 10

/** The smallest power of two, from 16 on, that is no less than a number. */
export const roomFor = (count: number): number => 1 << Math.max(4, Math.ceil(Math.log2(count)))

/** Slots for the forms of a text, twice as many as there are likely to be: they grow about as its square root does (Heaps' law). */
const slotsFor = (length: number): number => roomFor(8 * Math.sqrt(length))

/** FNV-1a, 32 bits, over UTF-16 code units. */
export const startHash = 0x811c9dc5 | 0
export const nextHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = startHash
  for (let i = start; i < end; i++) hash = nextHash(hash, units[i] as number)
  return hash
}

/** The low bits of a product know nothing of the high ones. */
export const slotOf = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1)

/** A larger array with the same beginning. */
export function grown<T extends Int32Array | Uint16Array>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(2 * numbers.length)
  larger.set(numbers)
  return larger
}

/**
 * No forms yet, but room for those of a text: to make more room as they come costs more than to make it at once. The table doubles when
 * it is half full.
 */
export function printedForms(length = SOME): Forms {
  const slots = slotsFor(length)
  const count = slots >> 1
  return {
    list: [],
    keys: new Map(),
    table: new Int32Array(slots),
    hashes: new Int32Array(count),
    letters: new Uint16Array(8 * count),
    begins: new Int32Array(count + 1),
  }
}

function put({table, hashes}: Forms, number: number): void {
  let slot = slotOf(hashes[number] as number, table.length)
  while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1)
  table[slot] = number + 1
}

function add(forms: Forms, surface: string, units: Uint16Array, start: number, hash: number): number {
  const {list, keys} = forms
  const key = bare(fold(surface))
  let keyIndex = keys.get(key)
  if (keyIndex === undefined) keys.set(key, (keyIndex = keys.size))
  const form = list.length
  list.push({surface, key, form, keyIndex})
  if (form === forms.hashes.length) {
    forms.hashes = grown(forms.hashes)
    forms.begins = grown(forms.begins)
    forms.table = new Int32Array(2 * forms.table.length)
    for (let number = 0; number < form; number++) put(forms, number)
  }
  forms.hashes[form] = hash
  const begin = forms.begins[form] as number
  while (begin + surface.length > forms.letters.length) forms.letters = grown(forms.letters)
  for (let i = 0; i < surface.length; i++) forms.letters[begin + i] = units[start + i] as number
  forms.begins[form + 1] = begin + surface.length
  put(forms, form)
  return form
}

function isAt({letters, begins}: Forms, number: number, units: Uint16Array, start: number, length: number): boolean {
  const begin = begins[number] as number
  if ((begins[number + 1] as number) - begin !== length) return false
  for (let i = 0; i < length; i++) if (letters[begin + i] !== units[start + i]) return false
  return true
}

/**
 * The number of the form that stands in a text from `start` to `end`.
 *
 * @param units the UTF-16 code units of the text
 * @param hash what `hashOf` says of the form
 */
export function formAt(forms: Forms, text: string, units: Uint16Array, start: number, end: number, hash: number): number {
  const {table, hashes} = forms
  for (let slot = slotOf(hash, table.length); table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
    const number = (table[slot] as number) - 1
    if (hashes[number] === hash && isAt(forms, number, units, start, end - start)) return number
  }
  return add(forms, text.slice(start, end), units, start, hash)
}

/** What holds of each printed form, by its number: 1 or 0. (`Uint8Array.from` would make an object of every step.) */
export function flagsOf(list: readonly PrintedForm[], test: (form: PrintedForm) => boolean): Uint8Array {
  const flags = new Uint8Array(list.length)
  for (let i = 0; i < list.length; i++) if (test(list[i] as PrintedForm)) flags[i] = 1
  return flags
}

/** Asks once for each printed form of a story. */
export function byForm<T>(ask: (word: PrintedForm) => T): (word: PrintedForm) => T {
  const answers: T[] = []
  return (word) => {
    let answer = answers[word.form]
    if (answer === undefined) answers[word.form] = answer = ask(word)
    return answer
  }
}
