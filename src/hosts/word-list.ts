import {nextHash, slotOf, startHash} from '../prose/printed-forms.js'

/**
 * A hundred thousand words with a number each, packed: as strings in a `Map` they take ten times the room, and each question
 * waits for memory four times instead of twice.
 */
export interface WordList {
  /** Open addressing: where records begin, plus one; 0 is free. */
  slots: Int32Array
  /** Record after record: the word's number and its length in one, then its UTF-16 code units. */
  records: Uint16Array
  /** Where the next record begins. */
  end: number
  count: number
}

/** Powers of two; slots are doubled when half of them are taken. */
const SLOTS = 1 << 12
const UNITS = 1 << 16

/** A record's first unit has the length of its word below, its number above. */
const LENGTH_BITS = 8
const LONGEST = (1 << LENGTH_BITS) - 1

export const wordList = (): WordList => ({slots: new Int32Array(SLOTS), records: new Uint16Array(UNITS), end: 0, count: 0})

function hashAt(units: Uint16Array, start: number, end: number): number {
  let hash = startHash
  for (let i = start; i < end; i++) hash = nextHash(hash, units[i] as number)
  return hash
}

function grow(list: WordList): void {
  const {records, end} = list
  const slots = new Int32Array(2 * list.slots.length)
  for (let at = 0; at < end; ) {
    const next = at + 1 + ((records[at] as number) & LONGEST)
    let slot = slotOf(hashAt(records, at + 1, next), slots.length)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = at + 1
    at = next
  }
  list.slots = slots
}

/** Gives a word its number, whether it had one or not. */
export function setNumber(list: WordList, units: Uint16Array, length: number, number: number): void {
  const hash = hashAt(units, 0, length)
  const {slots} = list
  let slot = slotOf(hash, slots.length)
  for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const at = (slots[slot] as number) - 1
    if (isAt(list, at, units, length)) {
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
  if (2 * ++list.count > slots.length) grow(list)
}

function isAt({records}: WordList, at: number, units: Uint16Array, length: number): boolean {
  if (((records[at] as number) & LONGEST) !== length) return false
  for (let i = 0; i < length; i++) if (records[at + 1 + i] !== units[i]) return false
  return true
}

/** The word that is asked for: code units are compared faster than strings are. */
const asked = new Uint16Array(LONGEST + 1)

/** The number of what stands in a text from `start` to `end`; 0, if it is no word of the list. */
export function numberOf(list: WordList, text: string, start = 0, end = text.length): number {
  const length = end - start
  if (length > LONGEST) return 0
  let hash = startHash
  for (let i = 0; i < length; i++) hash = nextHash(hash, (asked[i] = text.charCodeAt(start + i)))
  const {slots, records} = list
  for (let slot = slotOf(hash, slots.length); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const at = (slots[slot] as number) - 1
    if (isAt(list, at, asked, length)) return (records[at] as number) >> LENGTH_BITS
  }
  return 0
}

/** Shows every word once, as code units of the list's own records. */
export function eachWord({records, end}: WordList, show: (units: Uint16Array, start: number, end: number) => void): void {
  for (let at = 0; at < end; ) {
    const next = at + 1 + ((records[at] as number) & LONGEST)
    show(records, at + 1, next)
    at = next
  }
}
