/** Dictionaries for several tests: those of the project, one with every field, and random ones. */
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {annotate, type Dictionary, type Entry} from '../../src/index.js'
import {toForm, toSense, withoutRejected} from '../../src/lexicon/entry.js'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
export const vessik = JSON.parse(file('dictionaries/vessik.json')) as Dictionary
export const krypton = JSON.parse(file('dictionaries/memoirs-krypton.json')) as Dictionary
export const exampleStory = file('examples/story/salt-road.md')
export const exampleAnnotation = annotate(exampleStory)

/** A dictionary with every field. */
export const fullDictionary: Dictionary = {
  language: 'art-x-vessik',
  name: 'Vessik & its "kin" <old>',
  licence: 'CC0-1.0',
  source: 'Invented, for tests',
  spelling: {letters: ['a', 'ch', '<'], joiners: "'", variants: [["'", '’']], classes: {vowel: ['a', 'e']}},
  inflection: {slots: ['case'], seams: ['a+a=a'], compounds: true},
  entries: [
    {
      headword: "na'ollim",
      kind: 'word',
      partOfSpeech: 'noun:animate',
      pronunciation: 'naˈʔolːim, /naʔ/',
      caseSensitive: true,
      senses: [{definition: 'my child; <b>mine</b> & no other', certainty: 'attested', status: 'accepted'}, {definition: 'love'}],
      forms: [{form: "na'ollimnu", meaning: 'my children'}, {form: "na'ollimei"}],
      variants: ['na’ollim', "NA'OLLIM"],
      certainty: 'inferred',
      notes: 'Said softly.\n\n  Twice.',
      see: ['ollim', 'no such word'],
      attestations: [{work: 'The Salt Road', chapter: 1, paragraph: 12}, {paragraph: 3}, {work: 'A song'}],
      parts: ["na'-", 'ollim'],
      status: 'proposed',
      count: 3,
    },
    {
      headword: "na'-",
      partOfSpeech: 'prefix',
      senses: [{definition: 'my'}],
      attachesTo: ['noun', 'name'],
      gives: 'noun',
      slot: 'case',
      seams: ['a+a=a', '+n=m'],
    },
    {headword: 'ollim', senses: [{definition: 'child'}]},
    {headword: 'ollim', kind: 'name', senses: [{definition: 'a girl’s name', certainty: 'unknown'}]},
    {headword: 'vu thessa', partOfSpeech: 'phrase'},
    {headword: '-in-'},
    {headword: '__proto__', senses: [{definition: 'constructor'}]},
  ],
}

/** Strings that break careless writers. */
const odd = fc.oneof(
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

const anyEntry: fc.Arbitrary<Entry> = fc.record({
  headword: odd,
  kind: optional(fc.constantFrom('word', 'name')),
  partOfSpeech: optional(odd),
  pronunciation: optional(odd),
  caseSensitive: optional(fc.boolean()),
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

/** Entries without dictionary fields, which every XML format preserves. */
export const arbitraryEntries: fc.Arbitrary<Dictionary> = fc.record({language: fc.constant('art-x-any'), entries: fc.array(anyEntry, {maxLength: 6})})

/** Dictionaries with any fields. */
export const arbitraryDictionary: fc.Arbitrary<Dictionary> = fc.record({
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

/** Replaces characters that XML does not allow. */
const printable = (text: string) => text.replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r\x7f-\x9f])\p{Cc}/gu, '\ufffd')

/** Returns a dictionary as it should be after a round trip through an XML format: no evidence, nothing rejected, senses and forms as objects. */
export function expectedAfterRoundTrip(dictionary: Dictionary, fold: (text: string) => string = (text) => text): Dictionary {
  const entries = withoutRejected(dictionary).entries.map(({evidence: _, ...entry}) => {
    const fields = {...entry, senses: entry.senses?.map(toSense), forms: entry.forms?.map(toForm)}
    const said = JSON.parse(JSON.stringify(fields), (key, value) =>
      typeof value !== 'string' ? value : key === 'notes' ? printable(value) : fold(printable(value)),
    )
    return Object.fromEntries(Object.entries(said).filter(([, value]) => !(Array.isArray(value) && value.length === 0))) as unknown as Entry
  })
  const {$schema: _, ...rest} = dictionary
  return {...rest, entries}
}

/** Entries with parts that readers see and parts that they do not. */
export const readerDictionary: Dictionary = {
  language: 'art-x-odd',
  entries: [
    {
      headword: 'sorul',
      partOfSpeech: 'noun',
      variants: ['soruul'],
      senses: [{definition: 'lamp', certainty: 'attested'}, 'light', {definition: 'fish', status: 'rejected'}],
      certainty: 'inferred',
      forms: [{form: 'sorulnu', meaning: 'lamps'}, 'soruli'],
      notes: 'Never *put out*.',
      see: ['kessu', 'nowhere'],
      count: 3,
    },
    {headword: 'kessu', certainty: 'unknown'},
    {headword: 'rubbish', status: 'rejected'},
  ],
}

/** Strings that look like markup in Markdown, HTML and their dialects. */
const markup = fc
  .oneof(
    fc.array(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '~',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '#',
        '-',
        '+',
        '|',
        '\\',
        '&',
        'amp;',
        '1.',
        ' ',
        '\n',
        'a',
        'é',
        '🜁',
        ':',
        '//',
        'http',
        'www.',
        '@',
        '^',
        '=',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    fc.constantFrom(
      ['*a*'],
      ['[x]'],
      ['<b>'],
      ['<script>alert(1)</script>'],
      ['[^1]'],
      ['![x](javascript:alert(1))'],
      ['- [ ] a'],
      ['~~a~~'],
      ['a\n===\nb'],
      ['שלום'],
      ['__proto__'],
    ),
  )
  .map((parts) => parts.join(''))
const markupEntry = fc.record({
  headword: markup,
  senses: fc.array(markup, {minLength: 1, maxLength: 2}),
  notes: markup,
  partOfSpeech: markup,
  variants: fc.array(markup, {maxLength: 2}),
})
export const arbitraryMarkupDictionary = fc.array(markupEntry, {minLength: 1, maxLength: 4}).map((entries): Dictionary => ({language: 'art-x-odd', entries}))
