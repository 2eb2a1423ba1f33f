// biome-ignore-all format: written by a script
/**
 * Weights of the features by which languages are recognised: of a piece alone, and with what the rest of the story is taken for. Written by
 * `scripts/fit-languages.ts`: fitted on what is found in 73 tagged books, 207 passages and 85 made stories.
 */
import type {FeatureName} from './piece-features.js'

type Weights = Readonly<Record<FeatureName, number>>

export const FIRST_WEIGHTS: Weights = {
  'line': 1.235,
  'word': 0.38,
  'rarity': -0.96,
  'rival': 0.127,
  'word-rival': 0.063,
  'short': 0.18,
  'name': 0.498,
  'long': 0.215,
  'word-long': 0.526,
  'spelling': 0.138,
  'unlisted': -1.507,
  'word-spelling': 0.398,
  'stem': 0.336,
  'word-stem': 0.677,
  'line-same': 0,
  'line-none': 0,
  'word-same': 0,
  'word-none': 0,
  'shared-words': 0,
}

export const SECOND_WEIGHTS: Weights = {
  'line': 0.289,
  'word': -1.177,
  'rarity': -0.73,
  'rival': 0.136,
  'word-rival': 0.108,
  'short': 0.14,
  'name': 0.459,
  'long': 0.181,
  'word-long': 0.473,
  'spelling': 0.103,
  'unlisted': -1.364,
  'word-spelling': 0.349,
  'stem': 0.357,
  'word-stem': 0.562,
  'line-same': 0.96,
  'line-none': -3.184,
  'word-same': 0.799,
  'word-none': -3.753,
  'shared-words': 0.95,
}
