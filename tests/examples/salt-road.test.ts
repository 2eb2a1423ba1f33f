import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {annotate, createLexicon, type Dictionary} from '../../src/index.js'
import {draw, undraw} from '../support/drawn.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const story = read('examples/story/salt-road.md')
const gold = read('examples/story/salt-road.gold.md')
const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary

test('the drawn story is the story', () => {
  expect(undraw(gold)).toBe(story)
})

test('the example story is read as drawn, without its dictionary', () => {
  expect(draw(story, annotate(story).standoff)).toBe(gold)
})

test('and with it', () => {
  const {standoff} = annotate(story, {dictionaries: [vessik]})
  expect(draw(story, standoff)).toBe(gold)
  expect(new Set(standoff.utterances.map(({lang}) => lang))).toEqual(new Set(['art-x-vessik']))
  expect(standoff.terms.filter(({headword}) => headword === undefined)).toEqual([])
})

test('what the story alone teaches of its language', () => {
  const {glossary} = annotate(story)
  const entry = (headword: string) => glossary.entries.find((candidate) => candidate.headword === headword)
  expect(entry('thessa')).toMatchObject({variants: ['thesa'], senses: [{definition: 'wind'}], certainty: 'attested', count: 7})
  expect(entry('kelemtha')).toMatchObject({variants: ['kelentha']})
  expect(entry("na'ollim")?.senses?.[0]).toMatchObject({definition: 'my child'})
  expect(entry('Rin-Imbra')).toMatchObject({kind: 'name', senses: [{definition: 'Hester'}]})
  // A loan that a gloss keeps explains nothing.
  expect(entry("ammeri'")).toMatchObject({count: 7, certainty: 'unknown'})
  expect(entry('marrudh')).toMatchObject({senses: [{definition: 'well tree'}], count: 5})
  const sorul = entry('sorul')?.evidence?.map(({start, end}) => story.slice(start, end).toLowerCase())
  expect(new Set(sorul)).toEqual(new Set(['sorul']))
})

test('every word of the dictionary that the story uses is read with its affixes', () => {
  const lexicon = createLexicon(vessik)
  const parts = (word: string) => lexicon.lookup(word)[0]?.parts.map(({headword}) => headword)
  expect(parts("na'ollim")).toEqual(["na'-", 'ollim'])
  expect(parts('sorulnu')).toEqual(['sorul', '-nu'])
  expect(parts("ke'esharath")).toEqual(["ke'-", 'eshar', '-ath'])
  expect(lexicon.lookup('kelentha')[0]?.entry.headword).toBe('kelemtha')
})
