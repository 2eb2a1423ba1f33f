import {decodeFront} from '../util/front-coding.js'
import type {CompiledWords} from './host-data.js'
import {createWordList, setNumber, type WordList} from './word-list.js'

/** The version of the coding: a line of `encodeFront` for each tier. */
export const CODING_VERSION = 1

/**
 * Decodes a host's words; the words of line n have the number `firstNumber` + n.
 *
 * @throws Error that names the host, if the data is of another version or not whole
 */
export function decodeWords({lines, version, count, length, tiers}: CompiledWords, {lang, firstNumber}: {lang: string; firstNumber: number}): WordList {
  if (version !== CODING_VERSION) throw new Error(`The words of host '${lang}' are of version ${version}; this release reads version ${CODING_VERSION}`)
  if (lines.length !== length) throw new Error(`The words of host '${lang}' are damaged: ${lines.length} of ${length} code units`)
  const list = createWordList(Math.min(count, lines.length))
  let read = 0
  for (let start = 0; start <= lines.length; read++) {
    const found = lines.indexOf('\n', start)
    const end = found < 0 ? lines.length : found
    decodeFront(lines, (units, size) => setNumber(list, units, size, firstNumber + read), start, end)
    start = end + 1
  }
  if (list.count !== count || read !== tiers.length)
    throw new Error(`The words of host '${lang}' are damaged: ${list.count} of ${count} words in ${read} of ${tiers.length} lists`)
  return list
}
