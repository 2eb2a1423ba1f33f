import * as fc from 'fast-check'
import type {Glossary} from '../../src/index.js'

/** Small glossaries with many common words and places. */
export const arbitraryGlossary = (language = 'art-x-vessik'): fc.Arbitrary<Glossary> => {
  const word = fc.constantFrom('vess', 'vesh', 'Vess', 'ollim', "na'-", 'Tam')
  const meaning = fc.constantFrom('salt', 'Salt', 'sea', 'a salt')
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined})
  const status = optional(fc.constantFrom('proposed' as const, 'accepted' as const, 'rejected' as const))
  const place = fc.record({
    work: optional(fc.constantFrom('one', 'two')),
    start: fc.constantFrom(0, 5, 9),
    meaning: optional(meaning),
    form: optional(word),
    confidence: fc.constantFrom(0.45, 0.6, 0.85, 0.9),
  })
  const entry = fc.record({
    headword: word,
    kind: optional(fc.constantFrom('word' as const, 'name' as const)),
    partOfSpeech: optional(fc.constantFrom('noun', 'verb')),
    senses: optional(
      fc.array(fc.oneof(meaning, fc.record({definition: meaning, status, certainty: optional(fc.constantFrom('attested' as const, 'inferred' as const))})), {
        maxLength: 3,
      }),
    ),
    forms: optional(fc.array(fc.oneof(word, fc.record({form: word, meaning})), {maxLength: 2})),
    variants: optional(fc.array(word, {maxLength: 2})),
    notes: optional(fc.constantFrom('One.', 'Two.', 'One.\n\nTwo.')),
    see: optional(fc.array(word, {maxLength: 2})),
    parts: optional(fc.array(word, {minLength: 1, maxLength: 2})),
    attestations: optional(fc.array(fc.record({chapter: optional(fc.nat(12)), paragraph: optional(fc.nat(12))}), {maxLength: 2})),
    status,
    count: optional(fc.nat(4)),
    evidence: optional(fc.array(place, {maxLength: 4}).map((places) => places.map((own) => ({...own, end: own.start + 4})))),
  })
  const clean = <T extends object>(fields: T): T => JSON.parse(JSON.stringify(fields)) as T
  return fc.array(entry, {maxLength: 6}).map((entries) => clean({language, entries}) as Glossary)
}
