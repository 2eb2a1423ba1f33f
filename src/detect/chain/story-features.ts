import {LANGUAGE_COUNT} from '../words/marks-of.js'
import {AFTER_WORD} from './explained.js'
import {type FoundWords, LIKELY} from './found-words.js'
import {sentenceAt} from './layout.js'
import type {FeatureList, PassageReading} from './place-features.js'
import {binOf} from './story-words.js'
import {AFTER, S} from './templates.js'
import {HOST_WORD, LISTED_WORD, UNKNOWN_WORD} from './word-classes.js'

/** How an author treats what stands in emphasis, and what something that may explain it follows: sums of probabilities and counts. */
export interface Habits {
  readonly explained: Float64Array
  readonly explainedCount: Int32Array
  emphasised: number
  emphasisedCount: number
}

export const noHabits = (): Habits => ({explained: new Float64Array(AFTER), explainedCount: new Int32Array(AFTER), emphasised: 0, emphasisedCount: 0})

/** Adds the units of a passage to what is known of its author. */
export function addHabits(habits: Habits, {layout, sums, after, passage}: PassageReading): void {
  const {quotation, emphasis, quotations, emphases} = layout
  const {found} = sums
  const mean = (from: number, to: number): number => ((found[to] as number) - (found[from] as number)) / (to - from)
  const add = (from: number, to: number) => {
    const code = after[to - 1] as number
    habits.explained[code]! += mean(from, to)
    habits.explainedCount[code]!++
  }
  let last = -1
  for (let i = 0; i < layout.count; i++) {
    const unit = emphasis[i] as number
    if (unit >= 0 && unit !== last) {
      const from = emphases[2 * unit] as number
      const to = emphases[2 * unit + 1] as number
      habits.emphasised += mean(from, to)
      habits.emphasisedCount++
      add(from, to)
    }
    last = unit
  }
  last = -1
  for (let i = 0; i < layout.count; i++) {
    const unit = quotation[i] as number
    if (unit >= 0 && unit !== last) add(quotations[2 * unit] as number, quotations[2 * unit + 1] as number)
    last = unit
  }
  if (passage.quotations.length === 0 && layout.count <= 20) add(0, layout.count)
}

const LOGITS = [-6, -4, -2.5, -1, 0, 1.5, 3, 5]
const SHARES = [0.08, 0.35, 0.7]
const SPELLING = [-1.2, -0.7, -0.3, 0, 0.3, 0.7, 1.2]
const SURE = [1, 3, 8, 25]
/** In words: a few sentences without a sure word say nothing of a story. */
const STORY_LENGTHS = [40, 250]
const MEANS = [0.05, 0.25, 0.55, 0.85]
const NEIGHBOUR = [0.03, 0.2, 0.6, 0.9]

/** Runs of foreign words elsewhere. */
const RUNS = [1, 3, 10]

const likely = (found: Float64Array, at: number, from: number, to: number): boolean => at >= from && at < to && (found[at] as number) > 0.5

const inEmphasisOrQuotation = ({emphasis, quotation}: PassageReading['layout'], i: number): boolean =>
  (emphasis[i] as number) >= 0 || (quotation[i] as number) >= 0

const logit = (p: number): number => Math.log((p + 1e-9) / (1 - p + 1e-9))

/** What the first reading of the story says of a word. */
export function storyFeatures(
  list: FeatureList,
  i: number,
  reading: PassageReading,
  {first: found, words: met, habits, keyOf}: {first: Float64Array; words: FoundWords; habits: Habits; keyOf: Int32Array},
): void {
  const {ids} = list
  let n = list.count
  const {passage, layout, sums, after, words, forms} = reading
  const {first, count, quotation, emphasis} = layout
  const form = forms[first + i] as number
  const rough = words.coarse[form] as number
  const own = found[first + i] as number
  const range = sentenceAt(passage, layout, i)
  ids[n++] = S.firstReading + binOf(logit(own), LOGITS) * 3 + (words.kind >> 1)

  const key = keyOf[form] as number
  const others = (met.total[key] as number) - 1
  if (others > 0) {
    const share = ((met.sum[key] as number) - own) / others
    ids[n++] = S.foundElsewhere + rough * 9 + 1 + 2 * binOf(share, SHARES) + (others >= 3 ? 1 : 0)
  }
  const surely = (met.likely[key] as number) - (own > LIKELY ? 1 : 0)
  if (surely > 0) ids[n++] = S.foundSure + rough * 4 + (surely < 2 ? 1 : surely < 4 ? 2 : 3)
  if (met.kin[form] !== 0) ids[n++] = S.foundStem + rough * 4 + (met.kin[form] as number)
  if (met.learnt >= 3 && rough !== HOST_WORD) {
    const place = rough === UNKNOWN_WORD || rough === LISTED_WORD ? 0 : rough === 1 ? 1 : 2
    ids[n++] = S.foundSpelling + (place * 8 + binOf(met.spelling[form] as number, SPELLING)) * 3 + (met.learnt < 15 ? 0 : met.learnt < 80 ? 1 : 2)
  }
  ids[n++] = S.storyForeign + (rough * 5 + binOf(met.sure, SURE)) * 3 + binOf(found.length, STORY_LENGTHS)

  const alone = !(likely(found, first + i - 1, range.start + first, range.end + first) || likely(found, first + i + 1, range.start + first, range.end + first))
  ids[n++] = S.storyRuns + (rough * 4 + binOf(met.runs, RUNS)) * 3 + (alone ? 0 : inEmphasisOrQuotation(layout, i) ? 1 : 2)

  const {found: sum} = sums
  const without = (from: number, to: number): number => (to - from < 2 ? -1 : ((sum[to] as number) - (sum[from] as number) - own) / (to - from - 1))
  const inEmphasis = emphasis[i] as number
  const inQuotation = quotation[i] as number
  let from = range.start
  let to = range.end
  if (inEmphasis >= 0) {
    from = layout.emphases[2 * inEmphasis] as number
    to = layout.emphases[2 * inEmphasis + 1] as number
    const share = habits.emphasisedCount < 2 ? 0 : (habits.emphasised - own) / (habits.emphasisedCount - 1)
    ids[n++] = S.emphasisHabit + rough * 5 + binOf(share, MEANS)
  } else if (inQuotation >= 0) {
    from = layout.quotations[2 * inQuotation] as number
    to = layout.quotations[2 * inQuotation + 1] as number
  }
  const unit = without(from, to)
  if (unit >= 0) ids[n++] = S.unitForeign + rough * 6 + 1 + binOf(unit, MEANS)
  const around = without(range.start, range.end)
  if (around >= 0) ids[n++] = S.sentenceForeign + rough * 6 + 1 + binOf(around, MEANS)
  const elsewhere = (sum[count] as number) - ((sum[range.end] as number) - (sum[range.start] as number))
  ids[n++] = S.passageForeign + rough * 4 + (elsewhere < 0.3 ? 0 : elsewhere < 1 ? 1 : elsewhere < 3 ? 2 : 3)

  const code = after[to - 1] as number
  if (code !== AFTER_WORD.nothing) {
    const all = habits.explainedCount[code] as number
    const mean = to > from ? ((sum[to] as number) - (sum[from] as number)) / (to - from) : 0
    const share = all < 2 ? 0 : ((habits.explained[code] as number) - mean) / (all - 1)
    ids[n++] = S.glossHabit + (rough * 5 + binOf(share, MEANS)) * 3 + (all < 2 ? 0 : all < 5 ? 1 : 2)
  }
  const languages = words.languages[form] as number
  if (languages !== 0) {
    let share = 0
    for (let bit = 0; bit < LANGUAGE_COUNT; bit++) if ((languages >> bit) & 1) share = Math.max(share, met.languageShare[bit] as number)
    ids[n++] = S.languageHabit + (rough === HOST_WORD ? 0 : rough === LISTED_WORD ? 1 : 2) * 5 + binOf(share, [0.01, 0.15, 0.35, 0.6])
  }
  const left = i > range.start ? (found[first + i - 1] as number) : 0
  const right = i + 1 < range.end ? (found[first + i + 1] as number) : 0
  ids[n++] = S.neighbourForeign + rough * 5 + binOf(Math.max(left, right), NEIGHBOUR)
  list.count = n
}
