import type {Passage, Place, Span, Word} from '../types.js'

/** The words of some stretches of a story, by key. */
export function wordsAt(passages: readonly Passage[], stretches: readonly (Pick<Place, 'passage'> & {readonly words: Span})[]): Word[] {
  return stretches.flatMap(({passage, words: {start, end}}) => (passages[passage] as Passage).words.slice(start, end))
}
