import {kinshipWith} from '../../lexicon/kinship.js'
import {byForm} from '../../prose/printed-forms.js'
import type {PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {formsOf} from '../passage-forms.js'
import {perStory} from '../per-story.js'
import type {ClueContext, ClueDefinition} from '../types.js'

const KIN = 3

/** Longer lines speak for themselves. */
const SHORT_LINE = 3

/** Whether a strange word is akin to the story's foreign words. */
const isKinOf = perStory(({survey, host}: ClueContext): ((word: PrintedForm) => boolean) => {
  const vocabulary = [...survey.foreignCounts.keys()].filter((key) => host.familiarity(key).tier === undefined)
  const kinship = kinshipWith(new Set(vocabulary))
  return byForm((word) => !survey.names.has(word.key) && survey.tierOf(word) === undefined && kinship(word.key) !== undefined)
})

/** A short line with a word akin to the story's foreign words: its near spelling, its stem, its affix. */
export const kin: ClueDefinition = {
  name: 'kin',
  of: ['line'],
  prepare: (evidence) => {
    const {passages, survey} = evidence
    const isKin = isKinOf(evidence)
    return ({passage, words: range}) => {
      if (range.end - range.start > SHORT_LINE) return 0
      return formsOf(passages[passage] as Passage, range, survey).some(isKin) ? KIN : 0
    }
  },
}
