/** Examples → sequences: all paragraphs of short pieces; of books those in which something is foreign or may be taken for it, and a few others. */
import {readFeatures} from '../../detect/chain/chain-story.js'
import {HOST_WORD, OTHER_WORD} from '../../detect/chain/word-classes.js'
import type {Example} from './labelled-stories.js'
import type {Sequences} from './objective.js'

/** Of the paragraphs of books: one in so many is taken that has a strange word and nothing foreign, that has none; both weigh as much as those left out, up to a limit. */
const STRANGE = 5
const PLAIN = 100
const HEAVIEST = 4

const WEIGHT = {passage: 4, book: 1, made: 0.4, snippet: 1} as const

export interface Numbered extends Sequences {
  /** Number of the example of each sequence. */
  readonly example: Int32Array
}

class Growing<T extends Int32Array | Uint16Array | Int8Array | Float64Array> {
  length = 0
  constructor(public array: T) {}
  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new (this.array.constructor as new (length: number) => T)(2 * this.array.length)
      larger.set(this.array as never)
      this.array = larger
    }
    this.array[this.length++] = value
  }
  done(): T {
    return this.array.slice(0, this.length) as T
  }
}

export function sequencesOf(examples: readonly Example[], found?: ReadonlyMap<Example, Float64Array>): Numbered {
  const starts = new Growing(new Int32Array(1 << 12))
  const weights = new Growing(new Float64Array(1 << 12))
  const example = new Growing(new Int32Array(1 << 12))
  const featureStarts = new Growing(new Int32Array(1 << 16))
  const features = new Growing(new Uint16Array(1 << 20))
  const edges = new Growing(new Uint16Array(1 << 16))
  const labels = new Growing(new Int8Array(1 << 16))
  for (const [number, one] of examples.entries()) {
    const {story, kind} = one
    const {coarse} = story.words
    let strange = 0
    let plain = 0
    const take = new Float64Array(story.passages.length)
    for (const [
      index,
      {
        tokens: {start, end},
        emphases,
      },
    ] of story.passages.entries()) {
      let weight: number = WEIGHT[kind]
      if (kind === 'book') {
        let isForeignDeclaration = false
        let isStrange = emphases.length > 0
        for (let token = start; token < end; token++) {
          const rough = coarse[story.tokens.forms[token] as number] as number
          if (one.labels[token] === 1) isForeignDeclaration = true
          if (rough !== HOST_WORD && rough !== OTHER_WORD && rough !== 1 && rough !== 6) isStrange = true
        }
        if (!isForeignDeclaration) {
          if (isStrange ? strange++ % STRANGE !== 0 : plain++ % PLAIN !== 0) weight = 0
          else weight *= Math.min(HEAVIEST, isStrange ? STRANGE : PLAIN)
        }
      }
      take[index] = weight
    }
    let which = 0
    readFeatures(
      story,
      {
        word: (token, {ids, count}, bits) => {
          while ((story.passages[which]?.tokens.end ?? 0) <= token) which++
          if ((take[which] as number) === 0) return
          featureStarts.push(features.length)
          for (let i = 0; i < count; i++) features.push(ids[i] as number)
          edges.push(bits)
          labels.push(one.labels[token] as number)
        },
        passage: (_first, count, index) => {
          if ((take[index] as number) === 0) return
          starts.push(edges.length - count)
          weights.push(take[index] as number)
          example.push(number)
        },
      },
      found?.get(one),
    )
  }
  starts.push(edges.length)
  featureStarts.push(features.length)
  return {
    starts: starts.done(),
    weights: weights.done(),
    example: example.done(),
    featureStarts: featureStarts.done(),
    features: features.done(),
    edges: edges.done(),
    labels: labels.done(),
  }
}
