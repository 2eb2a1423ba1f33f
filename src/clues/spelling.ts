import {wordsAt} from '../text/vocabulary.js'
import type {ClueMaker, Passage, Word} from '../types.js'

const LIMIT = 3

/** Whether a single word that was not found elsewhere is spelt as the story's foreign lines are, or as the host language is. */
export const spelling: ClueMaker = {
  name: 'spelling',
  of: ['word'],
  prepare: ({passages, survey, found}) => {
    const spoken = new Set(wordsAt(passages, found).map(({key}) => key))
    return ({passage, words: {start}}) => {
      const {key} = (passages[passage] as Passage).words[start] as Word
      if (survey.foreignCounts.size === 0 || spoken.has(key)) return 0
      return Math.max(-LIMIT, Math.min(LIMIT, survey.spellingOdds(key)))
    }
  },
}
