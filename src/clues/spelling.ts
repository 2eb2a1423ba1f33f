import {map} from '../data/map.js'
import {formOf} from '../text/printed.js'
import {formsAt} from '../text/vocabulary.js'
import type {ClueMaker, Passage} from '../types.js'

const LIMIT = 3

/** Whether a single word that was not found elsewhere is spelt as the story's foreign lines are, or as the host language is. */
export const spelling: ClueMaker = {
  name: 'spelling',
  of: ['word'],
  prepare: ({passages, survey, found}) => {
    const spoken = new Set(map(formsAt(passages, found, survey), ({key}) => key))
    return ({passage, words: {start}}) => {
      const {key} = formOf(passages[passage] as Passage, start, survey)
      if (survey.foreignCounts.size === 0 || spoken.has(key)) return 0
      return Math.max(-LIMIT, Math.min(LIMIT, survey.spellingOdds(key)))
    }
  },
}
