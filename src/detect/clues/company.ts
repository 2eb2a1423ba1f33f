import type {Sentence} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {groupBy} from '../../util/lists.js'
import {getForms} from '../passage-forms.js'
import type {ClueDefinition} from '../types.js'

const FOREIGN_NEIGHBOUR = 3
const HOST_NEIGHBOUR = -6
const SAME_PASSAGE = 3.5

/** Log-odds below which a sentence of known words is the host's, whatever stands beside it. */
const AMBIGUOUS = 1.5

/** Log-odds beyond which a neighbour's language is sure. */
const SURE = 5

/** The neighbours of a line: adjacent sentences of the same speech, and lines already found in the same passage. */
export const company: ClueDefinition = {
  name: 'company',
  of: ['line'],
  prepare: ({passages, survey, found}) => {
    const hasOnlyKnownWords = (index: number, sentence: number): boolean => {
      const passage = passages[index] as Passage
      const {words} = passage.sentences[sentence] as Sentence
      return getForms(passage, words, survey).every((word) => survey.names.has(word.key) || survey.tierOf(word) !== undefined)
    }
    const lines = groupBy(
      found.filter(({kind}) => kind === 'line'),
      (line) => line.passage,
    )
    return ({passage, sentence}) => {
      const {sentences} = passages[passage] as Passage
      const odds = survey.sentenceOdds[passage] as Float64Array
      const own = sentences[sentence]
      let weight = 0
      for (const index of [sentence - 1, sentence + 1]) {
        const neighbour = sentences[index]
        if (!neighbour || neighbour.region !== own?.region) continue
        if ((odds[index] as number) > SURE) weight += FOREIGN_NEIGHBOUR
        else if ((odds[index] as number) < -SURE) weight += HOST_NEIGHBOUR
      }
      if (lines.get(passage)?.some((line) => line.sentence !== sentence)) weight += SAME_PASSAGE
      // Foreign neighbours support unknown words and words of both languages; they do not make *Oh, sir* foreign.
      if (weight > 0 && (odds[sentence] as number) < AMBIGUOUS && hasOnlyKnownWords(passage, sentence)) return 0
      return weight
    }
  },
}
