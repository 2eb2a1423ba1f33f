import type {Host} from '../hosts/types.js'
import {flagsOf} from '../prose/printed-forms.js'
import {isCapitalised, isPlainlySmall, isShouted} from '../prose/tokenizer.js'
import type {PrintedForm} from '../prose/types.js'
import type {UsageCounts} from './types.js'
import {type Flow, NARRATION, SPEECH} from './word-sequence.js'

/** Log-odds below which speech is surely of the host language. */
const SURE = -6

/** Called so often in the middle of speech of the host language, a word is a name though nobody tells of who bears it. */
const CALLED = 2

/** How a story uses its words. */
export function countUses({tokens, starts, zones, keyOf, keys}: Flow, forms: readonly PrintedForm[], plainOdds: Float64Array): UsageCounts {
  const counts = () => new Int32Array(keys)
  const uses: UsageCounts = {
    total: counts(),
    capitalised: counts(),
    spoken: counts(),
    told: counts(),
    titled: counts(),
    named: counts(),
    called: counts(),
    leading: counts(),
  }
  const isCapital = flagsOf(forms, ({surface}) => isCapitalised(surface))
  const isLoud = flagsOf(forms, ({form, surface}) => isCapital[form] === 1 && isShouted(surface))
  const leads = flagsOf(forms, ({surface}) => !isPlainlySmall(surface) && /^[\p{Lu}\p{N}]/u.test(surface))
  for (let sentence = 0; sentence < zones.length; sentence++) {
    const from = starts[sentence] as number
    const end = starts[sentence + 1] as number
    let odds = 0
    for (let i = from; i < end; i++) odds += plainOdds[tokens[i] as number] as number
    const told = zones[sentence] === NARRATION
    const spoken = zones[sentence] === SPEECH
    for (let i = from; i < end; i++) {
      const form = tokens[i] as number
      const key = keyOf[form] as number
      uses.total[key]!++
      if (told) uses.told[key]!++
      else if (spoken) uses.spoken[key]!++
      if (i + 1 < end && leads[tokens[i + 1] as number] === 1) uses.leading[key]!++
      if (isCapital[form] === 0) continue
      uses.capitalised[key]!++
      const middle = i > from && isLoud[form] === 0
      if (spoken && middle && odds < SURE) uses.called[key]!++
      if (!told || odds >= 0) continue
      uses.titled[key]!++
      if (middle) uses.named[key]!++
    }
  }
  return uses
}

/** Both parts of a hyphenated word capitalised: *Kal-El*, *Jean-Luc*. */
const DOUBLE_NAME = /^\p{Lu}[\p{L}\p{M}'’]*(?:-\p{Lu}[\p{L}\p{M}'’]*)+$/u

/** Names: words capitalised nearly wherever they stand, which narration uses inside its sentences or keeps coming back to. */
export function namesOf(
  forms: readonly PrintedForm[],
  {total, capitalised, named, titled, called}: UsageCounts,
  {possessor}: Pick<Host, 'possessor'>,
): Set<string> {
  const names = new Set<string>()
  for (const {surface, key, keyIndex: at} of forms) {
    const often =
      (capitalised[at] as number) >= 0.9 * (total[at] as number) &&
      ((named[at] as number) > 0 || (titled[at] as number) > 1 || (called[at] as number) >= CALLED)
    if (often || (surface.includes('-') && DOUBLE_NAME.test(surface) && capitalised[at] === total[at])) names.add(key)
  }
  for (const {key} of forms) if (key.includes("'") && names.has(possessor(key))) names.add(key)
  return names
}
