import {map} from '../data/map.js'
import {kinshipWith} from '../lexicon/kinship.js'
import {formOf} from '../text/printed.js'
import {formsAt} from '../text/vocabulary.js'
import type {ClueMaker, Finding, Passage, PrintedForm} from '../types.js'

const WEIGHTS = {same: 10, variant: 5, part: 5, stem: 3}

/** A word of a line that the host language knows too must be shown by its company to be the line's. */
const SHARED_LIMIT = 4

/** A word that the story uses elsewhere far more often than in its lines is no word of theirs: one line may be a mistake. */
const SHARE = 0.2

/** A loan is used in the story's foreign lines too, or was glossed elsewhere, or is akin to such a word. */
export const vocabulary: ClueMaker = {
  name: 'vocabulary',
  of: ['word'],
  prepare: ({passages, survey, host, found}) => {
    const keysOf = (kind: Finding['kind']) =>
      map(
        formsAt(
          passages,
          found.filter((finding) => finding.kind === kind),
          survey,
        ),
        ({key}) => key,
      )
    const ofLines = new Map<string, number>()
    for (const key of keysOf('line')) ofLines.set(key, (ofLines.get(key) ?? 0) + 1)
    const alone = new Set(keysOf('word'))
    const spoken = new Set([...ofLines.keys(), ...alone].filter((key) => !survey.names.has(key)))
    const strange = new Set([...spoken].filter((key) => host.familiarity(key).tier === undefined))
    const kinship = kinshipWith(strange)
    const isStray = ({key, keyIndex}: PrintedForm): boolean => !alone.has(key) && (ofLines.get(key) ?? 0) < SHARE * (survey.uses.total[keyIndex] as number)
    return ({passage, words: {start}}) => {
      const word = formOf(passages[passage] as Passage, start, survey)
      if (survey.tierOf(word) !== undefined) {
        return spoken.has(word.key) ? Math.max(-SHARED_LIMIT, Math.min(SHARED_LIMIT, survey.wordOdds(word))) : -SHARED_LIMIT
      }
      const kin = kinship(word.key)
      return kin ? WEIGHTS[kin === 'same' && isStray(word) ? 'stem' : kin] : 0
    }
  },
}
