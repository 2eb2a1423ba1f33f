/** The lines that formats quote for a word. */
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {examplesFrom} from '../src/formats/examples.js'
import {type AnnotatedStory, annotate, type Entry} from '../src/index.js'

const source = readFileSync(new URL('../examples/story/salt-road.md', import.meta.url), 'utf8')
const {glossary, standoff} = annotate(source)
const entryOf = (headword: string) => glossary.entries.find((entry) => entry.headword === headword) as Entry

test('a word is shown in the line that it stands in, with its translation', () => {
  const [example] = examplesFrom([{source, standoff}])(entryOf('ulmeth'))
  expect(example).toMatchObject({text: "Na'ollim ulmeth,", translation: 'My child is lost.'})
})

test('translated lines come first, and no line comes twice', () => {
  for (const entry of glossary.entries) {
    const examples = examplesFrom([{source, standoff}])(entry)
    const translated = examples.map(({translation}) => translation !== undefined)
    expect(translated).toEqual([...translated].sort((a, b) => Number(b) - Number(a)))
    expect(new Set(examples.map(({utterance}) => utterance)).size).toBe(examples.length)
  }
})

test('evidence finds its own story', () => {
  const line = (work: string, text: string): AnnotatedStory => ({
    work,
    source: text,
    standoff: {utterances: [{id: 'u1', start: 0, end: text.length, lang: 'art-x-vessik', confidence: 1, clues: []}], glosses: [], terms: [], links: []},
  })
  const examplesOf = examplesFrom([line('one', 'Vei talin.'), line('two', 'Oth\ntalin.')])
  const shown = (work?: string) => examplesOf({headword: 'talin', evidence: [{work, start: 4, end: 9}]}).map(({text}) => text)
  expect([shown('one'), shown('two'), shown('three'), shown()]).toEqual([['Vei talin.'], ['Oth talin.'], [], []])
  expect(examplesFrom()({headword: 'talin', evidence: [{start: 4, end: 9}]})).toEqual([])
})
