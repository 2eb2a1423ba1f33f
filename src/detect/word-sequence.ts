import type {PrintedForm, Tokens, Zone} from '../prose/types.js'
import type {Passage} from '../source/types.js'

/** Zones by number, as in `WordSequence.zones`. */
const ZONES: readonly Zone[] = ['speech', 'bracket', 'narration', 'emphasis']
export const NARRATION = ZONES.indexOf('narration')
export const SPEECH = ZONES.indexOf('speech')

/** The words of a story as numbers, sentence after sentence: a compact form for repeated passes over the whole story. */
export interface WordSequence {
  /** Printed forms. */
  readonly tokens: Int32Array
  /** Index of the first token of each sentence, and one past the last token. */
  readonly starts: Int32Array
  /** Zone of each sentence. */
  readonly zones: Uint8Array
  /** Key of each printed form. */
  readonly keyOf: Int32Array
  /** Number of distinct keys. */
  readonly keys: number
}

export function buildWordSequence(passages: readonly Passage[], story: Pick<Tokens, 'forms'>, forms: readonly PrintedForm[]): WordSequence {
  const sentenceCount = passages.reduce((sum, {sentences}) => sum + sentences.length, 0)
  const tokens = new Int32Array(passages.at(-1)?.tokens.end ?? 0)
  const starts = new Int32Array(sentenceCount + 1)
  const zones = new Uint8Array(sentenceCount)
  let at = 0
  let sentence = 0
  for (const {
    tokens: {start: first},
    sentences,
  } of passages) {
    for (const {
      zone,
      words: {start, end},
    } of sentences) {
      zones[sentence] = ZONES.indexOf(zone)
      for (let i = first + start; i < first + end; i++) tokens[at++] = story.forms[i] as number
      starts[++sentence] = at
    }
  }
  const keyOf = new Int32Array(forms.length)
  let keys = 0
  for (const {form, keyIndex} of forms) {
    keyOf[form] = keyIndex
    keys = Math.max(keys, keyIndex + 1)
  }
  return {tokens: tokens.subarray(0, at), starts, zones, keyOf, keys}
}

/** The tokens for which `keep` is true, in the same sentences. */
function filterTokens(sequence: WordSequence, keep: (form: number, sentence: number) => boolean): WordSequence {
  const tokens = new Int32Array(sequence.tokens.length)
  const starts = new Int32Array(sequence.starts.length)
  let at = 0
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    const end = sequence.starts[sentence + 1] as number
    for (let i = sequence.starts[sentence] as number; i < end; i++) {
      const form = sequence.tokens[i] as number
      if (keep(form, sentence)) tokens[at++] = form
    }
    starts[sentence + 1] = at
  }
  return {...sequence, tokens: tokens.subarray(0, at), starts}
}

/** Keeps the first token of each key in each sentence. */
export function keepDistinctKeys(sequence: WordSequence): WordSequence {
  /** The last sentence with each key, counted from 1. */
  const lastSentence = new Int32Array(sequence.keys)
  return filterTokens(sequence, (form, sentence) => {
    const key = sequence.keyOf[form] as number
    if (lastSentence[key] === sentence + 1) return false
    lastSentence[key] = sentence + 1
    return true
  })
}

/** Drops the printed forms whose flag is set. */
export const dropForms = (sequence: WordSequence, dropped: Uint8Array): WordSequence => filterTokens(sequence, (form) => dropped[form] === 0)
