import {trackRareHabit} from '../../detect/habits.js'
import type {GlossCandidate} from '../../detect/types.js'
import {detectMood} from '../../prose/detect-mood.js'
import {firstEndingAfter} from '../../prose/spans.js'
import type {Sentence, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import {SURELY_FOREIGN, SURELY_HOST, scoreTranslation, trimContent} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** Largest ratio between the lengths of a translation and its line. */
const MAX_RATIO = 2.5

/** Most sentences of narration between a line and its translation. */
const MAX_NARRATION = 10

/** Most UTF-16 code units of marks and white space between the edges of an emphasized stretch and of its sentences. */
const EDGE = 2

/** Prior log-odds of such a translation, besides the habit. */
const PRIOR = -1

const sumLengths = (sentences: readonly Sentence[]): number => sentences.reduce((sum, {start, end}) => sum + end - start, 0)

/** The whole sentences that make up an emphasized stretch. */
function findSentencesOf({sentences}: Passage, {start, end}: Span): {from: number; to: number} | undefined {
  const from = firstEndingAfter(sentences, start)
  let to = from
  while (to < sentences.length && (sentences[to] as Sentence).end <= end + EDGE) to++
  return to > from && (sentences[from] as Sentence).start >= start && end - (sentences[to - 1] as Sentence).end <= EDGE ? {from, to} : undefined
}

/** The last foreign speech before a sentence, with nothing but narration between. */
function findSpeechBefore({sentences}: Passage, odds: Float64Array, before: number): readonly Sentence[] {
  let last = before - 1
  while (last >= 0 && before - last <= MAX_NARRATION && (sentences[last] as Sentence).zone === 'narration') last--
  const {zone, region} = sentences[last] ?? {}
  if (zone !== 'speech' || (odds[last] as number) <= SURELY_FOREIGN) return []
  let first = last
  while (first > 0 && sentences[first - 1]?.region === region && (odds[first - 1] as number) > SURELY_FOREIGN) first--
  return sentences.slice(first, last + 1)
}

/**
 * Whole sentences in emphasis behind a line: `“Sel davan,” she said. *I am here.*` More often emphasis is a thought or a cry, so the
 * author's habit decides: whether such sentences follow foreign speech, of like length and mood, or stand anywhere.
 */
export const emphasis: Convention = {
  name: 'emphasis',
  find: (passages, {host, survey}) => {
    const habit = trackRareHabit()
    const candidates = flatMap(passages, (passage) => {
      const {text, sentences, emphases, index} = passage
      if (emphases.length === 0) return []
      const odds = survey.sentenceOdds[index] as Float64Array
      return flatMap(emphases, (stretch): GlossCandidate[] => {
        const inside = findSentencesOf(passage, stretch)
        if (!inside) return []
        const emphasized = sentences.slice(inside.from, inside.to)
        if (emphasized.some((_, i) => (odds[inside.from + i] as number) >= SURELY_HOST)) return []
        // Alone in its paragraph, it translates the line that ends the paragraph before.
        const isAlone = inside.from === 0 && inside.to === sentences.length && index > 0
        const linePassage = isAlone ? (passages[index - 1] as Passage) : passage
        const lines = isAlone
          ? findSpeechBefore(linePassage, survey.sentenceOdds[linePassage.index] as Float64Array, linePassage.sentences.length)
          : findSpeechBefore(passage, odds, inside.from)
        if (lines.length === 0) {
          habit.observe('otherwise')
          return []
        }
        const content = trimContent(text, {start: (emphasized[0] as Sentence).start, end: (emphasized.at(-1) as Sentence).end}, host)
        const translationOdds = scoreTranslation(passage, content, content.ledIn, host, PRIOR)
        if (!translationOdds) return []
        const ratio = sumLengths(emphasized) / sumLengths(lines)
        const line = lines.at(-1) as Sentence
        const hasSameMood = detectMood(linePassage.text.slice(line.start, line.end)) === detectMood(text.slice(content.start, content.end))
        habit.observe(ratio < MAX_RATIO && ratio > 1 / MAX_RATIO && hasSameMood ? 'alike' : 'unlike')
        const of = {passage: linePassage.index, start: (lines[0] as Sentence).start, end: line.end}
        const {start, end} = content
        return [{convention: 'emphasis', passage: index, start, end, content: {start, end}, of: [of], reach: 'all', odds: translationOdds}]
      })
    })
    return habit.isEstablished() ? candidates : []
  },
}
