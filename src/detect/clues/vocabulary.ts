import {kinshipWith} from '../../lexicon/kinship.js'
import {byForm} from '../../prose/printed-forms.js'
import type {PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {formOf} from '../passage-forms.js'
import {formsAt} from '../printed-vocabulary.js'
import type {ClueDefinition, Finding} from '../types.js'

const WEIGHTS = {same: 10, variant: 5, part: 5, stem: 3}

/** A word of a line that the host language knows too must be shown by its company to be the line's. */
const SHARED_LIMIT = 4

/** A word that the story uses elsewhere far more often than in its lines is no word of theirs: one line may be a mistake. */
const SHARE = 0.2

/** A loan is used in the story's foreign lines too, or was glossed elsewhere, or is akin to such a word. */
export const vocabulary: ClueDefinition = {
  name: 'vocabulary',
  of: ['word'],
  prepare: ({passages, survey, host, found}) => {
    const {total} = survey.uses
    const formsIn = (kind: Finding['kind']) =>
      formsAt(
        passages,
        found.filter((finding) => finding.kind === kind),
        survey,
      )
    /** By key: how often it stands in lines, and whether it was found alone. */
    const inLines = new Int32Array(total.length)
    const isAlone = new Uint8Array(total.length)
    const spoken = new Set<string>()
    for (const word of formsIn('line')) {
      if (inLines[word.keyIndex]!++ === 0 && !survey.names.has(word.key)) spoken.add(word.key)
    }
    for (const word of formsIn('word')) {
      isAlone[word.keyIndex] = 1
      if (!survey.names.has(word.key)) spoken.add(word.key)
    }
    const kinship = kinshipWith(new Set([...spoken].filter((key) => host.familiarity(key).tier === undefined)))
    const isStray = ({keyIndex}: PrintedForm): boolean => isAlone[keyIndex] === 0 && (inLines[keyIndex] as number) < SHARE * (total[keyIndex] as number)
    const weigh = byForm((word): number => {
      if (survey.tierOf(word) !== undefined) {
        return spoken.has(word.key) ? Math.max(-SHARED_LIMIT, Math.min(SHARED_LIMIT, survey.wordOdds(word))) : -SHARED_LIMIT
      }
      const kin = kinship(word.key)
      return kin ? WEIGHTS[kin === 'same' && isStray(word) ? 'stem' : kin] : 0
    })
    return ({passage, words: {start}}) => weigh(formOf(passages[passage] as Passage, start, survey))
  },
}
