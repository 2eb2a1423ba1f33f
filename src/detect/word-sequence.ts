import type {PrintedForm, Tokens, Zone} from '../prose/types.js'
import type {Passage} from '../source/types.js'

/** Zones by number, as a flow has them. */
const ZONES: readonly Zone[] = ['speech', 'bracket', 'narration', 'emphasis']
export const NARRATION = ZONES.indexOf('narration')
export const SPEECH = ZONES.indexOf('speech')

/** The words of a story, sentence after sentence, as numbers: what is read again and again is read from here. */
export interface Flow {
  /** Printed forms. */
  readonly tokens: Int32Array
  /** Where each sentence begins among the tokens; one more, for the end of the last. */
  readonly starts: Int32Array
  readonly zones: Uint8Array
  /** Key of each printed form. */
  readonly keyOf: Int32Array
  /** How many keys there are. */
  readonly keys: number
}

export function flowOf(passages: readonly Passage[], story: Pick<Tokens, 'forms'>, forms: readonly PrintedForm[]): Flow {
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

/** A flow of those tokens that `keep` says, sentence by sentence. */
function filtered(flow: Flow, keep: (form: number, sentence: number) => boolean): Flow {
  const tokens = new Int32Array(flow.tokens.length)
  const starts = new Int32Array(flow.starts.length)
  let at = 0
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    const end = flow.starts[sentence + 1] as number
    for (let i = flow.starts[sentence] as number; i < end; i++) {
      const form = flow.tokens[i] as number
      if (keep(form, sentence)) tokens[at++] = form
    }
    starts[sentence + 1] = at
  }
  return {...flow, tokens: tokens.subarray(0, at), starts}
}

/** Each key once a sentence. */
export function distinct(flow: Flow): Flow {
  /** The last sentence that each key was met in, counted from 1. */
  const met = new Int32Array(flow.keys)
  return filtered(flow, (form, sentence) => {
    const key = flow.keyOf[form] as number
    if (met[key] === sentence + 1) return false
    met[key] = sentence + 1
    return true
  })
}

/** Without some printed forms. */
export const without = (flow: Flow, dropped: Uint8Array): Flow => filtered(flow, (form) => dropped[form] === 0)
