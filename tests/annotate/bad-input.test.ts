/** Any string is annotated without an exception, in linear time. */
import fc from 'fast-check'
import type {Paragraph, Text} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {annotate, type Format} from '../../src/index.js'
import {byTurns, randomInputs} from '../support/random-inputs.js'

const FORMATS: Format[] = ['markdown', 'text', 'html']
const line = '“Orreth sulvane mirrod.” (Good evening, traveller.) '
const uniqueWord = (index: number) => `z${index.toString(26).replace(/\d/gu, (digit) => 'bcdfghjklm'[Number(digit)]!)}u`

const INPUTS: [string, string][] = [
  ['an empty string', ''],
  ['150 KB of (', '('.repeat(1.5e5)],
  ['brackets in brackets', '('.repeat(2e4) + ')'.repeat(2e4)],
  ['empty brackets', '()[]'.repeat(2e4)],
  ['150 KB of quotation marks', '"'.repeat(1.5e5)],
  ['opening marks only', '“‘«„'.repeat(2e4)],
  ['apostrophes', "'’".repeat(3e4)],
  ['unclosed single quotation marks', '‘a '.repeat(2e4)],
  ['unpaired surrogates', `${'\ud800'.repeat(1e4)} “\udc00 sulvane \ud83d.” (\udfff)`],
  ['NUL', '\0'.repeat(2e4)],
  ['5,000 words in one paragraph', line.repeat(625)],
  ['a thousand brackets after one utterance', `“Orreth sulvane mirrod.” ${'(Good evening.) '.repeat(1000)}`],
  ['a thousand utterances before one bracket', `${'“Orreth sulvane mirrod.” '.repeat(1000)}(Good evening.)`],
  ['5,000 different invented words', `“${Array.from({length: 5_000}, (_, index) => uniqueWord(index)).join(' ')}.”`],
  ['one word of 150 KB', 'a'.repeat(1.5e5)],
  ['one word of apostrophes and hyphens', "a'b-".repeat(2e4)],
  ['full stops', '. … ! '.repeat(2e4)],
  ['paragraphs of one letter', 'a\n\n'.repeat(1e4)],
  ['only line endings', '\n'.repeat(2e4)],
  ['combining marks on one letter', `e${'\u0301'.repeat(2e4)}`],
  ['right-to-left text', '«שלום עולם, זה סיפור» (hello world) "مرحبا بالعالم" (hello)'],
  ['names of object members', '“__proto__ constructor toString hasOwnProperty valueOf,” he said. (I am here.) “__proto__!” The constructor (builder) left.'],
  ['unclosed emphasis', '*a_ '.repeat(2e4)],
  ['unclosed links', '[a]('.repeat(2.5e4)],
  ['block quotes in block quotes', `${'>'.repeat(2e4)}a`],
  ['lists in lists', Array.from({length: 140}, (_, index) => `${' '.repeat(2 * index)}- a`).join('\n')],
  ['headings', 'a\n=\n'.repeat(4e3)],
  ...['[', ']', '{', '}', ':line[', '[a]{'].map((text): [string, string] => [`100 KB of ${text}`, text.repeat(1e5 / text.length)]),
  ['entities', '&amp;&#0;&#xD800;&bogus;'.repeat(1e3)],
]

/** Milliseconds, many times what they take on a busy machine: with time that grows as the square, most would take longer. */
const TIMEOUT = 20_000

describe.each(FORMATS)('%s', (format) => {
  // Markdown, which has most to read in them, takes all; the others share them.
  test.each(byTurns(INPUTS, format === 'markdown' ? 1 : 2, FORMATS.indexOf(format)))('%s', {timeout: TIMEOUT}, (_, source) => {
    const {standoff} = annotate(source, {format})
    const spans = [...standoff.utterances, ...standoff.glosses, ...standoff.terms]
    expect(spans.filter(({start, end}) => !(start < end && end <= source.length))).toEqual([])
  })
})

test('half a megabyte of [ ] { } is text', () => {
  const source = '[{]}'.repeat(125_000)
  const [paragraph] = annotate(source).tree.children as [Paragraph]
  expect((paragraph.children[0] as Text).value.length).toBe(source.length)
})

test('marks are text only in a paragraph that has thousands of them', () => {
  const many = '[x] *a* _b_ `c` &amp; \\* <b> '.repeat(400)
  const source = `*Mute* line.\n***\n\n${many}\n* * *\n“Orreth sulvane *mirrod.*” (Good evening.)\n\n~~~js [meta]\nco*de\n~~~\n\n*“Vennu okresh tal.”*`
  const {tree, standoff} = annotate(source)
  expect(tree.children.map(({type}) => type)).toEqual(['paragraph', 'thematicBreak', 'paragraph', 'thematicBreak', 'paragraph', 'code', 'paragraph'])
  expect(textOf(tree)).toContain('[x] *a* _b_ `c` & ')
  expect(textOf(tree)).toContain('co*de')
  expect([0, 6].map((index) => (tree.children[index] as Paragraph).children[0]?.type)).toEqual(['emphasis', 'emphasis'])
  expect(standoff.utterances.map(({start, end}) => source.slice(start, end))).toContain('Orreth sulvane *mirrod.')
})

test('any string gives a tree', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 400}), fc.constantFrom(...FORMATS), (source, format) => {
      expect(annotate(source, {format}).tree.type).toBe('root')
    }),
    randomInputs(20),
  )
})

// Half a minute: with random inputs only, `FUZZ=60`.
test.skipIf(!process.env.FUZZ)('a list of 130,000 translations, more than the maximum of call arguments', () => {
  expect(annotate(`Translations:\n\n${'zelu - star\n'.repeat(130_000)}`, {format: 'text'}).tree.type).toBe('root')
})

test('names of object members are ordinary words', () => {
  const {standoff, glossary} = annotate('“Orreth __proto__ sulvane!” (Good evening, traveller.)\n\n“Orreth constructor mirrod.” (Good night, traveller.)')
  expect(standoff.utterances).toHaveLength(2)
  expect(glossary.entries.map(({headword}) => headword)).toContain('constructor')
  expect(({} as Record<string, unknown>).sulvane).toBeUndefined()
})
