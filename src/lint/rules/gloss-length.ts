import groupBy from 'lodash-es/groupBy.js'
import type {SourceSpan} from '../../prose/types.js'
import {map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/*
 * The length of a translation is about normally distributed around the length of its utterance times a factor, with a variance proportional to that
 * length (Gale and Church 1993, A Program for Aligning Sentences in Bilingual Corpora). Factor and variance are medians over the story's own pairs,
 * which are robust to the outliers sought here.
 */

/** Minimum number of pairs. */
const MIN_PAIRS = 12
/** Minimum deviation of an outlier: in standard deviations, as a ratio, and in characters. */
const MIN_DEVIATIONS = 4
const MIN_RATIO = 2.5
const MIN_CHARACTERS = 25
/** Maximum share of outliers, beyond the first; if there are more, the author also comments in translations. */
const MAX_OUTLIERS = 0.05
/** Median of the squares of standard normal variables. */
const MEDIAN_SQUARE = 0.4549

const lengthOf = (text: string): number => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().length

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

interface Pair extends SourceSpan {
  readonly sources: readonly string[]
  readonly gloss: string
  /** Lengths of the utterances and of the gloss, in UTF-16 code units. */
  readonly sourceLength: number
  readonly translationLength: number
}

/** Finds the pairs whose lengths differ from the expected ratio. */
function findOutliers(pairs: readonly Pair[]): Diagnostic[] {
  if (pairs.length < MIN_PAIRS) return []
  const factor = median(map(pairs, ({sourceLength, translationLength}) => translationLength / sourceLength))
  const variance = median(map(pairs, ({sourceLength, translationLength}) => (translationLength - factor * sourceLength) ** 2 / sourceLength)) / MEDIAN_SQUARE
  const found = pairs.flatMap(({start, end, sources, sourceLength, gloss, translationLength}): Diagnostic[] => {
    const expected = factor * sourceLength
    const difference = Math.abs(translationLength - expected)
    const ratio = Math.max(translationLength, expected) / Math.min(translationLength, expected)
    if (difference < MIN_CHARACTERS || ratio < MIN_RATIO || difference ** 2 < MIN_DEVIATIONS ** 2 * variance * sourceLength) return []
    return [{start, end, values: [ratio.toFixed(1), translationLength > expected ? 'longer' : 'shorter', gloss, sources.join(' ')]}]
  })
  return found.length > 1 + MAX_OUTLIERS * pairs.length ? [] : found
}

/** A translation that is far too long or too short for its utterance. */
export const glossLength = {
  name: 'gloss-length',
  check: ({standoff: {utterances, glosses}, visibleText}: Pick<LintContext, 'standoff' | 'visibleText'>): Diagnostic[] => {
    const textById = new Map(map(utterances, (utterance) => [utterance.id, visibleText(utterance)]))
    const pairs = glosses.flatMap(({convention, parts}) =>
      parts.flatMap(({start, end, of}) => {
        const sources = of.flatMap((id) => textById.get(id) ?? [])
        const sourceLength = sources.reduce((sum, utterance) => sum + lengthOf(utterance), 0)
        const gloss = visibleText({start, end})
        return sourceLength > 0 ? [{convention, start, end, sources, sourceLength, gloss, translationLength: lengthOf(gloss)}] : []
      }),
    )
    // Lengths are compared within each convention: notes comment, brackets only translate.
    return Object.values(groupBy(pairs, 'convention')).flatMap(findOutliers)
  },
} satisfies Rule
