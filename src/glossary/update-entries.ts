import maxBy from 'lodash-es/maxBy.js'
import {isAffix, meaningFromReadings} from '../lexicon/entry.js'
import type {Entry, EvidencePlace, Reading} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {isCapitalized} from '../prose/word-shape.js'
import {flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import {withoutMeaning} from './evidence.js'
import type {WordUse} from './types.js'

const isInflected = ({steps}: Reading): boolean => steps.some(({kind}) => kind === 'prefix' || kind === 'suffix' || kind === 'infix' || kind === 'form')

/** Returns the dictionary entries that explain the words, and the entries of their affixes, with the forms and places found in the story. */
export function updateEntries(uses: readonly WordUse[]): Entry[] {
  const found = new Map<Entry, {evidence: EvidencePlace[]; forms: Map<string, WordUse[]>}>()
  const recordOf = (entry: Entry) => {
    const record = found.get(entry) ?? {evidence: [], forms: new Map<string, WordUse[]>()}
    found.set(entry, record)
    return record
  }
  // The glyph of the apostrophe is not significant: a form is printed as at its first occurrence.
  const printed = new Map<string, string>()
  const firstPrinted = (surface: string): string => {
    const key = fold(surface)
    if (!printed.has(key)) printed.set(key, surface)
    return printed.get(key) as string
  }
  for (const use of uses) {
    const {term, place, reading} = use
    if (!reading) continue
    const {entry, parts, steps} = reading
    const record = recordOf(entry)
    const surface = isCapitalized(entry.headword) ? term.surface : term.surface.toLowerCase()
    const form = steps.find(({kind}) => kind === 'form')?.from ?? firstPrinted(surface)
    // The translation of an inflected form is not the meaning of its headword.
    const unexplained = withoutMeaning(place)
    const inflected = isInflected(reading)
    record.evidence.push(fold(form) === fold(entry.headword) ? place : withFields(inflected ? unexplained : place, {form}))
    if (inflected) record.forms.set(form, [...(record.forms.get(form) ?? []), use])
    for (const affix of parts) if (affix !== entry && isAffix(affix)) recordOf(affix).evidence.push(withFields(unexplained, {form}))
  }
  return Array.from(found, ([entry, {evidence, forms}]): Entry => {
    const listed = new Set(map(entry.forms ?? [], (form) => (typeof form === 'string' ? form : form.form)))
    const newForms = [...forms].filter(([form]) => !listed.has(form))
    const spellings = isAffix(entry) ? [] : flatMap(evidence, ({form}) => (form === undefined || forms.has(form) ? [] : form))
    return {
      ...entry,
      forms: [
        ...(entry.forms ?? []),
        ...map(newForms, ([form, formUses]) => {
          const meaning = maxBy(formUses, ({place}) => place.confidence ?? 0)?.place.meaning
          return meaning === undefined ? form : {form, meaning}
        }),
      ],
      variants: [...(entry.variants ?? []), ...spellings],
      evidence: isAffix(entry) || meaningFromReadings([{entry, parts: [entry], steps: [], score: 1}]) !== undefined ? map(evidence, withoutMeaning) : evidence,
    }
  })
}
