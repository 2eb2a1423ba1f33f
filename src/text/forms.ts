import type {PrintedForm, Word} from '../types.js'
import {bare, fold} from './folding.js'

/** The printed forms of a story, numbered: a novel has a hundred thousand words and ten thousand forms. */
export interface Forms {
  /** The number of the form that stands in a text from `start` to `end`. */
  readonly at: (text: string, start: number, end: number) => number
  /** All that were asked for, by their numbers. */
  readonly list: readonly PrintedForm[]
}

/** Size of a new table of forms, a power of two; it doubles when it is half full. */
const SIZE = 1 << 12

function same(surface: string, text: string, start: number): boolean {
  for (let i = 0; i < surface.length; i++) if (surface.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/**
 * A hash table of its own (open addressing, FNV-1a), which is asked with places in a text: a `Map` would have every running word
 * cut out first, and most of the time went into that.
 */
export function printedForms(): Forms {
  const list: PrintedForm[] = []
  const hashes: number[] = []
  const keys = new Map<string, number>()
  /** Numbers of forms plus one; 0 is free. */
  let table = new Int32Array(SIZE)

  const put = (number: number) => {
    let slot = (hashes[number] as number) & (table.length - 1)
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
  const at = (text: string, start: number, end: number): number => {
    let hash = 0x811c9dc5
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    for (let slot = hash & (table.length - 1); table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
      const number = (table[slot] as number) - 1
      const {surface} = list[number] as PrintedForm
      if (hashes[number] === hash && surface.length === end - start && same(surface, text, start)) return number
    }
    return add(text.slice(start, end), hash)
  }
  return {at, list}
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
