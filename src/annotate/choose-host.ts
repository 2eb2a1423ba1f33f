import {MIN_SHARE, MIN_WORDS, toldKeys, toldWords} from '../hosts/told-words.js'
import type {Host} from '../hosts/types.js'

/** Which of some host languages a story is told in. */
export interface HostChoice {
  readonly host: Host
  /** Whether the story is told in it at all. */
  readonly isSpoken: boolean
  /** Another one, in which a part of the story is told that is worth a message. */
  readonly other?: Host
}

/**
 * Share of everyday words, at least, in a text with few function words: texts in 24 other languages have at most 0.17 English ones. Only words of
 * three letters and more count, and those of scripts without case, in which a word may have one.
 */
const MIN_FAMILIAR = 0.25
const MIN_LENGTH = 3
/** The largest tier of everyday words. */
const EVERYDAY = 35
/** Share of the words, at least, in paragraphs told in another host language; short paragraphs, as in dialogue, are counted together up to this length. */
const MIN_OTHER = 0.25
const MIN_PARAGRAPH = 15

/** The primary subtag, in lower case: `de` of `de-CH`. */
export const subtagOf = (tag: string): string => (tag.split('-')[0] as string).toLowerCase()

/** The index of the largest number, the first of equals. */
const indexOfMax = (numbers: readonly number[]): number => numbers.indexOf(Math.max(...numbers))

/** Whether a text has a good part of everyday words, or hardly a word to tell: a list of words with their meanings has few function words. */
function isFamiliar(texts: readonly string[], {familiarity}: Host): boolean {
  const words = texts.flatMap(toldWords).filter((word) => word.length >= MIN_LENGTH || /\p{Lo}/u.test(word))
  const known = words.filter((word) => (familiarity(word).tier ?? Number.POSITIVE_INFINITY) <= EVERYDAY)
  return words.length < MIN_WORDS || known.length >= MIN_FAMILIAR * words.length
}

/**
 * Chooses the host language that a story is told in, by its share of function words.
 *
 * @param hosts at least one
 * @param texts of the story
 * @param declared the language that the story says it is told in, if it does: believed unless the words contradict it
 */
export function chooseHost(hosts: readonly Host[], texts: readonly string[], declared?: string): HostChoice {
  const sums = hosts.map(() => 0)
  /** Words in paragraphs that have more function words of this host than of any other. */
  const told = hosts.map(() => 0)
  let words = 0
  let keys: string[] = []
  for (const [index, text] of texts.entries()) {
    keys.push(...toldKeys(text))
    if (keys.length < MIN_PARAGRAPH && index < texts.length - 1) continue
    const own = hosts.map((host) => host.shareOf(keys) * keys.length)
    own.forEach((count, at) => {
      sums[at]! += count
    })
    words += keys.length
    const best = indexOfMax(own)
    if (keys.length >= MIN_PARAGRAPH && (own[best] as number) >= MIN_SHARE * keys.length) told[best]! += keys.length
    keys = []
  }
  const isLong = words >= MIN_WORDS
  const isTold = (index: number): boolean => !isLong || (sums[index] as number) >= MIN_SHARE * words
  const stated = declared === undefined ? -1 : hosts.findIndex(({lang}) => subtagOf(lang) === subtagOf(declared))
  const chosen = stated >= 0 && isTold(stated) ? stated : Math.max(0, indexOfMax(sums))
  const other = told.findIndex((count, index) => index !== chosen && count >= MIN_OTHER * words)
  const host = hosts[chosen] as Host
  return {host, isSpoken: isTold(chosen) || isFamiliar(texts, host), ...(isLong && other >= 0 && {other: hosts[other] as Host})}
}
