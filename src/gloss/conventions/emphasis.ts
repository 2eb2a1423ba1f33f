import type {GlossCandidate} from '../../detect/types.js'
import {moodOf} from '../../prose/mood.js'
import {firstEndingAfter} from '../../prose/spans.js'
import type {Sentence, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {bareContent, FOREIGN, HABIT, HOME, oddsOf} from './sites.js'

/** A translation is not so many times longer or shorter than its line. */
const RATIO = 2.5

/** Sentences of narration between a line and its translation, at most. */
const FAR = 10

/** Marks and white space between the edge of an emphasised stretch and that of its sentences, in characters. */
const EDGE = 2

const lengthOf = (sentences: readonly Sentence[]): number => sentences.reduce((sum, {start, end}) => sum + end - start, 0)

/** The sentences that are all of an emphasised stretch. */
function sentencesIn({sentences}: Passage, {start, end}: Span): {from: number; to: number} | undefined {
  const from = firstEndingAfter(sentences, start)
  let to = from
  while (to < sentences.length && (sentences[to] as Sentence).end <= end + EDGE) to++
  return to > from && (sentences[from] as Sentence).start >= start && end - (sentences[to - 1] as Sentence).end <= EDGE ? {from, to} : undefined
}

/** The foreign speech that ends last before a sentence, with no other sentence of the host's in emphasis or speech between. */
function speechBefore({sentences}: Passage, odds: Float64Array, before: number): readonly Sentence[] {
  let last = before - 1
  while (last >= 0 && before - last <= FAR && (sentences[last] as Sentence).zone === 'narration') last--
  const {zone, region} = sentences[last] ?? {}
  if (zone !== 'speech' || (odds[last] as number) <= FOREIGN) return []
  let first = last
  while (first > 0 && sentences[first - 1]?.region === region && (odds[first - 1] as number) > FOREIGN) first--
  return sentences.slice(first, last + 1)
}

/**
 * Whole sentences in emphasis behind a line: `“Sel davan,” she said. *I am here.*` More often emphasis is a thought or a cry, so the
 * author's habit decides: whether such sentences follow foreign speech, of like length and mood, or stand anywhere.
 */
export const emphasis: Convention = {
  name: 'emphasis',
  find: (passages, {host, survey}) => {
    let habit: number = HABIT.rare
    const sites = flatMap(passages, (passage) => {
      const {text, sentences, emphases, index} = passage
      if (emphases.length === 0) return []
      const odds = survey.sentenceOdds[index] as Float64Array
      return flatMap(emphases, (stretch): GlossCandidate[] => {
        const inside = sentencesIn(passage, stretch)
        if (!inside) return []
        const said = sentences.slice(inside.from, inside.to)
        if (said.some((_, i) => (odds[inside.from + i] as number) >= HOME)) return []
        // Alone in its paragraph it is of the line that ends the one before.
        const isAlone = inside.from === 0 && inside.to === sentences.length && index > 0
        const of = isAlone ? (passages[index - 1] as Passage) : passage
        const lines = isAlone ? speechBefore(of, survey.sentenceOdds[of.index] as Float64Array, of.sentences.length) : speechBefore(passage, odds, inside.from)
        if (lines.length === 0) {
          habit += HABIT.otherwise
          return []
        }
        const content = bareContent(text, {start: (said[0] as Sentence).start, end: (said.at(-1) as Sentence).end}, host)
        const likely = oddsOf(passage, content, content.ledIn, host, -1)
        if (!likely) return []
        const ratio = lengthOf(said) / lengthOf(lines)
        const line = lines.at(-1) as Sentence
        const like = ratio < RATIO && ratio > 1 / RATIO && moodOf(of.text.slice(line.start, line.end)) === moodOf(text.slice(content.start, content.end))
        habit += like ? HABIT.alike : HABIT.unlike
        const place = {passage: of.index, start: (lines[0] as Sentence).start, end: line.end}
        const {start, end} = content
        return [{convention: 'emphasis', passage: index, start, end, content: {start, end}, of: [place], reach: 'all', odds: likely}]
      })
    })
    return habit > 0 ? sites : []
  },
}
