/** Annotations as editable marks in Markdown, and removing works from glossaries. */
import {readFileSync} from 'node:fs'
import {toMarkdown} from 'mdast-util-to-markdown'
import {describe, expect, test} from 'vitest'
import {forgetWorks} from '../../src/glossary/forget-works.js'
import {annotate, mergeGlossaries, xenoglossToMarkdown} from '../../src/index.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const marked = (source: string) => toMarkdown(annotate(source).tree, {extensions: [xenoglossToMarkdown({marks: true})], emphasis: '_'})

describe.each(['examples/story/salt-road.md', 'examples/reader/the-lamp.md'])('%s, printed with marks', (path) => {
  const story = read(path)

  test('keeps its utterances and translations', () => {
    const lines = (source: string) => annotate(source).standoff.utterances.map(({start, end, translation}) => [source.slice(start, end), translation])
    expect(lines(marked(story))).toEqual(lines(story))
  })

  test('is printed unchanged the second time', () => {
    expect(marked(marked(story))).toBe(marked(story))
  })
})

test('marks contain only what was found, and corrections in them are respected', () => {
  expect(marked('Nothing was said (not a word).\n')).toBe('Nothing was said (not a word).\n')
  const story = '“Sorul vessin thal,” said Oda, and lit a *kettu*. (The lamp is lit.)\n'
  const text = marked(story)
  expect(text).toContain(':line[Sorul vessin thal,]')
  expect(text).toContain('(:gloss[The lamp is lit.])')
  const corrected = annotate(text.replace(':line[Sorul vessin thal,]', ':host[Sorul vessin thal,]'))
  expect(corrected.standoff.utterances).toEqual([])
  // The author's own marks are unchanged.
  const own = '“:line[Sorul]{translation="The lamp"}” said Oda.\n'
  expect(marked(own)).toBe(own)
})

test('works can be removed from a glossary and merged again', () => {
  const learn = (work: string, text: string) => annotate(text, {work}).glossary
  const one = learn('one', '“Sorul vessin,” said Oda. (The lamp is lit.) “Kettu vessin,” she said. (The water is lit.)')
  const two = learn('two', '“Sorul thalin,” said Oda. (The lamp is out.)')
  const both = mergeGlossaries([one, two])
  expect(mergeGlossaries([forgetWorks(both, new Set(['two'])), two])).toEqual(both)
  const entries = forgetWorks(both, new Set(['two'])).entries.map(({headword}) => headword)
  expect(entries).toContain('sorul')
  expect(entries).not.toContain('thalin')
  const decided = {
    ...both,
    entries: both.entries.map((entry) => (entry.headword === 'thalin' ? {...entry, status: 'accepted' as const, senses: ['dark']} : entry)),
  }
  expect(forgetWorks(decided, new Set(['one', 'two'])).entries.map(({headword, count, evidence}) => ({headword, count, evidence}))).toEqual([
    {headword: 'thalin'},
  ])
})
