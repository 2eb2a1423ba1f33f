import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {annotate, createLexicon, type Dictionary} from '../../src/index.js'
import {drawAnnotations, undrawAnnotations} from '../support/drawn-stories.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const story = read('examples/story/salt-road.md')
const gold = read('examples/story/salt-road.gold.md')
const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary

test('the gold file without its marks is the story', () => {
  expect(undrawAnnotations(gold)).toBe(story)
})

test('the story is annotated as in the gold file without its dictionary', () => {
  expect(drawAnnotations(story, annotate(story).standoff)).toBe(gold)
})

test('and with its dictionary', () => {
  const {standoff} = annotate(story, {dictionaries: [vessik]})
  expect(drawAnnotations(story, standoff)).toBe(gold)
  expect(new Set(standoff.utterances.map(({lang}) => lang))).toEqual(new Set(['art-x-vessik']))
  expect(standoff.terms.filter(({headword}) => headword === undefined)).toEqual([])
})

test('the glossary learned from the story alone', () => {
  const {glossary} = annotate(story)
  const entry = (headword: string) => glossary.entries.find((candidate) => candidate.headword === headword)
  expect(entry('thessa')).toMatchObject({variants: ['thesa'], senses: [{definition: 'wind'}], certainty: 'inferred', count: 7})
  expect(entry('kelemtha')).toMatchObject({variants: ['kelentha']})
  expect(entry("na'ollim")?.senses?.[0]).toMatchObject({definition: 'my child'})
  expect(entry('Rin-Imbra')).toMatchObject({kind: 'name', senses: [{definition: 'Hester'}]})
  // A loan that its gloss repeats is not explained.
  expect(entry("ammeri'")).toMatchObject({count: 7, certainty: 'unknown'})
  expect(entry('marrudh')).toMatchObject({senses: [{definition: 'well tree'}], count: 5})
  const sorul = entry('sorul')?.evidence?.map(({start, end}) => story.slice(start, end).toLowerCase())
  expect(new Set(sorul)).toEqual(new Set(['sorul']))
})

test('words of the story are analyzed into dictionary entries and affixes', () => {
  const lexicon = createLexicon(vessik)
  const parts = (word: string) => lexicon.lookup(word)[0]?.parts.map(({headword}) => headword)
  expect(parts("na'ollim")).toEqual(["na'-", 'ollim'])
  expect(parts('sorulnu')).toEqual(['sorul', '-nu'])
  expect(parts("ke'esharath")).toEqual(["ke'-", 'eshar', '-ath'])
  expect(lexicon.lookup('kelentha')[0]?.entry.headword).toBe('kelemtha')
})
