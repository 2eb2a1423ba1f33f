import type {CompiledWords} from './host-data.js'
import {createWordList, setNumber, type WordList} from './word-list.js'

/** The version of the coding below. */
export const CODING_VERSION = 1

/** Longer than any listed word, in UTF-16 code units. */
const MAX_UNITS = 64

const LINE_FEED = 10
/** Code units that stand for the number of letters shared with the word before, from 0 on. */
const FIRST_SHARED = 65
const LAST_SHARED = 96

/**
 * Front-codes lists of words: a line for each list, its words sorted, each as a character for the number of letters shared with the word before
 * (`A` for none) and the rest of the word.
 *
 * @param lists keys: lower case, so that no letter can be taken for a number
 */
export function encodeWords(lists: readonly (readonly string[])[]): string {
  const encode = (words: readonly string[]): string => {
    let previous = ''
    let line = ''
    for (const word of [...words].sort()) {
      let shared = 0
      while (shared < LAST_SHARED - FIRST_SHARED && shared < previous.length && previous[shared] === word[shared]) shared++
      line += String.fromCharCode(FIRST_SHARED + shared) + word.slice(shared)
      previous = word
    }
    return line
  }
  return lists.map(encode).join('\n')
}

/**
 * Decodes a host's words; the words of line n have the number `firstNumber` + n.
 *
 * @throws Error that names the host, if the data is of another version or not whole
 */
export function decodeWords({lines, version, count, length: whole, tiers}: CompiledWords, {lang, firstNumber}: {lang: string; firstNumber: number}): WordList {
  if (version !== CODING_VERSION) throw new Error(`The words of host '${lang}' are of version ${version}; this release reads version ${CODING_VERSION}`)
  if (lines.length !== whole) throw new Error(`The words of host '${lang}' are damaged: ${lines.length} of ${whole} code units`)
  const list = createWordList(Math.min(count, lines.length))
  const word = new Uint16Array(MAX_UNITS)
  let length = 0
  let number = firstNumber
  for (let i = 0; i < lines.length; i++) {
    const unit = lines.charCodeAt(i)
    if (unit !== LINE_FEED && (unit < FIRST_SHARED || unit > LAST_SHARED)) {
      word[length++] = unit
      continue
    }
    // The word before is complete.
    if (length > 0) setNumber(list, word, length, number)
    length = unit === LINE_FEED ? 0 : unit - FIRST_SHARED
    if (unit === LINE_FEED) number++
  }
  if (length > 0) setNumber(list, word, length, number)
  if (list.count !== count || number !== firstNumber + tiers.length - 1)
    throw new Error(`The words of host '${lang}' are damaged: ${list.count} of ${count} words in ${number - firstNumber + 1} of ${tiers.length} lists`)
  return list
}
