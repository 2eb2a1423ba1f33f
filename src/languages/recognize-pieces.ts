import {map} from '../util/lists.js'
import {FIRST_WEIGHTS, SECOND_WEIGHTS} from './fitted-languages.js'
import {companyFeatures, FEATURES, pieceFeatures} from './piece-features.js'
import {type Guesses, storyCompany} from './story-company.js'
import type {LanguageRecognizer, QuotedPiece, RecognizedLanguage} from './types.js'

/** Confidence below which nothing is said, 0..1. */
export const MIN_CONFIDENCE = 0.6

/** Turns the scores of the languages into their probabilities; that of none of them, whose score is 0, is added as the last. */
export function toProbabilities(scores: readonly number[]): Float64Array {
  const highest = Math.max(0, ...scores)
  const terms = Float64Array.from([...scores, 0], (score) => Math.exp(score - highest))
  const sum = terms.reduce((total, term) => total + term, 0)
  return terms.map((term) => term / sum)
}

const scoreOf = (weights: readonly number[], features: Float64Array): number => features.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)

export const inOrder = (weights: typeof FIRST_WEIGHTS): number[] => map(FEATURES, (name) => weights[name])

/** What is known of a piece. */
function knownGuess(known: string, recognizers: readonly LanguageRecognizer[]): Float64Array {
  const guess = new Float64Array(recognizers.length + 1)
  const index = recognizers.findIndex(({lang}) => lang === known || known.startsWith(`${lang}-`))
  guess[index < 0 ? recognizers.length : index] = 1
  return guess
}

/** The features of each piece taken for each language, from the piece alone. */
export const featuresOfPieces = (pieces: readonly QuotedPiece[], recognizers: readonly LanguageRecognizer[]): Float64Array[][] =>
  map(pieces, (piece) => pieceFeatures(piece, recognizers))

/** The same with what the other pieces are taken for. */
export function withCompany(features: readonly (readonly Float64Array[])[], pieces: readonly QuotedPiece[], guesses: Guesses): Float64Array[][] {
  const companyOf = storyCompany(pieces, guesses, features[0]?.length ?? 0)
  return map(features, (own, piece) =>
    map(own, (row, language) => {
      const all = row.slice()
      companyFeatures(pieces[piece] as QuotedPiece, companyOf(piece, language), all)
      return all
    }),
  )
}

/** What each piece is taken for by weights of its features. */
export const guessPieces = (
  features: readonly (readonly Float64Array[])[],
  weights: readonly number[],
  pieces: readonly QuotedPiece[],
  recognizers: readonly LanguageRecognizer[],
): Float64Array[] =>
  map(features, (own, index) => {
    const {known} = pieces[index] as QuotedPiece
    return known === undefined ? toProbabilities(map(own, (row) => scoreOf(weights, row))) : knownGuess(known, recognizers)
  })

/**
 * Recognises the language of what a story quotes, by the words and spelling of each piece and, in a second pass, by what the other pieces are taken
 * for. An unknown language is one of the answers: its words are spelled as those of any language, and its lines share words.
 *
 * @returns for each piece its language; undefined if it is known before, none of `recognizers`, or in doubt
 */
export function recognizePieces(pieces: readonly QuotedPiece[], recognizers: readonly LanguageRecognizer[]): (RecognizedLanguage | undefined)[] {
  if (pieces.length === 0 || recognizers.length === 0) return map(pieces, () => undefined)
  const features = featuresOfPieces(pieces, recognizers)
  const first = guessPieces(features, inOrder(FIRST_WEIGHTS), pieces, recognizers)
  const second = guessPieces(withCompany(features, pieces, first), inOrder(SECOND_WEIGHTS), pieces, recognizers)
  return map(second, (guess, index) => {
    const confidence = Math.max(...guess.subarray(0, recognizers.length))
    return (pieces[index] as QuotedPiece).known !== undefined || confidence < MIN_CONFIDENCE
      ? undefined
      : {lang: (recognizers[guess.indexOf(confidence)] as LanguageRecognizer).lang, confidence}
  })
}
