/** Syntax of other Markdown dialects, and attributes of word processors, that say nothing or something of languages. */
import {toString as toText} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {annotate, type Format} from '../../src/index.js'

const read = (source: string, format: Format) => {
  const {standoff} = annotate(source, {format})
  return standoff.utterances.map(({start, end, translation, lang}) => ({line: source.slice(start, end), translation, lang}))
}
const LINE = {translation: 'I am here.', lang: 'art-x-unknown'}

describe('Markdown', () => {
  test.each([
    ['Obsidian’s link', '“[[Brask kvell]] othim,” she said. (I am here.)', LINE],
    ['Obsidian’s link with another text', '“[[The hill|Brask]] kvell othim,” she said. (I am here.)', LINE],
    ['Obsidian’s comment', '“Brask kvell %%sure?%% othim,” she said. (I am here.)', LINE],
    ['a spoiler', '“||Brask|| kvell othim,” she said. (I am here.)', LINE],
    ['an inline note', '“Brask kvell othim,”^[I am here.] she said.', LINE],
    ['Pandoc’s span', '“[Brask kvell othim]{lang=art-x-foo},” she said. (I am here.)', {...LINE, lang: 'art-x-foo'}],
    ['Pandoc’s span, an emphasis inside', '“[*Brask* kvell othim]{.foreign},” she said. (I am here.)', LINE],
  ])('%s', (_, source, expected) => {
    const [found, ...others] = read(source, 'markdown')
    expect(others).toEqual([])
    expect(found).toMatchObject(expected)
    expect(
      annotate(source)
        .glossary.entries.map(({headword}) => headword.toLowerCase())
        .sort(),
    ).toEqual(['brask', 'kvell', 'othim'])
  })

  test('Pandoc’s span in the host language is no line', () => expect(read('“[Brask kvell othim]{lang=en},” she said.', 'markdown')).toEqual([]))

  test('what is not closed is text', () => {
    const source = 'He wrote [a]{b, then [[, ||, %% and ]{lang=x}.\n'
    expect(read(source, 'markdown')).toEqual([])
    expect(toText(annotate(source).tree)).toBe(source.trim())
    expect(JSON.stringify(annotate(source).tree)).not.toContain('syntax')
  })

  test.each(['[[', ']]', '[a]{lang=', '%%', '||', '^[', '[x]{.a ', '![['])('50 KB of %s are read', (part) => {
    expect(() => annotate(part.repeat(5e4 / part.length))).not.toThrow()
  })
})

describe('languages that a word processor sets for its spell checker', () => {
  test.each([
    ['the host’s, around a paragraph', '<p><span lang=EN-GB>“Brask kvell othim,” she said. (I am here.)</span></p>'],
    ['another, around a paragraph of the host’s', '<p><span lang=DE>“Brask kvell othim,” she said to me. (I am here.)</span></p>'],
  ])('%s', (_, source) => expect(read(source, 'html')).toMatchObject([LINE]))

  test('around a line alone it counts', () =>
    expect(read('<p><span lang="vsk">Brask kvell othim.</span></p><p>(I am here.)</p>', 'html')).toMatchObject([{lang: 'vsk'}]))
})
