import type {Passage} from '../../source/types.js'
import {getForm, getFormsAt} from '../passage-forms.js'
import type {ClueDefinition} from '../types.js'

const LIMIT = 3

/** A word that was not found elsewhere is spelled like the story's foreign lines, or like the host language. */
export const spelling: ClueDefinition = {
  name: 'spelling',
  of: ['word'],
  prepare: ({passages, survey, found}) => {
    if (survey.foreignCounts.size === 0) return undefined
    const isFound = new Uint8Array(survey.uses.total.length)
    for (const {keyIndex} of getFormsAt(passages, found, survey)) isFound[keyIndex] = 1
    return ({passage, words: {start}}) => {
      const {key, keyIndex} = getForm(passages[passage] as Passage, start, survey)
      return isFound[keyIndex] === 1 ? 0 : Math.max(-LIMIT, Math.min(LIMIT, survey.spellingOdds(key)))
    }
  },
}
