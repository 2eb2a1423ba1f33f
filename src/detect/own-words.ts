import type {Host} from '../hosts/types.js'
import type {PrintedForm} from '../prose/types.js'
import type {ChainStory} from './chain/chain-story.js'
import {spellingOf} from './chain/story-words.js'
import {UNKNOWN_WORD, WORD_CLASS} from './chain/word-classes.js'
import type {UsageCounts} from './types.js'

/** Uses of a word's forms from which it is the story's own, and share of them that must be in small letters. */
const TIMES = 7
const MOSTLY = 0.5
/** Share of them that must be in narration: what only people say may be their dialect. */
const TOLD = 0.25
/** What the host's way of spelling says against it at most, for each letter; and each doubling of the uses says this much for it. */
const SPELLING = -0.45
const DOUBLING = 0.2
/** Log-odds of such a word that is used so often as it must be, and what each doubling adds. */
const OWN = 0.8
const OWN_DOUBLING = 0.15
/** Share of what a host that knows fewer words says against an unknown one. */
const LESS_KNOWN = 0.5
/** In stories with more of it, strange words are respelt ones. */
const DIALECT = 1

interface Use {
  sum: number
  told: number
  low: number
  leading: number
}

/**
 * Words that narration keeps using in small letters though the host does not know them and would hardly spell them so: a story's own, where
 * no italics set them off. By printed form.
 */
export function ownWords(
  {forms, words: {coarse, wordClass, dialect, kind}}: ChainStory,
  {total, capitalised, spoken, leading}: UsageCounts,
  host: Pick<Host, 'stem' | 'possessor' | 'spelling' | 'unknownOdds'>,
): Float64Array {
  const found = new Float64Array(forms.length)
  // What looks like a respelling may be a word of its own where nobody else respells.
  const isStrange = (form: number): boolean => coarse[form] === UNKNOWN_WORD || wordClass[form] === WORD_CLASS.respelt
  // An odd kind is that of a story with emphasis, which would set them off.
  if (dialect > DIALECT || kind % 2 === 1) return found
  const families = new Map<string, Use>()
  const counted = new Uint8Array(total.length)
  const familyOf = (key: string): string => host.stem(host.possessor(key))
  for (const {form, key, keyIndex: at} of forms) {
    if (!isStrange(form) || counted[at] === 1) continue
    counted[at] = 1
    const name = familyOf(key)
    const use = families.get(name) ?? {sum: 0, told: 0, low: 0, leading: 0}
    use.sum += total[at] as number
    use.told += (total[at] as number) - (spoken[at] as number)
    use.low += (total[at] as number) - (capitalised[at] as number)
    use.leading += leading[at] as number
    families.set(name, use)
  }
  for (const {form, key} of forms as readonly PrintedForm[]) {
    if (!isStrange(form) || key.length < 3) continue
    const use = families.get(familyOf(key))
    if (
      !use ||
      use.sum < TIMES ||
      use.told < Math.min(MOSTLY * use.sum, Math.max(TIMES, TOLD * use.sum)) ||
      use.low < MOSTLY * use.sum ||
      use.leading > MOSTLY * use.sum
    )
      continue
    const doublings = Math.log2(use.sum / TIMES)
    if (spellingOf(key, host) + DOUBLING * doublings >= SPELLING) found[form] = Math.max(0, OWN + OWN_DOUBLING * doublings + LESS_KNOWN * host.unknownOdds)
  }
  return found
}
