import type {Host} from '../../hosts/types.js'
import {anyLanguage, logProbability} from '../../prose/letter-model.js'
import {byForm} from '../../prose/printed-forms.js'
import type {PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {formOf} from '../passage-forms.js'
import {perStory} from '../per-story.js'
import type {ClueContext, ClueDefinition} from '../types.js'

/** Each doubling of the uses says as much again: six uses of a word that is spelt as any language may spell it make a loan. */
const DOUBLING = 2.5
const LIMIT = 10

/** What the host's way of spelling says against it, for each letter. */
const PER_LETTER = 3
const SPELLING_LIMIT = 3

/** How often the story uses the forms of one word. */
interface Use {
  told: number
  spoken: number
  /** In small letters. */
  low: number
  /** Before a capital letter or a number: *von*, *del*, *lat*. */
  leading: number
}

/** What is left of a word without possessive and ending. */
const familyOf = (key: string, host: Pick<Host, 'stem' | 'possessor'>): string => host.stem(host.possessor(key))

/** The uses of words that the host does not know, by family. */
function usesOf({survey, host}: ClueContext): Map<string, Use> {
  const {total, capitalised, spoken, leading} = survey.uses
  const uses = new Map<string, Use>()
  const counted = new Uint8Array(total.length)
  for (const form of survey.forms) {
    const {key, keyIndex: at} = form
    if (counted[at] || survey.tierOf(form) !== undefined) continue
    counted[at] = 1
    const name = familyOf(key, host)
    let use = uses.get(name)
    if (!use) uses.set(name, (use = {told: 0, spoken: 0, low: 0, leading: 0}))
    const sum = total[at] as number
    use.spoken += spoken[at] as number
    use.told += sum - (spoken[at] as number)
    use.low += sum - (capitalised[at] as number)
    use.leading += leading[at] as number
  }
  return uses
}

/** What the uses of a word say. */
const weightOf = perStory((evidence: ClueContext): ((word: PrintedForm) => number) => {
  const {host} = evidence
  const uses = usesOf(evidence)
  return byForm(({key}) => {
    const use = uses.get(familyOf(key, host))
    if (!use || use.told < use.spoken) return 0
    const sum = use.told + use.spoken
    if (2 * use.low < sum || 2 * use.leading > sum) return 0
    const gap = (logProbability(anyLanguage, key) - host.spelling(key)) / (key.length + 1)
    return Math.max(0, Math.min(LIMIT, DOUBLING * Math.log2(sum)) + Math.max(-SPELLING_LIMIT, Math.min(0, PER_LETTER * gap)))
  })
})

/** A word that narration keeps using as the story's own, in small letters, though the host language does not know it. */
export const custom: ClueDefinition = {
  name: 'custom',
  of: ['word'],
  prepare: (evidence) => {
    const {passages, survey} = evidence
    const weigh = weightOf(evidence)
    return ({passage, words: {start}}) => weigh(formOf(passages[passage] as Passage, start, survey))
  },
}
