import {kinshipWith} from '../lexicon/kinship.js'
import {perStory} from '../text/per-story.js'
import {formsOf} from '../text/printed.js'
import type {ClueMaker, Evidence, Passage} from '../types.js'

const KIN = 3

/** Longer lines speak for themselves. */
const SHORT_LINE = 3

const kinshipOf = perStory(({survey, host}: Evidence) => {
  const vocabulary = [...survey.foreignCounts.keys()].filter((key) => host.familiarity(key).tier === undefined)
  return kinshipWith(new Set(vocabulary))
})

/** A short line with a word akin to the story's foreign words: its near spelling, its stem, its affix. */
export const kin: ClueMaker = {
  name: 'kin',
  of: ['line'],
  prepare: (evidence) => {
    const {passages, survey} = evidence
    const kinship = kinshipOf(evidence)
    return ({passage, words: range}) => {
      if (range.end - range.start > SHORT_LINE) return 0
      const line = formsOf(passages[passage] as Passage, range, survey)
      const strange = line.filter((word) => !survey.names.has(word.key) && survey.tierOf(word) === undefined)
      return strange.some(({key}) => kinship(key) !== undefined) ? KIN : 0
    }
  },
}
