import type {Host} from '../../hosts/types.js'
import {memoizeByForm} from '../../prose/form-table.js'
import {genericLetterModel, logProbability} from '../../prose/letter-model.js'
import type {PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {memoizePerStory} from '../memoize-per-story.js'
import {getForm} from '../passage-forms.js'
import type {ClueContext, ClueDefinition} from '../types.js'

/** Weight of each doubling of the uses: six uses of a word whose spelling fits any language make it a loan. */
const PER_DOUBLING = 2.5
const LIMIT = 10

/** Weight of each letter's log-probability ratio, where the spelling is typical of the host. */
const PER_LETTER = 3
const SPELLING_LIMIT = 3

/** How often the story uses the forms of one stem. */
interface StemUses {
  narrated: number
  spoken: number
  /** In lower case. */
  lowerCase: number
  /** Before a capital letter or a number: *von*, *del*, *lat*. */
  leading: number
}

/** A key without possessive and inflection. */
const stemOf = (key: string, host: Pick<Host, 'stem' | 'possessor'>): string => host.stem(host.possessor(key))

/** Counts the uses of words that the host does not know, by stem. */
function countStemUses({survey, host}: ClueContext): Map<string, StemUses> {
  const {total, capitalised, spoken, leading} = survey.uses
  const uses = new Map<string, StemUses>()
  const isCounted = new Uint8Array(total.length)
  for (const form of survey.forms) {
    const {key, keyIndex: at} = form
    if (isCounted[at] || survey.tierOf(form) !== undefined) continue
    isCounted[at] = 1
    const stem = stemOf(key, host)
    let use = uses.get(stem)
    if (!use) uses.set(stem, (use = {narrated: 0, spoken: 0, lowerCase: 0, leading: 0}))
    const sum = total[at] as number
    use.spoken += spoken[at] as number
    use.narrated += sum - (spoken[at] as number)
    use.lowerCase += sum - (capitalised[at] as number)
    use.leading += leading[at] as number
  }
  return uses
}

/** Returns the function that weighs a word by its uses. */
const createWeigher = memoizePerStory((context: ClueContext): ((word: PrintedForm) => number) => {
  const {host} = context
  const uses = countStemUses(context)
  return memoizeByForm(({key}) => {
    const use = uses.get(stemOf(key, host))
    if (!use || use.narrated < use.spoken) return 0
    const sum = use.narrated + use.spoken
    if (2 * use.lowerCase < sum || 2 * use.leading > sum) return 0
    const gap = (logProbability(genericLetterModel, key) - host.spelling(key)) / (key.length + 1)
    return Math.max(0, Math.min(LIMIT, PER_DOUBLING * Math.log2(sum)) + Math.max(-SPELLING_LIMIT, Math.min(0, PER_LETTER * gap)))
  })
})

/** A word that narration uses repeatedly, in lower case, though the host language does not know it. */
export const custom: ClueDefinition = {
  name: 'custom',
  of: ['word'],
  prepare: (context) => {
    const {passages, survey} = context
    const weigh = createWeigher(context)
    return ({passage, words: {start}}) => weigh(getForm(passages[passage] as Passage, start, survey))
  },
}
