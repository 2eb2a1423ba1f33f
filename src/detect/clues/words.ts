import type {Passage} from '../../source/types.js'
import {getForms} from '../passage-forms.js'
import type {ClueDefinition} from '../types.js'

/** The words of a line are not independent of each other, which limits the weight of a long line. */
const LIMIT = 12

/** Limit for a line with a function word of the host, as dialect has. */
const GRAMMAR_LIMIT = 4

/** Shorter function words are words of many languages. In UTF-16 code units. */
const MIN_LENGTH = 3

/** The sum of the log-odds of a line's words, from the survey of the story. */
export const words: ClueDefinition = {
  name: 'words',
  of: ['line'],
  prepare:
    ({passages, survey, host}) =>
    ({passage, sentence, words: range}) => {
      const odds = survey.sentenceOdds[passage]?.[sentence] ?? 0
      if (odds <= GRAMMAR_LIMIT) return Math.max(-LIMIT, odds)
      const hasGrammar = getForms(passages[passage] as Passage, range, survey).some(({key}) => key.length >= MIN_LENGTH && host.functionWords.has(key))
      return Math.min(hasGrammar ? GRAMMAR_LIMIT : LIMIT, odds)
    },
}
