/** The utterances that formats quote for a word. */
import {readFileSync} from 'node:fs'
import type {Blockquote} from 'mdast'
import {expect, test} from 'vitest'
import {createExampleFinder, utteranceTextIn} from '../../src/formats/shared/examples.js'
import {type AnnotatedStory, annotate, type Entry, type StandoffUtterance} from '../../src/index.js'

const source = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
const {glossary, standoff} = annotate(source)
const utteranceNode = (id: string) => ({type: 'utterance' as const, id, lang: 'art-x-vessik', confidence: 1, clues: []})
const entryOf = (headword: string) => glossary.entries.find((entry) => entry.headword === headword) as Entry

test('finds the utterance that contains a word, with its translation', () => {
  const [example] = createExampleFinder([{source, standoff}])(entryOf('ulmeth'))
  expect(example).toMatchObject({text: "Na'ollim ulmeth,", translation: 'My child is lost.'})
})

test('translated utterances come first, without duplicates', () => {
  for (const entry of glossary.entries) {
    const examples = createExampleFinder([{source, standoff}])(entry)
    const translated = examples.map(({translation}) => translation !== undefined)
    expect(translated).toEqual([...translated].sort((a, b) => Number(b) - Number(a)))
    expect(new Set(examples.map(({utterance}) => utterance)).size).toBe(examples.length)
  }
})

test('evidence belongs to the story with the same `work`', () => {
  const line = (work: string, text: string): AnnotatedStory => ({
    work,
    source: text,
    standoff: {utterances: [{id: 'u1', start: 0, end: text.length, lang: 'art-x-vessik', confidence: 1, clues: []}], glosses: [], terms: [], links: []},
  })
  const examplesOf = createExampleFinder([line('one', 'Vei talin.'), line('two', 'Oth\ntalin.')])
  const shown = (work?: string) => examplesOf({headword: 'talin', evidence: [{work, start: 4, end: 9}]}).map(({text}) => text)
  expect([shown('one'), shown('two'), shown('three'), shown()]).toEqual([['Vei talin.'], ['Oth talin.'], [], []])
  expect(createExampleFinder()({headword: 'talin', evidence: [{start: 4, end: 9}]})).toEqual([])
})

const markdown = '“Orreth *sul*vane,<br>\n**mir`r`od** <!-- no -->tal \\*okresh\\*.” He bowed. (Good evening, &amp; welcome, traveller of the north.)\n'
const page =
  '<p>“Orreth <em>sul</em>vane,<br>\n<b>mir<code>r</code>od</b> <!-- no -->tal *okresh*.” He bowed. (Good evening, &amp; welcome, traveller of the north.)</p>'
test.each([
  ['markdown', markdown],
  ['html', page],
] as const)('quotes an utterance as its tree displays it: %s', (format, source) => {
  const dictionaries = [{language: 'art-x-o', entries: ['orreth', 'sulvane', 'mirrod', 'tal', 'okresh'].map((headword) => ({headword}))}]
  const story = {...annotate(source, {format, dictionaries}), source}
  const {utterances} = story.standoff
  expect(utterances).toHaveLength(1)
  const [utterance] = utterances as [StandoffUtterance]
  const [shown, plain] = [story, {...story, tree: undefined}].map((one) => utteranceTextIn(one)(utterance))
  expect(shown).toMatch(/^Orreth sulvane, mirrod tal \*okresh\*\.$/u)
  expect(plain).toContain('<!-- no -->')
})

test('two hundred thousand utterances are found in linear time, in a tree of any depth', () => {
  const children = Array.from({length: 200_000}, (_, i) => ({...utteranceNode(`u${i}`), children: [{type: 'text' as const, value: `Vei ${i}.`}]}))
  let deep: Blockquote = {type: 'blockquote', children: [{type: 'paragraph', children}]}
  for (let depth = 0; depth < 20_000; depth++) deep = {type: 'blockquote', children: [deep]}
  const textOf = utteranceTextIn({source: '', standoff: {utterances: [], glosses: [], terms: [], links: []}, tree: {type: 'root', children: [deep]}})
  expect(textOf({...utteranceNode('u199999'), start: 0, end: 0})).toBe('Vei 199999.')
})
