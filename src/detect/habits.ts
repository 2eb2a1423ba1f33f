/**
 * An author's habits: how often this author uses a convention to translate.
 *
 * All constants and formulas are here; each user observes the convention in its own way:
 *
 * | user | one observation | result |
 * |---|---|---|
 * | conventions `repeated` and `emphasis` | a stretch that could be such a translation | the convention proposes all candidates or none |
 * | clue `gloss` | a gloss candidate behind speech | log-odds added to the clue's weight |
 * | `pair` | a gloss candidate that could be paired | log-odds added to the candidate's own |
 * | rule `bracket-without-line` | a gloss that was found | whether the convention is in use |
 */
import countBy from 'lodash-es/countBy.js'

/** Limits of a habit's log-odds. */
interface HabitLimits {
  readonly least: number
  readonly most: number
}

/** For the clue `gloss`: a habit adds more than its absence subtracts. */
export const CLUE_LIMITS: HabitLimits = {least: -1, most: 3}

/** For `pair`, which weighs both alike. */
export const PAIRING_LIMITS: HabitLimits = {least: -2, most: 2}

/** Log-odds of a convention that is seldom a translation: before any observation, and what each observation adds. */
const RARE_CONVENTION = {
  prior: -2,
  /** The stretch and the foreign speech before it are of like length and mood. */
  alike: 1,
  /** They are not. */
  unlike: -0.3,
  /** Foreign speech without such a stretch, or such a stretch without foreign speech. */
  otherwise: -0.7,
} as const

/** A convention is in use once the author has translated this many times with it. */
const MIN_GLOSSES = 3

/** One observation of a habit. */
export interface HabitObservation {
  readonly habit: string
  readonly isTranslation: boolean
}

/** Log-odds of each habit: log((translations + 1) / (others + 1)), within the limits. */
export function scoreHabits(observations: Iterable<HabitObservation>, {least, most}: HabitLimits): ReadonlyMap<string, number> {
  const counts = new Map<string, {translations: number; others: number}>()
  for (const {habit, isTranslation} of observations) {
    let count = counts.get(habit)
    if (!count) counts.set(habit, (count = {translations: 0, others: 0}))
    count[isTranslation ? 'translations' : 'others']++
  }
  return new Map(
    Array.from(counts, ([habit, {translations, others}]) => [habit, Math.max(least, Math.min(most, Math.log((translations + 1) / (others + 1))))] as const),
  )
}

/** Observations of a convention that is seldom a translation. */
interface RareHabit {
  readonly observe: (observation: 'alike' | 'unlike' | 'otherwise', times?: number) => void
  /** Whether the author translates so. */
  readonly isEstablished: () => boolean
}

/** Starts with no observations. */
export function trackRareHabit(): RareHabit {
  let odds: number = RARE_CONVENTION.prior
  return {
    observe: (observation, times = 1) => {
      odds += RARE_CONVENTION[observation] * times
    },
    isEstablished: () => odds > 0,
  }
}

/** Names of the conventions that an author is in the habit of using, from the glosses of the whole story. */
export function findConventionsInUse(glosses: readonly {readonly convention: string}[]): ReadonlySet<string> {
  const counts = countBy(glosses, 'convention')
  return new Set(Object.keys(counts).filter((convention) => (counts[convention] as number) >= MIN_GLOSSES))
}
