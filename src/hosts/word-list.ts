import {HASH_SEED, hashSlot, updateHash} from '../prose/form-table.js'

/**
 * A packed hash table of a hundred thousand words, each with a number. A `Map` of strings takes ten times the memory, and twice as many
 * memory accesses per lookup.
 */
export interface WordList {
  /** Open addressing: index of a record plus one; 0 is free. */
  slots: Int32Array
  /** Consecutive records: a unit with the word's number and length, then its UTF-16 code units. */
  records: Uint16Array
  /** Index at which the next record begins. */
  end: number
  count: number
}

/** Initial sizes, powers of two; slots are doubled when half of them are taken. */
const INITIAL_SLOTS = 1 << 12
const INITIAL_UNITS = 1 << 16
/** A record's length, about. */
const UNITS_PER_WORD = 10

/** A record's first unit has the length of its word in its low bits, the number in its high bits. */
const LENGTH_BITS = 8
const MAX_LENGTH = (1 << LENGTH_BITS) - 1

/** @param expected number of words to make room for at once */
export function createWordList(expected = 0): WordList {
  let slots = INITIAL_SLOTS
  while (slots < 2 * expected + 2) slots *= 2
  return {slots: new Int32Array(slots), records: new Uint16Array(Math.max(INITIAL_UNITS, UNITS_PER_WORD * expected)), end: 0, count: 0}
}

function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = HASH_SEED
  for (let i = start; i < end; i++) hash = updateHash(hash, units[i] as number)
  return hash
}

function growSlots(list: WordList): void {
  const {records, end} = list
  const slots = new Int32Array(2 * list.slots.length)
  for (let at = 0; at < end; ) {
    const next = at + 1 + ((records[at] as number) & MAX_LENGTH)
    let slot = hashSlot(hashUnits(records, at + 1, next), slots.length)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = at + 1
    at = next
  }
  list.slots = slots
}

/** Whether the record at an index has these code units. */
function matchesRecord({records}: WordList, at: number, units: Uint16Array, length: number): boolean {
  if (((records[at] as number) & MAX_LENGTH) !== length) return false
  for (let i = 0; i < length; i++) if (records[at + 1 + i] !== units[i]) return false
  return true
}

/** Sets the number of a word; adds the word if it is not listed. */
export function setNumber(list: WordList, units: Uint16Array, length: number, number: number): void {
  const hash = hashUnits(units, 0, length)
  const {slots} = list
  let slot = hashSlot(hash, slots.length)
  for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const at = (slots[slot] as number) - 1
    if (matchesRecord(list, at, units, length)) {
      list.records[at] = (number << LENGTH_BITS) | length
      return
    }
  }
  if (list.end + length + 1 > list.records.length) {
    const records = new Uint16Array(2 * list.records.length)
    records.set(list.records)
    list.records = records
  }
  slots[slot] = list.end + 1
  list.records[list.end] = (number << LENGTH_BITS) | length
  for (let i = 0; i < length; i++) list.records[list.end + 1 + i] = units[i] as number
  list.end += length + 1
  if (2 * ++list.count > slots.length) growSlots(list)
}

/** Code units of the word being looked up; they compare faster than strings. */
const query = new Uint16Array(MAX_LENGTH + 1)

/** The number of the word in a text from `start` to `end`; 0 if it is not listed. */
export function getNumber(list: WordList, text: string, start = 0, end = text.length): number {
  const length = end - start
  if (length > MAX_LENGTH) return 0
  let hash = HASH_SEED
  for (let i = 0; i < length; i++) hash = updateHash(hash, (query[i] = text.charCodeAt(start + i)))
  const {slots, records} = list
  for (let slot = hashSlot(hash, slots.length); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const at = (slots[slot] as number) - 1
    if (matchesRecord(list, at, query, length)) return (records[at] as number) >> LENGTH_BITS
  }
  return 0
}

/** Calls `visit` once for each word, with a range of the list's own code units, and its number. */
export function forEachWord({records, end}: WordList, visit: (units: Uint16Array, start: number, end: number, number: number) => void): void {
  for (let at = 0; at < end; ) {
    const record = records[at] as number
    const next = at + 1 + (record & MAX_LENGTH)
    visit(records, at + 1, next, record >> LENGTH_BITS)
    at = next
  }
}
