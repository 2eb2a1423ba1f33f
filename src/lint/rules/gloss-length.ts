import groupBy from 'lodash-es/groupBy.js'
import type {SourceSpan} from '../../prose/types.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/*
 * The characters of a translation are about normally distributed around those of its line times a factor, with a variance that grows with
 * the line (Gale and Church 1993, A Program for Aligning Sentences in Bilingual Corpora). Factor and variance are those of the story's own
 * pairs; medians, since the outliers that are looked for are among them.
 */

/** Pairs from which a story's lengths can be told. */
const ENOUGH = 12
/** Standard deviations, a ratio, and characters beyond which a length is no matter of style. */
const DEVIATIONS = 4
const TIMES = 2.5
const CHARACTERS = 25
/** Share of a story's pairs, beyond the first, that may be so: where more are, the author comments as well as translates. */
const FEW = 0.05
/** Median of the squares of standard normal variables. */
const MEDIAN_SQUARE = 0.4549

const lengthOf = (text: string): number => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().length

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

interface Pair extends SourceSpan {
  readonly lines: readonly string[]
  readonly gloss: string
  /** Lengths of lines and gloss, in UTF-16 code units. */
  readonly said: number
  readonly told: number
}

/** The pairs whose lengths none of the others would lead one to expect. */
function outliers(pairs: readonly Pair[]): Remark[] {
  if (pairs.length < ENOUGH) return []
  const factor = median(map(pairs, ({said, told}) => told / said))
  const variance = median(map(pairs, ({said, told}) => (told - factor * said) ** 2 / said)) / MEDIAN_SQUARE
  const found = pairs.flatMap(({start, end, lines, said, gloss, told}): Remark[] => {
    const usual = factor * said
    const off = Math.abs(told - usual)
    const ratio = Math.max(told, usual) / Math.min(told, usual)
    if (off < CHARACTERS || ratio < TIMES || off ** 2 < DEVIATIONS ** 2 * variance * said) return []
    return [{start, end, about: [ratio.toFixed(1), told > usual ? 'long' : 'short', gloss, lines.join(' ')]}]
  })
  return found.length > 1 + FEW * pairs.length ? [] : found
}

/** A translation that is far too long or too short for its line. */
export const glossLength = {
  name: 'gloss-length',
  find: ({standoff: {utterances, glosses}, printed}: Pick<LintContext, 'standoff' | 'printed'>): Remark[] => {
    const lineOf = new Map(map(utterances, (utterance) => [utterance.id, printed(utterance)]))
    const pairs = glosses.flatMap(({convention, parts}) =>
      parts.flatMap(({start, end, of}) => {
        const lines = of.flatMap((id) => lineOf.get(id) ?? [])
        const said = lines.reduce((sum, line) => sum + lengthOf(line), 0)
        const gloss = printed({start, end})
        return said > 0 ? [{convention, start, end, lines, said, gloss, told: lengthOf(gloss)}] : []
      }),
    )
    // Notes comment on what brackets merely translate: each way of glossing has lengths of its own.
    return Object.values(groupBy(pairs, 'convention')).flatMap(outliers)
  },
} satisfies Rule
