/** The places in which a word was read: which of them say the same, and what they teach. */

import type {Entry, EvidencePlace} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {byValue, flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'

const isSamePlace = (a: EvidencePlace, b: EvidencePlace): boolean => a.start === b.start && a.end === b.end && a.work === b.work

/** Evidence with the form that it has, whatever the headword is. */
export interface Spelt {
  readonly place: EvidencePlace
  readonly form: string
}
const speltOf = ({headword, evidence = []}: Entry): Spelt[] => map(evidence, (place) => ({place, form: place.form ?? headword}))

/** A place, and nothing of what its word means there. */
export function unexplained(place: EvidencePlace): EvidencePlace {
  if (place.meaning === undefined && place.confidence === undefined) return place
  const {meaning, confidence, ...rest} = place
  return rest
}

/** What a place of an entry with this headword says; the form, where there is one, last. */
export function evidenced({place, form}: Spelt, headword: string): EvidencePlace {
  if (place.form === undefined) return form === headword ? place : withFields(place, {form})
  // Of most places it stands there already, and a copy costs more than a look.
  if (form !== headword && Object.keys(place).at(-1) === 'form') return place
  const {form: _, ...rest} = place
  return form === headword ? rest : withFields(rest, {form})
}

/** By place, then by what is said of it. Asked for every two places of a common word in an archive, so no list of criteria is gone through. */
const byPlace = (a: EvidencePlace, b: EvidencePlace): number => byValue(a.work, b.work) || byValue(a.start, b.start) || byValue(a.end, b.end)
const byPlaceAndSaying = ({place: a, form: formOfA}: Spelt, {place: b, form: formOfB}: Spelt): number =>
  byPlace(a, b) ||
  byValue(a.meaning, b.meaning) ||
  byValue(b.confidence ?? 0, a.confidence ?? 0) ||
  byValue(formOfA, formOfB) ||
  byValue(a.translation?.start, b.translation?.start) ||
  byValue(a.translation?.end, b.translation?.end)

/**
 * The evidence of all, in order. What two say differently of one place is kept twice, where neither may overrule the other; that somebody
 * says nothing of it is no difference.
 */
export function evidenceOf(entries: readonly Entry[]): readonly Spelt[] {
  const all = flatMap(entries, speltOf)
  // What one story says comes in its order, and of each place once.
  if (all.every(({place}, index) => index === 0 || byPlace((all[index - 1] as Spelt).place, place) < 0)) return all
  all.sort(byPlaceAndSaying)
  // In this order what is said of one place stands together, what says nothing last.
  return all.filter((own, index) => {
    const before = all[index - 1]
    return !before || !isSamePlace(own.place, before.place) || (own.place.meaning !== undefined && own.place.meaning !== before.place.meaning)
  })
}

/** How many places there are, of evidence in order. */
export const placesIn = (evidence: readonly Spelt[]): number =>
  evidence.reduce((sum, {place}, index) => sum + Number(index === 0 || !isSamePlace(place, (evidence[index - 1] as Spelt).place)), 0)

/** A meaning that was read. */
export interface Learnt {
  readonly definition: string
  /** Of the confidence that places have in it, in ten-thousandths; and the most that one has. */
  readonly sum: number
  readonly best: number
}

/** Of two ways to print a meaning, the one in small letters, else the first in the order of their text. */
const sooner = (a: string, b: string): string => ((Number(/^\p{Lu}/u.test(a)) - Number(/^\p{Lu}/u.test(b)) || byValue(a, b)) <= 0 ? a : b)

/** Confidence is summed in whole ten-thousandths: sums of fractions depend on their order. */
const whole = (confidence: number): number => Math.round(confidence * 1e4)

/** What places teach. */
export function learntOf(evidence: readonly Spelt[]): readonly Learnt[] {
  const found = new Map<string, {-readonly [Field in keyof Learnt]: Learnt[Field]}>()
  for (const {
    place: {meaning, confidence = 0},
  } of evidence) {
    if (meaning === undefined) continue
    const key = fold(meaning)
    const own = found.get(key)
    if (!own) {
      found.set(key, {definition: meaning, sum: whole(confidence), best: confidence})
      continue
    }
    if (own.definition !== meaning) own.definition = sooner(meaning, own.definition)
    own.sum += whole(confidence)
    own.best = Math.max(own.best, confidence)
  }
  return [...found.values()]
}
