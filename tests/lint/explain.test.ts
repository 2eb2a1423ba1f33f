/** `explain` says in words why a line, a translation, a reading is what it is. */
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {clues} from '../../src/detect/clues/index.js'
import {explain} from '../../src/explain.js'
import {conventions} from '../../src/gloss/conventions/index.js'
import {annotate, createLexicon, type Dictionary, type Options} from '../../src/index.js'
import {CLUES, CONVENTIONS, STEPS, sayClue, sayConvention} from '../../src/lint/explanations.js'
import {prose} from '../support/prose.js'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const story = read('../../examples/story/salt-road.md')
const vessik = JSON.parse(read('../../dictionaries/vessik.json')) as Dictionary

/** What is said of the first place where some words stand. */
const said = (words: string, options?: Options, source = story) => {
  const start = source.indexOf(words)
  return explain(annotate(source, options), source, {start, end: start + words.length})
}
const sentencesOf = (found: ReturnType<typeof explain>, kind: string): string => found.flatMap((one) => (one.kind === kind ? one.sentences : [])).join('\n')

describe('the catalogue', () => {
  test('has a sentence for and against for every clue of the shelf, and none for others', () => {
    expect(Object.keys(CLUES).sort()).toEqual(clues.map(({name}) => name).sort())
    const sentences = clues.flatMap(({name}) => [sayClue({name, weight: 2}), sayClue({name, weight: -2})])
    expect(new Set(sentences).size).toBe(2 * clues.length)
  })

  test('has a sentence for every convention of the shelf, and none for others', () => {
    expect(Object.keys(CONVENTIONS).sort()).toEqual(conventions.map(({name}) => name).sort())
    expect(new Set(Object.values(CONVENTIONS)).size).toBe(conventions.length)
  })

  test('has a general sentence for those of strangers', () => {
    expect(sayClue({name: 'moon', weight: 2})).toBe('For it, clearly: the clue “moon”, which is not of the shelf, speaks for it.')
    expect(sayClue({name: 'constructor', weight: -9})).toBe('Against it, beyond doubt: the clue “constructor”, which is not of the shelf, speaks against it.')
    expect(sayConvention('toString')).toBe('the convention “toString”, which is not of the shelf, says so')
  })

  test('puts weights in words', () => {
    expect([9, 5, 2, 0.5, -0.5, -5].map((weight) => sayClue({name: 'words', weight}).split(':')[0])).toEqual([
      'For it, beyond doubt',
      'For it, strongly',
      'For it, clearly',
      'For it, slightly',
      'Against it, slightly',
      'Against it, strongly',
    ])
  })

  test('has every step from what is printed to an entry', () => {
    const kinds = Object.keys(STEPS)
    const lexicon = createLexicon({
      language: 'art-x-mirr',
      inflection: {compounds: true},
      entries: [
        ...['davu', 'sul', 'orrun', 'lamma', 'kessim'].map((headword) => ({headword})),
        {headword: 'mirrod', variants: ['mirrodd'], forms: ['mirreda']},
        {headword: '-nu'},
        {headword: "na'-"},
        {headword: '-um-'},
      ],
    })
    const words = ['davu', 'Davu', 'mirrodd', 'mirreda', 'davunu', "na'davu", 'kessumim', 'orrunlamma', 'davu-lamma']
    const met = words.flatMap((word) => lexicon.lookup(word).flatMap(({steps}) => steps.map(({kind}) => kind)))
    expect(new Set([...met, 'guess'])).toEqual(new Set(kinds))
  })
})

describe('a line', () => {
  const line = sentencesOf(said("Kui ke'esharath vu sorulnu,", {dictionaries: [vessik]}), 'utterance')

  test('is told by its clues, the strongest first', () => {
    expect(line).toMatch(/^“Kui ke'esharath vu sorulnu,” is taken for a line of art-x-vessik, with a confidence of 100 %\./u)
    const degrees = [...line.matchAll(/^(?:For|Against) it, ([a-z ]+):/gmu)].map(([, degree]) => degree as string)
    const order = ['beyond doubt', 'strongly', 'clearly', 'slightly']
    expect(degrees.length).toBeGreaterThan(3)
    expect(degrees).toEqual([...degrees].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(line).toContain('a dictionary explains words of it')
    expect(line).toContain('Against it, clearly: lines of another language are rare in such places')
  })

  test('says what translates it, or that nothing does', () => {
    expect(line).toMatch(/It is translated by “She did not come to the lamps\.”$/u)
    expect(sentencesOf(said('Vei issen dorvet ishti'), 'utterance')).toMatch(/Nothing in the story was found to translate it\.$/u)
  })

  test('is told of with all its clues: no fewer than it has', () => {
    const annotation = annotate(story)
    for (const {start, clues: own} of annotation.standoff.utterances.slice(0, 12)) {
      const told = sentencesOf(explain(annotation, story, start), 'utterance')
      expect(told.match(/^(?:For|Against) it/gmu)).toHaveLength(own.filter(({weight}) => weight !== 0).length)
    }
  })
})

describe('a translation', () => {
  test('says why it is one, how often its author writes so, and what renders what', () => {
    const told = sentencesOf(said('Sleep, children.'), 'gloss')
    expect(told).toMatch(
      /^“\(Sleep, children\. The house is warm\.\)” is taken for the translation of “Ghamorei, ollimnu,” and “Imbra hurma\.”: it stands in round brackets/u,
    )
    expect(told).toMatch(/The story has \d{2} translations that are written so\./u)
    expect(told).toContain('“The house is warm.” renders “Imbra hurma.”')
  })

  test.each([
    ['“Orreth sulvane, mirrod,”[^1] he said.\n\n[^1]: Good evening, traveller.', 'Good evening', /it is the note that a mark behind the line refers to/u],
    ['“:line[Orreth sulvane, mirrod.]” :gloss[Good evening, traveller.]', 'Good evening', /the author marks it as a translation/u],
    ['They sat under the marrudh, which means “well tree”.', 'well tree', /words such as “which means”/u],
  ])('%s', (source, words, sentence) => expect(sentencesOf(said(words, {}, source), 'gloss')).toMatch(sentence))
})

describe('a word', () => {
  test('is followed from what is printed to its entry, an affix at a time', () => {
    const told = sentencesOf(said("ke'esharath", {dictionaries: [vessik]}), 'term')
    expect(told).toContain("Without the prefix “ke'-” (not), “ke'esharath” is “esharath”.")
    expect(told).toContain('Without the suffix “-ath” (past: did), “esharath” is “eshar”.')
    expect(told).toMatch(/So it is read as “eshar” \(come\), with a score of \d\d %\./u)
  })

  test('is told by what the story teaches, where no dictionary has it', () => {
    const told = sentencesOf(said('thessa', {}), 'term')
    expect(told).toContain('No dictionary has it.')
    expect(told).toMatch(/The story has it \d times, translated by “wind” \d times; the surest place is 95 % sure\./u)
    expect(sentencesOf(said('thessa', {}), 'link')).toMatch(/^“thessa” is rendered by “wind”, with a confidence of 95 %/u)
  })
})

test('an offset is enough, and where nothing is there is nothing to say', () => {
  const annotation = annotate(story)
  const at = story.indexOf('thessa')
  expect(explain(annotation, story, at).map(({kind}) => kind)).toEqual(['utterance', 'term', 'link'])
  expect(explain(annotation, story, 0)).toEqual([])
  expect(explain(annotation, story, story.length + 10)).toEqual([])
})

test('of HTML it quotes what is shown', () => {
  const html = '<p>“Or<b>reth</b> sulvane, <i>mirrod</i>.” He waved. (Good <b>evening</b>, traveller.)</p>'
  const told = explain(annotate(html, {format: 'html'}), html, {start: 0, end: html.length})
  const all = told.flatMap(({sentences}) => sentences).join('\n')
  expect(all).toContain('“Orreth sulvane, mirrod.” is taken for a line')
  expect(all).not.toMatch(/<\/?[bi]>/u)
})

test('whatever the story, it is plain data in the order of the text, and sentences end', () =>
  fc.assert(
    fc.property(fc.array(prose, {maxLength: 5}), fc.constantFrom('markdown', 'text', 'html'), (paragraphs, format) => {
      const source = paragraphs.join('\n\n')
      const told = explain(annotate(source, {format, dictionaries: [vessik]}), source, {start: 0, end: source.length})
      expect(JSON.parse(JSON.stringify(told))).toEqual(told)
      expect(told.map(({start}) => start)).toEqual(told.map(({start}) => start).sort((a, b) => a - b))
      for (const {sentences} of told) for (const sentence of sentences) expect(sentence).toMatch(/[.!?…]”?$/u)
    }),
    {numRuns: 60},
  ))
