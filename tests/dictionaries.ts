/** Dictionaries of random make: every field, and strings that break careless writers. */
import fc from 'fast-check'
import type {Dictionary, Entry} from '../src/index.js'

export const odd = fc.oneof(
  fc.string({minLength: 1, maxLength: 12, unit: 'binary'}),
  fc.string({minLength: 1, maxLength: 6}),
  fc.constantFrom(
    ...['<b>', '&amp;', ']]>', '"\'', 'a\nb', '\t', ' ', '  x ', '\r\n', '\u0000', '\ud800', '\ufffe', 'é', 'e\u0301', 'שלום', '👩‍🚀', '\u200f'],
    ...['__proto__', 'constructor', '-a', 'a-', '-', '--', '#', '=1', '[x]', 'a;b', 'a/b', "'e'", '<k>', '<entries/>', '\\'],
  ),
)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined})
const some = <T>(value: fc.Arbitrary<T>) => optional(fc.array(value, {maxLength: 3}))
const certainty = optional(fc.constantFrom('attested', 'inferred', 'unknown'))
const status = optional(fc.constantFrom('proposed', 'accepted', 'rejected'))
const seam = fc.constantFrom('y+s=ies', 'n+b=mb', '<vowel>+<vowel>=<vowel>', '+a=ya')

export const anyEntry: fc.Arbitrary<Entry> = fc.record({
  headword: odd,
  kind: optional(fc.constantFrom('word', 'name')),
  partOfSpeech: optional(odd),
  senses: some(fc.oneof(odd, fc.record({definition: odd, certainty, status}))),
  forms: some(fc.oneof(odd, fc.record({form: odd, meaning: optional(odd)}))),
  variants: some(odd),
  certainty,
  status,
  notes: optional(odd),
  see: some(odd),
  parts: some(odd),
  attachesTo: some(odd),
  gives: optional(odd),
  slot: optional(odd),
  attestations: some(fc.record({chapter: fc.nat(), paragraph: optional(fc.nat())})),
  count: optional(fc.nat()),
})

/** Entries alone: what every format of XML keeps. */
export const anyEntries: fc.Arbitrary<Dictionary> = fc.record({language: fc.constant('art-x-any'), entries: fc.array(anyEntry, {maxLength: 6})})

/** All that a dictionary can say. */
export const anyDictionary: fc.Arbitrary<Dictionary> = fc.record({
  language: fc.constantFrom('art-x-any', 'tlh', 'x-any'),
  definitionLanguage: optional(fc.constantFrom('en', 'de', 'pt-BR', 'x-any')),
  name: optional(odd),
  licence: optional(odd),
  source: optional(odd),
  spelling: optional(
    fc.record({
      letters: optional(fc.array(odd, {minLength: 1, maxLength: 3})),
      caseSensitive: optional(fc.boolean()),
      joiners: optional(fc.constantFrom("'", '-', '·\\]', '')),
      variants: optional(fc.array(fc.array(odd, {minLength: 2, maxLength: 3}), {maxLength: 2})),
      classes: fc.constant({vowel: ['a', 'e']}),
    }),
  ),
  inflection: optional(
    fc.record({
      slots: optional(fc.array(odd, {minLength: 1, maxLength: 3})),
      seams: optional(fc.array(fc.constantFrom('y+s=ies', 'n+b=mb'), {maxLength: 2})),
      compounds: optional(fc.boolean()),
    }),
  ),
  entries: fc.array(fc.record({entry: anyEntry, seams: some(seam)}), {maxLength: 6}).map((list) => list.map(({entry, seams}) => ({...entry, seams}))),
})
