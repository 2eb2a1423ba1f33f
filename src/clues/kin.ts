import {kinshipWith} from '../lexicon/kinship.js'
import {byForm} from '../text/forms.js'
import {perStory} from '../text/per-story.js'
import {formsOf} from '../text/printed.js'
import type {ClueMaker, Evidence, Passage, PrintedForm} from '../types.js'

const KIN = 3

/** Longer lines speak for themselves. */
const SHORT_LINE = 3

/** Whether a strange word is akin to the story's foreign words. */
const isKinOf = perStory(({survey, host}: Evidence): ((word: PrintedForm) => boolean) => {
  const vocabulary = [...survey.foreignCounts.keys()].filter((key) => host.familiarity(key).tier === undefined)
  const kinship = kinshipWith(new Set(vocabulary))
  return byForm((word) => !survey.names.has(word.key) && survey.tierOf(word) === undefined && kinship(word.key) !== undefined)
})

/** A short line with a word akin to the story's foreign words: its near spelling, its stem, its affix. */
export const kin: ClueMaker = {
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
