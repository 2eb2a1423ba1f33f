/** The number of symbols: the word boundary, any letter that is not in the words, and the letters of the words. */
const [BOUNDARY, OTHER, FIRST_LETTER] = [0, 1, 2]
/** Probability of a letter that the words do not have. */
const STRAY = 1e-4

/** What followed each context: how often each symbol, all symbols, and how many different ones. */
interface Counts {
  readonly counts: Uint16Array
  readonly sums: Uint16Array
  readonly kinds: Uint16Array
}

/**
 * Trains a letter model on words: each letter given the two before it, backing off to one, to none, to all letters alike (Witten and Bell 1991).
 * Unlike the models of `prose/letter-model.ts` it tells letters with diacritics apart, which distinguish languages.
 *
 * @returns natural log-probability of a spelling with its end
 */
export function trainSpelling(words: readonly string[]): (word: string) => number {
  const symbols = new Map<string, number>()
  for (const letter of new Set(words.join(''))) symbols.set(letter, FIRST_LETTER + symbols.size)
  const size = FIRST_LETTER + symbols.size
  const orders = [1, 2, 3].map((order) => ({
    counts: new Uint16Array(size ** order),
    sums: new Uint16Array(size ** (order - 1)),
    kinds: new Uint16Array(size ** (order - 1)),
  })) as [Counts, Counts, Counts]
  const [one, two, three] = orders

  const count = ({counts, sums, kinds}: Counts, context: number, next: number): void => {
    if (counts[context * size + next]!++ === 0) kinds[context]!++
    sums[context]!++
  }
  /** Calls `each` with the two symbols before each symbol, and the symbol. */
  const visit = (word: string, each: (before: number, last: number, next: number) => void): void => {
    let before = BOUNDARY
    let last = BOUNDARY
    for (let i = 0; i <= word.length; i++) {
      const next = i === word.length ? BOUNDARY : (symbols.get(word[i] as string) ?? OTHER)
      each(before, last, next)
      before = last
      last = next
    }
  }
  const add = (before: number, last: number, next: number): void => {
    count(one, 0, next)
    count(two, last, next)
    count(three, before * size + last, next)
  }
  for (const word of words) visit(word, add)

  const mix = ({counts, sums, kinds}: Counts, context: number, next: number, shorter: number): number => {
    const distinct = kinds[context] as number
    return distinct === 0 ? shorter : ((counts[context * size + next] as number) + distinct * shorter) / ((sums[context] as number) + distinct)
  }
  return (word) => {
    let log = 0
    visit(word, (before, last, next) => {
      const alone = mix(one, 0, next, next === OTHER ? STRAY : 1 / size)
      log += Math.log(mix(three, before * size + last, next, mix(two, last, next, alone)))
    })
    return log
  }
}
