import {contains, firstEndingAfter} from '../../prose/spans.js'
import type {ClueDefinition} from '../types.js'

const LINE = 1.5
const WORD = 3

/** Longer emphasized stretches are thoughts, letters and songs. In UTF-16 code units. */
const MAX_LENGTH = 40

/** The candidate is emphasized: foreign words are conventionally set in italics. */
export const emphasis: ClueDefinition = {
  name: 'emphasis',
  of: ['line', 'word'],
  prepare: ({passages}) => {
    if (passages.every(({emphases}) => emphases.length === 0)) return undefined
    return (candidate) => {
      const emphases = passages[candidate.passage]?.emphases ?? []
      const around = emphases[firstEndingAfter(emphases, candidate.start)]
      if (!around || !contains(around, candidate)) return 0
      if (candidate.kind === 'line') return LINE
      return around.end - around.start <= MAX_LENGTH ? WORD : 0
    }
  },
}
