import {memoizeByForm} from '../../prose/form-table.js'
import type {Passage} from '../../source/types.js'
import {getForms} from '../passage-forms.js'
import type {ClueDefinition} from '../types.js'

const LINE = 6
const WORD = 7

/** A dictionary has words that the host language does not know. */
export const dictionary: ClueDefinition = {
  name: 'dictionary',
  of: ['line', 'word'],
  prepare: ({passages, lexicons, survey}) => {
    if (lexicons.length === 0) return undefined
    const isInDictionary = memoizeByForm((word) => survey.tierOf(word) === undefined && lexicons.some((lexicon) => lexicon.lookup(word.surface).length > 0))
    return ({kind, passage, words: range}) => {
      const words = getForms(passages[passage] as Passage, range, survey)
      const foreign = words.filter(isInDictionary).length
      if (kind === 'word') return foreign * WORD
      // One foreign word does not make the host's words around it a foreign line.
      const known = words.filter((word) => survey.tierOf(word) !== undefined).length
      return (LINE * Math.max(0, foreign - known)) / words.length
    }
  },
}
