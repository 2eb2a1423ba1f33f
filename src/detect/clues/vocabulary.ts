import {createKinshipTest} from '../../lexicon/kinship.js'
import {memoizeByForm} from '../../prose/form-table.js'
import type {PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {getForm, getFormsAt} from '../passage-forms.js'
import type {ClueDefinition, Finding} from '../types.js'

const WEIGHTS = {same: 10, variant: 5, part: 5, stem: 3}

/** Limit for a word that the host language knows too; its context decides. */
const SHARED_LIMIT = 4

/** A word of which a smaller share stands in foreign lines is not of their language: a single line may be a mistake. */
const MIN_SHARE = 0.2

/** The story's foreign lines use the word, it was found elsewhere, or it is related to such a word. */
export const vocabulary: ClueDefinition = {
  name: 'vocabulary',
  of: ['word'],
  prepare: ({passages, survey, host, found}) => {
    const {total} = survey.uses
    const formsIn = (kind: Finding['kind']) =>
      getFormsAt(
        passages,
        found.filter((finding) => finding.kind === kind),
        survey,
      )
    /** By key: how often it stands in lines, and whether it was found as a single word. */
    const lineCounts = new Int32Array(total.length)
    const isLoan = new Uint8Array(total.length)
    const foreignKeys = new Set<string>()
    for (const word of formsIn('line')) {
      if (lineCounts[word.keyIndex]!++ === 0 && !survey.names.has(word.key)) foreignKeys.add(word.key)
    }
    for (const word of formsIn('word')) {
      isLoan[word.keyIndex] = 1
      if (!survey.names.has(word.key)) foreignKeys.add(word.key)
    }
    const getKinship = createKinshipTest(new Set([...foreignKeys].filter((key) => host.familiarity(key).tier === undefined)))
    const isMostlyElsewhere = ({keyIndex}: PrintedForm): boolean =>
      isLoan[keyIndex] === 0 && (lineCounts[keyIndex] as number) < MIN_SHARE * (total[keyIndex] as number)
    const weigh = memoizeByForm((word): number => {
      if (survey.tierOf(word) !== undefined) {
        return foreignKeys.has(word.key) ? Math.max(-SHARED_LIMIT, Math.min(SHARED_LIMIT, survey.wordOdds(word))) : -SHARED_LIMIT
      }
      const kinship = getKinship(word.key)
      return kinship ? WEIGHTS[kinship === 'same' && isMostlyElsewhere(word) ? 'stem' : kinship] : 0
    })
    return ({passage, words: {start}}) => weigh(getForm(passages[passage] as Passage, start, survey))
  },
}
