import type {SourceSpan} from '../prose/types.js'
import type {LintContext} from './types.js'

/**
 * Probability that nothing in the text translates a line or loan from which it is worth a remark, 0..1. On the development data of 2026-11 four
 * of five remarks on lines are then right; without it every second.
 */
const MIN_UNTRANSLATED = 0.9

/** Returns a test for lines and loans that nothing translates; undefined for a story that translates no line, as its author means it. */
export function findUntranslated({standoff, pairings}: Pick<LintContext, 'standoff' | 'pairings'>): ((at: SourceSpan) => boolean) | undefined {
  if (standoff.utterances.every(({translation}) => translation === undefined)) return undefined
  const probabilities = new Map(pairings.map(({start, end, untranslated}) => [`${start}:${end}`, untranslated]))
  return ({start, end}) => (probabilities.get(`${start}:${end}`) ?? 1) >= MIN_UNTRANSLATED
}
