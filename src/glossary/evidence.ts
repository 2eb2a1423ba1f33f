/** The places where a word was found: merging them, and the meanings that they support. */

import type {Entry, EvidencePlace} from '../lexicon/types.js'
import {compareValues, flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import {hasArticle, meaningKey} from './meaning-key.js'

const isSamePlace = (a: EvidencePlace, b: EvidencePlace): boolean => a.start === b.start && a.end === b.end && a.work === b.work

/** Evidence with its form, which does not depend on the headword. */
export interface SpelledEvidence {
  readonly place: EvidencePlace
  readonly form: string
}
const toSpelledEvidence = ({headword, evidence = []}: Entry): SpelledEvidence[] => map(evidence, (place) => ({place, form: place.form ?? headword}))

/** Returns the place without the meaning of the word there. */
export function withoutMeaning(place: EvidencePlace): EvidencePlace {
  if (place.meaning === undefined && place.confidence === undefined) return place
  const {meaning, confidence, ...rest} = place
  return rest
}

/** Converts evidence of an entry with this headword; the form, if any, is the last field. */
export function toEvidencePlace({place, form}: SpelledEvidence, headword: string): EvidencePlace {
  if (place.form === undefined) return form === headword ? place : withFields(place, {form})
  // Usually the form is already last; checking is cheaper than copying.
  if (form !== headword && Object.keys(place).at(-1) === 'form') return place
  const {form: _, ...rest} = place
  return form === headword ? rest : withFields(rest, {form})
}

/** Compares by place, then by content. A plain function, since it is called for all pairs of places of common words. */
const comparePlaces = (a: EvidencePlace, b: EvidencePlace): number =>
  compareValues(a.work, b.work) || compareValues(a.start, b.start) || compareValues(a.end, b.end)
const compareEvidence = ({place: a, form: formOfA}: SpelledEvidence, {place: b, form: formOfB}: SpelledEvidence): number =>
  comparePlaces(a, b) ||
  compareValues(a.meaning, b.meaning) ||
  compareValues(b.confidence ?? 0, a.confidence ?? 0) ||
  compareValues(formOfA, formOfB) ||
  compareValues(a.translation?.start, b.translation?.start) ||
  compareValues(a.translation?.end, b.translation?.end)

/**
 * Merges the evidence of several entries, sorted. If two entries differ about one place, both versions are kept; a version without a meaning yields
 * to one with a meaning.
 */
export function mergeEvidence(entries: readonly Entry[]): readonly SpelledEvidence[] {
  const all = flatMap(entries, toSpelledEvidence)
  // The evidence of a single story is already sorted and unique.
  if (all.every(({place}, index) => index === 0 || comparePlaces((all[index - 1] as SpelledEvidence).place, place) < 0)) return all
  all.sort(compareEvidence)
  // Versions of one place are now adjacent, those without a meaning last.
  return all.filter((item, index) => {
    const before = all[index - 1]
    return !before || !isSamePlace(item.place, before.place) || (item.place.meaning !== undefined && item.place.meaning !== before.place.meaning)
  })
}

/** Counts the distinct places in sorted evidence. */
export const countPlaces = (evidence: readonly SpelledEvidence[]): number =>
  evidence.reduce((sum, {place}, index) => sum + Number(index === 0 || !isSamePlace(place, (evidence[index - 1] as SpelledEvidence).place)), 0)

/** A meaning found in the evidence. */
export interface MeaningSupport {
  readonly definition: string
  /** The sum of the confidences of its places, in ten-thousandths, and the highest confidence. */
  readonly sum: number
  readonly best: number
}

/** Returns the one of two spellings of a meaning that has no article, else the lowercase one, else the first in text order. */
const preferredSpelling = (a: string, b: string): string =>
  (Number(hasArticle(a)) - Number(hasArticle(b)) || Number(/^\p{Lu}/u.test(a)) - Number(/^\p{Lu}/u.test(b)) || compareValues(a, b)) <= 0 ? a : b

/** Confidences are summed as integers, since sums of fractions depend on their order. */
const toTenThousandths = (confidence: number): number => Math.round(confidence * 1e4)

/** Returns the meanings in the evidence. */
export function collectMeanings(evidence: readonly SpelledEvidence[]): readonly MeaningSupport[] {
  const found = new Map<string, {-readonly [Field in keyof MeaningSupport]: MeaningSupport[Field]}>()
  for (const {
    place: {meaning, confidence = 0},
  } of evidence) {
    if (meaning === undefined) continue
    const key = meaningKey(meaning)
    const support = found.get(key)
    if (!support) {
      found.set(key, {definition: meaning, sum: toTenThousandths(confidence), best: confidence})
      continue
    }
    if (support.definition !== meaning) support.definition = preferredSpelling(meaning, support.definition)
    support.sum += toTenThousandths(confidence)
    support.best = Math.max(support.best, confidence)
  }
  return [...found.values()]
}
