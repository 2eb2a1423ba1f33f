import {groupBy} from 'lodash-es'
import type {ClueMaker, Passage} from '../types.js'

const FOREIGN_NEIGHBOUR = 3
const HOST_NEIGHBOUR = -3
const SAME_PASSAGE = 3.5

/** Log-odds from which a neighbour is taken for what it seems. */
const SURE = 5

/** The company of a line: the sentences beside it in the same mouth, and the lines already found in the same passage. */
export const company: ClueMaker = {
  name: 'company',
  of: ['line'],
  prepare: ({passages, survey, found}) => {
    const lines = groupBy(
      found.filter(({kind}) => kind === 'line'),
      'passage',
    )
    return ({passage, sentence}) => {
      const {sentences} = passages[passage] as Passage
      const odds = survey.sentenceOdds[passage] as readonly number[]
      const own = sentences[sentence]
      let weight = 0
      for (const index of [sentence - 1, sentence + 1]) {
        const neighbour = sentences[index]
        if (!neighbour || neighbour.region !== own?.region) continue
        if ((odds[index] as number) > SURE) weight += FOREIGN_NEIGHBOUR
        else if ((odds[index] as number) < -SURE) weight += HOST_NEIGHBOUR
      }
      if (lines[passage]?.some((line) => line.sentence !== sentence)) weight += SAME_PASSAGE
      return weight
    }
  },
}
