import {createKinshipTest} from '../../lexicon/kinship.js'
import {memoizeByForm} from '../../prose/form-table.js'
import type {PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {memoizePerStory} from '../memoize-per-story.js'
import {getForms} from '../passage-forms.js'
import type {ClueContext, ClueDefinition} from '../types.js'

const KIN = 3

/** Longer lines have enough evidence of their own. In words. */
const SHORT_LINE = 3

/** Whether an unknown word is related to the story's foreign words. */
const createRelationTest = memoizePerStory(({survey, host}: ClueContext): ((word: PrintedForm) => boolean) => {
  const vocabulary = [...survey.foreignCounts.keys()].filter((key) => host.familiarity(key).tier === undefined)
  const getKinship = createKinshipTest(new Set(vocabulary))
  return memoizeByForm((word) => !survey.names.has(word.key) && survey.tierOf(word) === undefined && getKinship(word.key) !== undefined)
})

/** A short line has a word related to the story's foreign words: a near spelling, a shared stem or affix. */
export const kin: ClueDefinition = {
  name: 'kin',
  of: ['line'],
  prepare: (context) => {
    const {passages, survey} = context
    const isRelated = createRelationTest(context)
    return ({passage, words: range}) => {
      if (range.end - range.start > SHORT_LINE) return 0
      return getForms(passages[passage] as Passage, range, survey).some(isRelated) ? KIN : 0
    }
  },
}
