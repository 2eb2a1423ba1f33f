import type {Host} from '../hosts/types.js'
import {flagForms} from '../prose/form-table.js'
import type {PrintedForm} from '../prose/types.js'
import {isAllCaps, isCapitalized, startsWithAsciiLower} from '../prose/word-shape.js'
import type {UsageCounts} from './types.js'
import {NARRATION, SPEECH, type WordSequence} from './word-sequence.js'

/** Log-odds below which speech is surely of the host language. */
const SURELY_HOST = -6

/** A word used this often inside sentences of the host's speech is a name, even if narration never mentions it. */
const MIN_CALLED = 2

/** Share of its uses in which a name is capitalised. */
const CAPITALISED_SHARE = 0.9

/** Counts how the story uses its words. */
export function countUses({tokens, starts, zones, keyOf, keys}: WordSequence, forms: readonly PrintedForm[], plainOdds: Float64Array): UsageCounts {
  const createCounts = () => new Int32Array(keys)
  const uses: UsageCounts = {
    total: createCounts(),
    capitalised: createCounts(),
    spoken: createCounts(),
    narrated: createCounts(),
    titled: createCounts(),
    named: createCounts(),
    called: createCounts(),
    leading: createCounts(),
  }
  const isCapital = flagForms(forms, ({surface}) => isCapitalized(surface))
  const isAllCapitals = flagForms(forms, ({form, surface}) => isCapital[form] === 1 && isAllCaps(surface))
  const beginsWithCapitalOrNumber = flagForms(forms, ({surface}) => !startsWithAsciiLower(surface) && /^[\p{Lu}\p{N}]/u.test(surface))
  for (let sentence = 0; sentence < zones.length; sentence++) {
    const from = starts[sentence] as number
    const end = starts[sentence + 1] as number
    let odds = 0
    for (let i = from; i < end; i++) odds += plainOdds[tokens[i] as number] as number
    const isNarrated = zones[sentence] === NARRATION
    const isSpoken = zones[sentence] === SPEECH
    for (let i = from; i < end; i++) {
      const form = tokens[i] as number
      const key = keyOf[form] as number
      uses.total[key]!++
      if (isNarrated) uses.narrated[key]!++
      else if (isSpoken) uses.spoken[key]!++
      if (i + 1 < end && beginsWithCapitalOrNumber[tokens[i + 1] as number] === 1) uses.leading[key]!++
      if (isCapital[form] === 0) continue
      uses.capitalised[key]!++
      const isInside = i > from && isAllCapitals[form] === 0
      if (isSpoken && isInside && odds < SURELY_HOST) uses.called[key]!++
      if (!isNarrated || odds >= 0) continue
      uses.titled[key]!++
      if (isInside) uses.named[key]!++
    }
  }
  return uses
}

/** Both parts of a hyphenated word capitalised: *Kal-El*, *Jean-Luc*. */
const DOUBLE_NAME = /^\p{Lu}[\p{L}\p{M}'’]*(?:-\p{Lu}[\p{L}\p{M}'’]*)+$/u

/** Finds names: words nearly always capitalised that narration uses inside sentences or repeatedly. Returns their keys. */
export function findNames(
  forms: readonly PrintedForm[],
  {total, capitalised, named, titled, called}: UsageCounts,
  {possessor}: Pick<Host, 'possessor'>,
): Set<string> {
  const names = new Set<string>()
  for (const {surface, key, keyIndex: at} of forms) {
    const isUsedAsName =
      (capitalised[at] as number) >= CAPITALISED_SHARE * (total[at] as number) &&
      ((named[at] as number) > 0 || (titled[at] as number) > 1 || (called[at] as number) >= MIN_CALLED)
    if (isUsedAsName || (surface.includes('-') && DOUBLE_NAME.test(surface) && capitalised[at] === total[at])) names.add(key)
  }
  for (const {key} of forms) if (key.includes("'") && names.has(possessor(key))) names.add(key)
  return names
}
