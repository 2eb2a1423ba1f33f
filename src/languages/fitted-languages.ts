// biome-ignore-all format: written by a script
/**
 * Weights of the features by which languages are recognised: of a piece alone, and with what the rest of the story is taken for. Written by
 * `scripts/fit-languages.ts`: fitted on what is found in 73 tagged books, 207 passages and 85 made stories.
 */
import type {FeatureName} from './piece-features.js'

type Weights = Readonly<Record<FeatureName, number>>

export const FIRST_WEIGHTS: Weights = {
  'line': 1.207,
  'word': 0.449,
  'rarity': -0.949,
  'rival': 0.124,
  'word-rival': 0.058,
  'short': 0.182,
  'name': 0.492,
  'long': 0.217,
  'word-long': 0.521,
  'spelling': 0.134,
  'unlisted': -1.487,
  'word-spelling': 0.379,
  'stem': 0.355,
  'word-stem': 0.678,
  'line-same': 0,
  'line-none': 0,
  'word-same': 0,
  'word-none': 0,
  'shared-words': 0,
}

export const SECOND_WEIGHTS: Weights = {
  'line': -0.25,
  'word': -1.441,
  'rarity': -0.74,
  'rival': 0.128,
  'word-rival': 0.09,
  'short': 0.143,
  'name': 0.457,
  'long': 0.184,
  'word-long': 0.475,
  'spelling': 0.103,
  'unlisted': -1.352,
  'word-spelling': 0.34,
  'stem': 0.342,
  'word-stem': 0.581,
  'line-same': 0.835,
  'line-none': -3.331,
  'word-same': 0.746,
  'word-none': -3.778,
  'shared-words': 1.005,
}
