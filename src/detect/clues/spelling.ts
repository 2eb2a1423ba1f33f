import type {Passage} from '../../source/types.js'
import {formOf} from '../passage-forms.js'
import {formsAt} from '../printed-vocabulary.js'
import type {ClueDefinition} from '../types.js'

const LIMIT = 3

/** Whether a single word that was not found elsewhere is spelt as the story's foreign lines are, or as the host language is. */
export const spelling: ClueDefinition = {
  name: 'spelling',
  of: ['word'],
  prepare: ({passages, survey, found}) => {
    if (survey.foreignCounts.size === 0) return undefined
    const isSpoken = new Uint8Array(survey.uses.total.length)
    for (const {keyIndex} of formsAt(passages, found, survey)) isSpoken[keyIndex] = 1
    return ({passage, words: {start}}) => {
      const {key, keyIndex} = formOf(passages[passage] as Passage, start, survey)
      return isSpoken[keyIndex] === 1 ? 0 : Math.max(-LIMIT, Math.min(LIMIT, survey.spellingOdds(key)))
    }
  },
}
