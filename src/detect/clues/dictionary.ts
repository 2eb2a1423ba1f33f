import {byForm} from '../../prose/printed-forms.js'
import type {Passage} from '../../source/types.js'
import {formsOf} from '../passage-forms.js'
import type {ClueDefinition} from '../types.js'

const LINE = 6
const WORD = 7

/** Words that a dictionary explains and the host language does not know. */
export const dictionary: ClueDefinition = {
  name: 'dictionary',
  of: ['line', 'word'],
  prepare: ({passages, lexicons, survey}) => {
    if (lexicons.length === 0) return undefined
    const isExplained = byForm((word) => survey.tierOf(word) === undefined && lexicons.some((lexicon) => lexicon.lookup(word.surface).length > 0))
    return ({kind, passage, words: range}) => {
      const words = formsOf(passages[passage] as Passage, range, survey)
      const strange = words.filter(isExplained).length
      if (kind === 'word') return strange * WORD
      // One foreign word does not make a line of the host's words around it.
      const home = words.filter((word) => survey.tierOf(word) !== undefined).length
      return (LINE * Math.max(0, strange - home)) / words.length
    }
  },
}
