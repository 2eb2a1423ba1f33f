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
  'line': -0.204,
  'word': -1.581,
  'rarity': -0.751,
  'rival': 0.132,
  'word-rival': 0.095,
  'short': 0.145,
  'name': 0.448,
  'long': 0.182,
  'word-long': 0.488,
  'spelling': 0.106,
  'unlisted': -1.374,
  'word-spelling': 0.36,
  'stem': 0.348,
  'word-stem': 0.558,
  'line-same': 0.841,
  'line-none': -3.328,
  'word-same': 0.767,
  'word-none': -3.909,
  'shared-words': 0.994,
}
