import type {Passage} from '../../source/types.js'
import {formsOf} from '../passage-forms.js'
import type {ClueDefinition} from '../types.js'

/** Words of one line are not independent of each other, so a long line may not say more than this … */
const LIMIT = 12

/** … and one that a word of the host's grammar holds together, as those of a dialect are, no more than this. */
const FRAMED_LIMIT = 4

/** Shorter words of grammar are words of many languages. */
const LONG = 3

/** What the words of a line say: the sum of their log-odds, as the survey of the story left them. */
export const words: ClueDefinition = {
  name: 'words',
  of: ['line'],
  prepare:
    ({passages, survey, host}) =>
    ({passage, sentence, words: range}) => {
      const odds = survey.sentenceOdds[passage]?.[sentence] ?? 0
      if (odds <= FRAMED_LIMIT) return Math.max(-LIMIT, odds)
      const framed = formsOf(passages[passage] as Passage, range, survey).some(({key}) => key.length >= LONG && host.functionWords.has(key))
      return Math.min(framed ? FRAMED_LIMIT : LIMIT, odds)
    },
}
