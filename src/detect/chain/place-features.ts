import type {Passage} from '../../source/types.js'
import {GAP, type Layout, sentenceAt} from './layout.js'
import type {StoryWords} from './story-words.js'
import {disorderBin, oddsBin, type Sums, shareBin} from './sums.js'
import {AFTER, COARSE, F, GRAMMAR, KINDS} from './templates.js'
import {CAPITAL_WORD, HOST_WORD, OTHER_WORD, UNKNOWN_WORD} from './word-classes.js'

/** Where the features of one word are put. */
export interface FeatureList {
  readonly ids: Int32Array
  count: number
}

export const FEATURE_ROOM = 128

export interface PassageReading {
  readonly passage: Passage
  readonly layout: Layout
  readonly sums: Sums
  /** What follows each word that may explain it. */
  readonly after: Uint8Array
  readonly words: StoryWords
  /** Printed forms of the story's words. */
  readonly forms: Int32Array
  /** By printed form: 1 a verb of naming or saying, 2 *in*, 3 *word*, *phrase*, 4 *means*. */
  readonly leads: Uint8Array
}

const lengthBin = (length: number): number => (length <= 1 ? 0 : length === 2 ? 1 : length <= 5 ? 2 : length <= 12 ? 3 : 4)

/** The one kind of gap that says most. */
function gapKind(gap: number, isEdge: boolean): number {
  if (gap & (GAP.open | GAP.close)) return 6
  if (gap & GAP.quotation) return gap & GAP.stop ? 8 : 5
  if (gap & GAP.odd) return 7
  if (gap & (GAP.equals | GAP.star)) return 9
  if (gap & GAP.stop) return 3
  if (gap & (GAP.dash | GAP.pause)) return 4
  if (gap & GAP.comma) return 2
  return isEdge ? 1 : 0
}

/** What the place of a word says, before anything is found. */
export function placeFeatures(list: FeatureList, i: number, {passage, layout, sums, after, words, forms, leads}: PassageReading): void {
  const {ids} = list
  let n = list.count
  const {first, count, gaps, quotation, emphasis, bracket, odd} = layout
  const form = forms[first + i] as number
  const rough = words.coarse[form] as number
  const {kind, isCapital} = words
  const size = kind >> 1
  const inQuotation = quotation[i] as number
  const inEmphasis = emphasis[i] as number
  const inBracket = bracket[i] as number
  const inOdd = odd[i] as number
  const range = sentenceAt(passage, layout, i)

  const zone = passage.heading ? 5 : inBracket >= 0 ? 2 : inQuotation >= 0 ? 1 : 0
  ids[n++] =
    F.zone + rough * 8 + (zone === 0 && passage.quotations.length === 0 ? 3 : zone === 1 && inEmphasis >= 0 ? 4 : zone === 2 && inEmphasis >= 0 ? 6 : zone)

  let unitEnd = range.end
  if (inEmphasis >= 0) {
    const from = layout.emphases[2 * inEmphasis] as number
    const to = layout.emphases[2 * inEmphasis + 1] as number
    ids[n++] = F.emphasis + (rough * 6 + shareBin(sums, from, to)) * 5 + lengthBin(to - from)
    ids[n++] = F.emphasisKind + (rough * 3 + (to - from === 1 ? 0 : to - from < 4 ? 1 : 2)) * KINDS + kind
    unitEnd = to
  }
  if (inQuotation >= 0 || inOdd >= 0) {
    const bounds = inQuotation >= 0 ? layout.quotations : layout.odds
    const unit = inQuotation >= 0 ? inQuotation : inOdd
    const from = bounds[2 * unit] as number
    const to = bounds[2 * unit + 1] as number
    ids[n++] = F.quotationShare + (rough * 6 + shareBin(sums, from, to)) * 5 + lengthBin(to - from)
    ids[n++] = F.quotationOdds + rough * 8 + oddsBin(sums, from, to)
    if (inEmphasis < 0) unitEnd = to
  }
  const length = range.end - range.start
  ids[n++] = F.sentenceShare + (rough * 6 + shareBin(sums, range.start, range.end)) * 4 + (length <= 1 ? 0 : length <= 3 ? 1 : length <= 8 ? 2 : 3)
  ids[n++] = F.sentenceOdds + rough * 8 + oddsBin(sums, range.start, range.end)

  ids[n++] = F.dialect + rough * 5 + words.dialect
  if (words.isFramed[form] === 1) ids[n++] = F.framed + (rough === UNKNOWN_WORD || rough === CAPITAL_WORD ? 0 : 5) + words.dialect
  const key = words.keyOf[form] as number
  const again = (i > 0 && words.keyOf[forms[first + i - 1] as number] === key) || (i + 1 < count && words.keyOf[forms[first + i + 1] as number] === key)
  if (again) ids[n++] = F.repeated + rough * 3 + (inQuotation >= 0 ? 1 : 0)
  if (words.orderKind) {
    ids[n++] = F.order + (rough * 5 + (sums.levels[i] as number)) * 5 + (sums.levels[i + 1] as number)
    ids[n++] = F.orderMean + (rough * 6 + disorderBin(sums, range.start, range.end)) * 4 + (length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3)
    ids[n++] = F.unitOrder + (rough * 6 + disorderBin(sums, range.start, range.end)) * AFTER + (after[unitEnd - 1] as number)
  }

  const capital = isCapital[form] === 1
  if (capital) {
    const atStart = i === range.start
    const follows = i > 0 && isCapital[forms[first + i - 1] as number] === 1
    const leadsOn = i + 1 < count && isCapital[forms[first + i + 1] as number] === 1
    ids[n++] = F.capital + rough * 6 + (atStart ? (leadsOn ? 1 : 0) : follows ? 2 : leadsOn ? 3 : 4)
  } else if (i === range.start) ids[n++] = F.capital + rough * 6 + 5

  const before = gaps[i] as number
  const behind = gaps[i + 1] as number
  ids[n++] = F.previousGap + rough * 10 + gapKind(before, i === 0)
  ids[n++] = F.nextGap + rough * 10 + gapKind(behind, i + 1 === count)
  ids[n++] = F.previousClass + rough * (COARSE + 1) + (i > range.start ? (words.coarse[forms[first + i - 1] as number] as number) : COARSE)
  ids[n++] = F.nextClass + rough * (COARSE + 1) + (i + 1 < range.end ? (words.coarse[forms[first + i + 1] as number] as number) : COARSE)

  if (after[i] !== 0) ids[n++] = F.afterWord + rough * AFTER + (after[i] as number)
  const unitAfter = after[unitEnd - 1] as number
  if (unitAfter !== 0) ids[n++] = F.afterUnit + rough * AFTER + unitAfter

  if (rough !== HOST_WORD && rough !== OTHER_WORD) {
    ids[n++] = F.grammarBefore + rough * GRAMMAR + (i > range.start ? (words.grammar[forms[first + i - 1] as number] as number) : 0)
    ids[n++] = F.grammarBehind + rough * GRAMMAR + (i + 1 < range.end ? (words.grammar[forms[first + i + 1] as number] as number) : 0)
  }
  const unitStart =
    inEmphasis >= 0 ? (layout.emphases[2 * inEmphasis] as number) : inQuotation >= 0 ? (layout.quotations[2 * inQuotation] as number) : range.start
  const repeats = (sums.repeats[unitEnd] as number) - (sums.repeats[Math.min(unitEnd, unitStart + 1)] as number)
  if (repeats > 0)
    ids[n++] = F.unitRepeats + (rough * 3 + (inEmphasis >= 0 ? 0 : inQuotation >= 0 ? 1 : 2)) * 3 + (2 * repeats >= unitEnd - unitStart - 1 ? 2 : 1)

  const lead = i > 0 ? (leads[forms[first + i - 1] as number] as number) : 0
  if (lead !== 0) ids[n++] = F.beforeCue + rough * 5 + lead

  const language = words.languages[form] as number
  const left = i > range.start ? (words.languages[forms[first + i - 1] as number] as number) : 0
  const right = i + 1 < range.end ? (words.languages[forms[first + i + 1] as number] as number) : 0
  const shared = (language & left ? 1 : 0) + (language & right ? 1 : 0)
  if (language !== 0) ids[n++] = F.sharedLanguage + (rough === HOST_WORD ? 0 : rough === 2 ? 1 : 2) * 3 + shared
  if (passage.sentences.length <= 2 && count <= 12 && inQuotation < 0 && inBracket < 0) ids[n++] = F.ownLine + rough * 4 + size
  if (inOdd >= 0) ids[n++] = F.oddMarks + rough * 4 + (inQuotation >= 0 ? 1 : 0)
  if (before & GAP.odd && behind & GAP.odd) ids[n++] = F.oddMarks + rough * 4 + 2
  if (inBracket >= 0) {
    const from = layout.brackets[2 * inBracket] as number
    const previous = from > 0 ? (words.coarse[forms[first + from - 1] as number] as number) : -1
    ids[n++] = F.bracketed + rough * 4 + (previous < 0 ? 0 : previous === HOST_WORD ? 1 : previous === 3 || previous === 2 ? 2 : 3)
  }
  list.count = n
}
