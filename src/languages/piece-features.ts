import {map} from '../util/lists.js'
import {partEvidence} from './part-evidence.js'
import {splitWord} from './split-word.js'
import type {LanguageRecognizer, QuotedPiece} from './types.js'

/** Longest listed word that other languages have as easily, in letters. */
const SHORT = 3

/** Names of the features, in their order. */
export const FEATURES = [
  // The piece alone: of lines, of single words; how rare the language is, and how far behind the most probable one.
  'line',
  'word',
  'rarity',
  'rival',
  'word-rival',
  // Sums over the parts of its words.
  'short',
  'name',
  'long',
  'word-long',
  'spelling',
  'unlisted',
  'word-spelling',
  'stem',
  'word-stem',
  // What the rest of the story is taken for: this language, no language.
  'line-same',
  'line-none',
  'word-same',
  'word-none',
  // Words that other pieces have, too.
  'shared-words',
] as const

export type FeatureName = (typeof FEATURES)[number]
export const FEATURE_COUNT = FEATURES.length

/** How much rarer than French fiction in English quotes a language, in nats. */
const RARITY: Readonly<Record<string, number>> = {fr: 0, la: 1, it: 2, 'ru-Latn': 2, de: 2.5, es: 2.5, pl: 3.5, pt: 4, sv: 4.5}
const RAREST = 4.5

/** What the other pieces of the story are taken for, in log-shares and log-odds. */
export interface Company {
  readonly same: number
  readonly none: number
  readonly sharedWords: number
}

const isLineOf = ({kind, words, names}: QuotedPiece): boolean => kind === 'line' && words.length + names.length > 1

const INDEX: ReadonlyMap<FeatureName, number> = new Map(FEATURES.map((name, index) => [name, index]))

/** Adds a value to a feature. */
const addTo = (features: Float64Array, name: FeatureName, value: number): void => {
  features[INDEX.get(name) as number]! += value
}

/**
 * Adds the features of a piece taken for a language to `features`.
 *
 * @returns log-odds of the language against an unknown one, all evidence alike
 */
function ownFeatures(piece: QuotedPiece, recognizer: LanguageRecognizer, features: Float64Array): number {
  const isLine = isLineOf(piece)
  let sum = 0
  addTo(features, isLine ? 'line' : 'word', 1)
  addTo(features, 'rarity', RARITY[recognizer.lang] ?? RAREST)
  for (const word of piece.words) {
    for (const part of splitWord(word)) {
      const {isListed, kinship, odds} = partEvidence(part, recognizer)
      sum += odds + kinship
      if (isListed) addTo(features, part.length <= SHORT ? 'short' : isLine ? 'long' : 'word-long', odds)
      else {
        sum += recognizer.unlisted()
        addTo(features, isLine ? 'spelling' : 'word-spelling', odds)
        addTo(features, 'unlisted', 1)
        addTo(features, isLine ? 'stem' : 'word-stem', kinship)
      }
    }
  }
  for (const word of piece.names) {
    for (const part of splitWord(word)) {
      const {isListed, odds} = partEvidence(part, recognizer)
      if (isListed) addTo(features, 'name', odds)
    }
  }
  return sum
}

/** The features of a piece taken for each language, from the piece alone. */
export function pieceFeatures(piece: QuotedPiece, recognizers: readonly LanguageRecognizer[]): Float64Array[] {
  const rows = map(recognizers, () => new Float64Array(FEATURE_COUNT))
  const odds = map(recognizers, (recognizer, index) => ownFeatures(piece, recognizer, rows[index] as Float64Array))
  const highest = Math.max(...odds)
  for (const [index, row] of rows.entries()) addTo(row, isLineOf(piece) ? 'rival' : 'word-rival', (odds[index] as number) - highest)
  return rows
}

/** Adds what the rest of the story says of it. */
export function companyFeatures(piece: QuotedPiece, {same, none, sharedWords}: Company, features: Float64Array): void {
  const isLine = isLineOf(piece)
  addTo(features, isLine ? 'line-same' : 'word-same', same)
  addTo(features, isLine ? 'line-none' : 'word-none', none)
  addTo(features, 'shared-words', sharedWords)
}
