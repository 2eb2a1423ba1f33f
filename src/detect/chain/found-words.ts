import type {Host} from '../../hosts/types.js'
import {genericLetterModel, type LetterModel, logProbability, trainLetterModel} from '../../prose/letter-model.js'
import type {PrintedForm} from '../../prose/types.js'
import {LANGUAGE_COUNT} from '../words/marks-of.js'
import type {StoryWords} from './story-words.js'
import {HOST_WORD} from './word-classes.js'

/** What the first reading has found in a story. */
export interface FoundWords {
  /** By key: sum of the probabilities of its occurrences, and how many there are. */
  readonly sum: Float64Array
  readonly total: Int32Array
  /** By key: how many occurrences are likely. */
  readonly likely: Int32Array
  /** How many different words are nearly sure. */
  readonly sure: number
  /** How many runs of three and more likely words, not all the same, there are. */
  readonly runs: number
  /** By printed form: log-odds for each letter that it is spelt as the found words are, against the host. */
  readonly spelling: Float64Array
  /** How many words that was learnt from. */
  readonly learnt: number
  /** By printed form: whether another found word begins alike (1), has the same consonants (2). */
  readonly kin: Uint8Array
  /** By language of the lists: its share of all that was found. */
  readonly languageShare: Float64Array
}

/** Probability from which a word is nearly sure, and from which it teaches its spelling. */
const NEARLY_SURE = 0.9
const TEACHES = 0.7
export const LIKELY = 0.8

/** Letters that words of one stem share. */
const STEM = 4

const VOWELS = /[aeiouy'’-]+/gu

/** Words that make a run. */
const RUN = 3

function countRuns(found: Float64Array, tokens: Int32Array, keyOf: Int32Array): number {
  let runs = 0
  let length = 0
  let last = -1
  for (let i = 0; i < found.length; i++) {
    if ((found[i] as number) < TEACHES) {
      length = 0
      last = -1
      continue
    }
    const key = keyOf[tokens[i] as number] as number
    if (key !== last && ++length === RUN) runs++
    last = key
  }
  return runs
}

export function foundWords(
  forms: readonly PrintedForm[],
  tokens: Int32Array,
  found: Float64Array,
  {words, host, keyOf, keys}: {words: StoryWords; host: Pick<Host, 'spelling'>; keyOf: Int32Array; keys: number},
): FoundWords {
  const sum = new Float64Array(keys)
  const total = new Int32Array(keys)
  const likely = new Int32Array(keys)
  const best = new Float64Array(keys)
  const languageShare = new Float64Array(LANGUAGE_COUNT)
  let mass = 0
  for (let i = 0; i < found.length; i++) {
    const form = tokens[i] as number
    const key = keyOf[form] as number
    const p = found[i] as number
    sum[key]! += p
    total[key]!++
    if (p > (best[key] as number)) best[key] = p
    if (p > LIKELY) likely[key]!++
    if (p > 0.5) {
      mass += p
      const languages = words.languages[form] as number
      for (let bit = 0; bit < LANGUAGE_COUNT; bit++) if ((languages >> bit) & 1) languageShare[bit]! += p
    }
  }
  for (let bit = 0; bit < LANGUAGE_COUNT; bit++) languageShare[bit] = mass === 0 ? 0 : (languageShare[bit] as number) / mass

  let sure = 0
  const seen = new Uint8Array(keys)
  const taught: (readonly [string, number])[] = []
  const stems = new Map<string, number>()
  const skeletons = new Map<string, number>()
  const add = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1)
  for (let form = 0; form < forms.length; form++) {
    const {key, keyIndex} = forms[form] as PrintedForm
    if (seen[keyIndex] === 1) continue
    seen[keyIndex] = 1
    if ((best[keyIndex] as number) >= NEARLY_SURE) sure++
    if ((best[keyIndex] as number) < TEACHES || (words.coarse[form] as number) === HOST_WORD || key.length > 40) continue
    taught.push([key, 1])
    if (key.length >= STEM) {
      add(stems, key.slice(0, STEM))
      add(skeletons, key.replace(VOWELS, ''))
    }
  }
  const spelling = new Float64Array(forms.length)
  const kin = new Uint8Array(forms.length)
  if (taught.length > 0) {
    const model: LetterModel = trainLetterModel(taught, genericLetterModel)
    for (let form = 0; form < forms.length; form++) {
      if ((words.coarse[form] as number) === HOST_WORD) continue
      const {key, keyIndex} = forms[form] as PrintedForm
      if (key.length > 40) continue
      spelling[form] = (logProbability(model, key) - host.spelling(key)) / (key.length + 1)
      if (key.length < STEM) continue
      const own = (best[keyIndex] as number) >= TEACHES ? 1 : 0
      kin[form] = ((stems.get(key.slice(0, STEM)) ?? 0) > own ? 1 : 0) + ((skeletons.get(key.replace(VOWELS, '')) ?? 0) > own ? 2 : 0)
    }
  }
  return {sum, total, likely, sure, runs: countRuns(found, tokens, keyOf), spelling, learnt: taught.length, kin, languageShare}
}
