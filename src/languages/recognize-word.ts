import {FIRST_WEIGHTS} from './fitted-languages.js'
import {featuresOfPieces, guessPieces, inOrder} from './recognize-pieces.js'
import type {LanguageRecognizer} from './types.js'

/** Returns the probability that a word, seen alone, is of one of the languages rather than of an unknown one, 0..1. */
export function recognizeWord(key: string, recognizers: readonly LanguageRecognizer[]): number {
  if (recognizers.length === 0) return 0
  const pieces = [{kind: 'word' as const, words: [key], names: []}]
  const [guess] = guessPieces(featuresOfPieces(pieces, recognizers), inOrder(FIRST_WEIGHTS), pieces, recognizers) as [Float64Array]
  return 1 - (guess[recognizers.length] as number)
}
