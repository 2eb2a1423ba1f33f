import {map} from '../util/lists.js'

/** The number of symbols: the word boundary, any letter that is not in the words, and the letters of the words. */
const [BOUNDARY, OTHER, FIRST_LETTER] = [0, 1, 2]
/** Probability of a letter that the words do not have. */
const STRAY = 1e-4

/** Values of a UTF-16 code unit. */
const UNITS = 0x10000

/** What followed each context: how often each symbol, all symbols, and how many different ones. */
interface Counts {
  readonly counts: Uint16Array
  readonly sums: Uint16Array
  readonly kinds: Uint16Array
}

function addTo({counts, sums, kinds}: Counts, context: number, size: number, next: number): void {
  if (counts[context * size + next]!++ === 0) kinds[context]!++
  sums[context]!++
}

/**
 * Trains a letter model on words: each letter given the two before it, backing off to one, to none, to all letters alike (Witten and Bell 1991).
 * Unlike the models of `prose/letter-model.ts` it tells letters with diacritics apart, which distinguish languages.
 *
 * @returns natural log-probability of a spelling with its end
 */
export function trainSpelling(words: readonly string[]): (word: string) => number {
  const symbols = new Uint8Array(UNITS)
  let size = FIRST_LETTER
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      if (symbols[unit] === 0) symbols[unit] = size++
    }
  }
  const symbolOf = (unit: number): number => symbols[unit] || OTHER
  const [one, two, three] = map([1, 2, 3], (order) => ({
    counts: new Uint16Array(size ** order),
    sums: new Uint16Array(size ** (order - 1)),
    kinds: new Uint16Array(size ** (order - 1)),
  })) as [Counts, Counts, Counts]
  for (const word of words) {
    let before = BOUNDARY
    let last = BOUNDARY
    for (let i = 0; i <= word.length; i++) {
      const next = i === word.length ? BOUNDARY : symbolOf(word.charCodeAt(i))
      addTo(one, 0, size, next)
      addTo(two, last, size, next)
      addTo(three, before * size + last, size, next)
      before = last
      last = next
    }
  }

  const mix = ({counts, sums, kinds}: Counts, context: number, next: number, shorter: number): number => {
    const distinct = kinds[context] as number
    return distinct === 0 ? shorter : ((counts[context * size + next] as number) + distinct * shorter) / ((sums[context] as number) + distinct)
  }
  return (word) => {
    let log = 0
    let before = BOUNDARY
    let last = BOUNDARY
    for (let i = 0; i <= word.length; i++) {
      const next = i === word.length ? BOUNDARY : symbolOf(word.charCodeAt(i))
      const alone = mix(one, 0, next, next === OTHER ? STRAY : 1 / size)
      log += Math.log(mix(three, before * size + last, next, mix(two, last, next, alone)))
      before = last
      last = next
    }
    return log
  }
}
