import type {Company} from './piece-features.js'
import type {QuotedPiece} from './types.js'

/** Added to sums of probabilities, so that a story of one piece says little. */
const DOUBT = 0.3
const DOUBT_OF_LANGUAGE = 0.2
const DOUBT_OF_WORD = 0.3
/** No shared words say more than this, in log-odds. */
const MOST = 6

/** What each piece is taken for: probabilities of the languages, in order, then of none of them. */
export type Guesses = readonly Float64Array[]

const addTo = (sum: Float64Array, guess: Float64Array, sign: number): void => {
  for (let i = 0; i < sum.length; i++) sum[i]! += sign * (guess[i] as number)
}

/**
 * Describes the rest of a story for each of its pieces. Pieces with the same words count once.
 *
 * @param count number of languages
 * @returns what the other pieces say of a piece and a language
 */
export function storyCompany(pieces: readonly QuotedPiece[], guesses: Guesses, count: number): (piece: number, language: number) => Company {
  const all = new Float64Array(count + 1)
  const byWord = new Map<string, Float64Array>()
  const first = new Map<string, number>()
  for (const [index, {words}] of pieces.entries()) {
    const text = words.join(' ')
    if (first.has(text)) continue
    first.set(text, index)
    const guess = guesses[index] as Float64Array
    addTo(all, guess, 1)
    for (const word of new Set(words)) {
      let row = byWord.get(word)
      if (!row) byWord.set(word, (row = new Float64Array(count + 1)))
      addTo(row, guess, 1)
    }
  }
  const total = first.size
  return (piece, language) => {
    const {words} = pieces[piece] as QuotedPiece
    const own = guesses[first.get(words.join(' ')) as number] as Float64Array
    const rest = (sums: Float64Array, index: number): number => Math.max(0, (sums[index] as number) - (own[index] as number))
    let sharedWords = 0
    for (const word of new Set(words)) {
      const row = byWord.get(word) as Float64Array
      sharedWords += Math.log((rest(row, language) + DOUBT_OF_WORD) / (rest(row, count) + DOUBT_OF_WORD))
    }
    return {
      same: Math.log((rest(all, language) + DOUBT_OF_LANGUAGE) / (total - 1 + DOUBT * 2)),
      none: Math.log((rest(all, count) + DOUBT) / (total - 1 + DOUBT * 2)),
      sharedWords: Math.max(-MOST, Math.min(MOST, sharedWords)),
    }
  }
}
