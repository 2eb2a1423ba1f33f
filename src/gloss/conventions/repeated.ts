import {trackRareHabit} from '../../detect/habits.js'
import type {GlossCandidate} from '../../detect/types.js'
import {detectMood} from '../../prose/detect-mood.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import {SURELY_FOREIGN, SURELY_HOST, scoreTranslation, trimComma} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** Largest ratio between the lengths of a translation and its line. */
const MAX_RATIO = 2

/** Prior log-odds of such a translation, besides the habit. */
const PRIOR = -1

/** A speech of foreign sentences and as many of the host's right behind them; indices of sentences, end exclusive. */
interface RepeatedSpeech {
  readonly lines: readonly [number, number]
  readonly translation: readonly [number, number]
}

/** Finds such speeches in a paragraph, and counts its other speeches with foreign sentences. */
function findRepeatedSpeeches({sentences}: Passage, odds: Float64Array): {speeches: RepeatedSpeech[]; others: number} {
  const speeches: RepeatedSpeech[] = []
  let others = 0
  for (let i = 0; i < sentences.length; ) {
    const {zone, region} = sentences[i] as (typeof sentences)[number]
    let end = i
    while (sentences[end]?.region === region) end++
    let j = i
    while (j < end && (odds[j] as number) > SURELY_FOREIGN) j++
    let k = j
    while (k < end && k - j < j - i && (odds[k] as number) < SURELY_HOST) k++
    if (zone === 'speech') {
      if (j > i && k - j === j - i && k === end) speeches.push({lines: [i, j], translation: [j, k]})
      else if (odds.subarray(i, end).some((value) => value > SURELY_FOREIGN)) others++
    }
    i = end
  }
  return {speeches, others}
}

/**
 * A line and its translation in one speech: `"Akto pirel tut. Here is your share, brother."` Foreign words before the host's are more
 * often not translated, so the author's habit decides: whether the two are of like length and mood.
 */
export const repeated: Convention = {
  name: 'repeated',
  find: (passages, {host, survey}) => {
    const habit = trackRareHabit()
    const candidates = flatMap(passages, (passage) => {
      const {text, sentences, index} = passage
      const {speeches, others} = findRepeatedSpeeches(passage, survey.sentenceOdds[index] as Float64Array)
      habit.observe('otherwise', others)
      return flatMap(speeches, ({lines, translation}): GlossCandidate[] => {
        const of = {passage: index, start: sentences[lines[0]]?.start as number, end: sentences[lines[1] - 1]?.end as number}
        const content = trimComma(text, {start: sentences[translation[0]]?.start as number, end: sentences[translation[1] - 1]?.end as number})
        const odds = scoreTranslation(passage, content, false, host, PRIOR)
        if (!odds) return []
        const ratio = (content.end - content.start) / (of.end - of.start)
        const hasSameMood = detectMood(text.slice(of.start, of.end)) === detectMood(text.slice(content.start, content.end))
        habit.observe(ratio < MAX_RATIO && ratio > 1 / MAX_RATIO && hasSameMood ? 'alike' : 'unlike')
        return [{convention: 'repeated', passage: index, ...content, content, of: [of], reach: 'all', odds}]
      })
    })
    return habit.isEstablished() ? candidates : []
  },
}
