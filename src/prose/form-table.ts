import {fold, stripApostrophes} from './folding.js'
import type {PrintedForm} from './types.js'

/**
 * The numbered printed forms of a story: a novel has a hundred thousand words and ten thousand forms. A hash table with open addressing,
 * looked up by ranges of a text: with a `Map` most of the time went into slicing out every word. Its fields are passed to functions
 * rather than closed over, so that V8 compiles the functions once and not for each story.
 */
export interface FormTable {
  /** All forms so far, by number. */
  readonly list: PrintedForm[]
  readonly keyIndices: Map<string, number>
  /** Form numbers plus one; 0 is a free slot. */
  table: Int32Array
  /** By form number. */
  hashes: Int32Array
  /** UTF-16 code units of all forms, concatenated. */
  units: Uint16Array
  /** Offset of each form in `units`, and a last one for the end. */
  offsets: Int32Array
}

/** Assumed length of a text when unknown: a few paragraphs. */
export const DEFAULT_TEXT_LENGTH = 1 << 10

/** Returns the smallest power of two that is at least 16 and not less than `count`. */
export const capacityFor = (count: number): number => 1 << Math.max(4, Math.ceil(Math.log2(count)))

/** Returns twice the number of forms expected in a text: it grows roughly as the square root of the length (Heaps' law). */
const slotsFor = (length: number): number => capacityFor(8 * Math.sqrt(length))

/** FNV-1a, 32 bits, over UTF-16 code units. */
export const HASH_SEED = 0x811c9dc5 | 0
export const updateHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = HASH_SEED
  for (let i = start; i < end; i++) hash = updateHash(hash, units[i] as number)
  return hash
}

/** Returns the slot of a hash in a table of `size` slots (a power of two). Mixes in high bits, which do not affect the low bits of a product. */
export const hashSlot = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1)

/** Returns a copy of twice the length. */
export function growArray<T extends Int32Array | Uint16Array>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(2 * numbers.length)
  larger.set(numbers)
  return larger
}

/**
 * Creates an empty table with capacity for a text, because growing costs more than allocating once. It doubles when half full.
 *
 * @param length of all texts together, in UTF-16 code units
 */
export function createFormTable(length = DEFAULT_TEXT_LENGTH): FormTable {
  const slots = slotsFor(length)
  const count = slots >> 1
  return {
    list: [],
    keyIndices: new Map(),
    table: new Int32Array(slots),
    hashes: new Int32Array(count),
    units: new Uint16Array(8 * count),
    offsets: new Int32Array(count + 1),
  }
}

function fillSlot({table, hashes}: FormTable, form: number): void {
  let slot = hashSlot(hashes[form] as number, table.length)
  while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1)
  table[slot] = form + 1
}

function addForm(forms: FormTable, surface: string, units: Uint16Array, start: number, hash: number): number {
  const {list, keyIndices} = forms
  const key = stripApostrophes(fold(surface))
  let keyIndex = keyIndices.get(key)
  if (keyIndex === undefined) keyIndices.set(key, (keyIndex = keyIndices.size))
  const form = list.length
  list.push({surface, key, form, keyIndex})
  if (form === forms.hashes.length) {
    forms.hashes = growArray(forms.hashes)
    forms.offsets = growArray(forms.offsets)
    forms.table = new Int32Array(2 * forms.table.length)
    for (let other = 0; other < form; other++) fillSlot(forms, other)
  }
  forms.hashes[form] = hash
  const offset = forms.offsets[form] as number
  while (offset + surface.length > forms.units.length) forms.units = growArray(forms.units)
  for (let i = 0; i < surface.length; i++) forms.units[offset + i] = units[start + i] as number
  forms.offsets[form + 1] = offset + surface.length
  fillSlot(forms, form)
  return form
}

function equalsForm(forms: FormTable, form: number, units: Uint16Array, start: number, length: number): boolean {
  const offset = forms.offsets[form] as number
  if ((forms.offsets[form + 1] as number) - offset !== length) return false
  for (let i = 0; i < length; i++) if (forms.units[offset + i] !== units[start + i]) return false
  return true
}

/**
 * Returns the number of the form at a range of a text, and adds the form if it is new.
 *
 * @param units the UTF-16 code units of the text
 * @param hash `hashUnits` of the range
 */
export function internForm(forms: FormTable, text: string, units: Uint16Array, start: number, end: number, hash: number): number {
  const {table, hashes} = forms
  for (let slot = hashSlot(hash, table.length); table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
    const form = (table[slot] as number) - 1
    if (hashes[form] === hash && equalsForm(forms, form, units, start, end - start)) return form
  }
  return addForm(forms, text.slice(start, end), units, start, hash)
}

/** Returns 1 for each form that passes a test and 0 for others, by number. (`Uint8Array.from` allocates an object per step.) */
export function flagForms(list: readonly PrintedForm[], test: (form: PrintedForm) => boolean): Uint8Array {
  const flags = new Uint8Array(list.length)
  for (let i = 0; i < list.length; i++) if (test(list[i] as PrintedForm)) flags[i] = 1
  return flags
}

/** Caches a function of printed forms; for the forms of a single story. */
export function memoizeByForm<T>(compute: (word: PrintedForm) => T): (word: PrintedForm) => T {
  const results: T[] = []
  return (word) => {
    let result = results[word.form]
    if (result === undefined) results[word.form] = result = compute(word)
    return result
  }
}
