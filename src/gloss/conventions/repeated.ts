import type {GlossCandidate} from '../../detect/types.js'
import {moodOf} from '../../prose/mood.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {FOREIGN, HABIT, HOME, oddsOf, withoutComma} from './sites.js'

/** A translation is not so many times longer or shorter than its line. */
const RATIO = 2

interface Speech {
  /** Sentences, end exclusive: foreign ones, and as many of the host's right behind them; none, where the speech does otherwise. */
  readonly lines: readonly [number, number]
  readonly said: readonly [number, number]
}

/** The speeches of a paragraph that have foreign sentences. */
function speechesIn({sentences}: Passage, odds: Float64Array): {twice: Speech[]; otherwise: number} {
  const twice: Speech[] = []
  let otherwise = 0
  for (let i = 0; i < sentences.length; ) {
    const {zone, region} = sentences[i] as (typeof sentences)[number]
    let end = i
    while (sentences[end]?.region === region) end++
    let j = i
    while (j < end && (odds[j] as number) > FOREIGN) j++
    let k = j
    while (k < end && k - j < j - i && (odds[k] as number) < HOME) k++
    if (zone === 'speech') {
      if (j > i && k - j === j - i && k === end) twice.push({lines: [i, j], said: [j, k]})
      else if (odds.subarray(i, end).some((value) => value > FOREIGN)) otherwise++
    }
    i = end
  }
  return {twice, otherwise}
}

/**
 * The same said again in the host's words, in one breath: `"Akto pirel tut. Here is your share, brother."` Foreign words before
 * the host's are commoner than translations, so the author's habit decides: whether the two are of like length and mood.
 */
export const repeated: Convention = {
  name: 'repeated',
  find: (passages, {host, survey}) => {
    let habit: number = HABIT.rare
    const sites = flatMap(passages, (passage) => {
      const {text, sentences, index} = passage
      const {twice, otherwise} = speechesIn(passage, survey.sentenceOdds[index] as Float64Array)
      habit += HABIT.otherwise * otherwise
      return flatMap(twice, ({lines, said}): GlossCandidate[] => {
        const of = {passage: index, start: sentences[lines[0]]?.start as number, end: sentences[lines[1] - 1]?.end as number}
        const content = withoutComma(text, {start: sentences[said[0]]?.start as number, end: sentences[said[1] - 1]?.end as number})
        const odds = oddsOf(passage, content, false, host, -1)
        if (!odds) return []
        const ratio = (content.end - content.start) / (of.end - of.start)
        const like = ratio < RATIO && ratio > 1 / RATIO && moodOf(text.slice(of.start, of.end)) === moodOf(text.slice(content.start, content.end))
        habit += like ? HABIT.alike : HABIT.unlike
        return [{convention: 'repeated', passage: index, ...content, content, of: [of], reach: 'all', odds}]
      })
    })
    return habit > 0 ? sites : []
  },
}
