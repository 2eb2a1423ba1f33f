/** `explain` gives reasons for lines, translations and readings. */
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {clues} from '../../src/detect/clues/index.js'
import {explain} from '../../src/explain.js'
import {conventions} from '../../src/gloss/conventions/index.js'
import {annotate, createLexicon, type Dictionary, type Options} from '../../src/index.js'
import {CLUE_SENTENCES, CONVENTION_CLAUSES, describeClue, describeConvention, STEP_SENTENCES} from '../../src/lint/explanations.js'
import {randomInputs} from '../support/random-inputs.js'
import {randomStories} from '../support/random-stories.js'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const story = read('../../examples/story/salt-road.md')
const vessik = JSON.parse(read('../../dictionaries/vessik.json')) as Dictionary

/** Explains the first occurrence of some words. */
const explainWords = (words: string, options?: Options, source = story) => {
  const start = source.indexOf(words)
  return explain(annotate(source, options), source, {start, end: start + words.length})
}
const sentencesOf = (found: ReturnType<typeof explain>, kind: string): string => found.flatMap((one) => (one.kind === kind ? one.sentences : [])).join('\n')

describe('the sentences', () => {
  test('there is one for and one against each clue, and none for others', () => {
    expect(Object.keys(CLUE_SENTENCES).sort()).toEqual(clues.map(({name}) => name).sort())
    const sentences = clues.flatMap(({name}) => [describeClue({name, weight: 2}), describeClue({name, weight: -2})])
    expect(new Set(sentences).size).toBe(2 * clues.length)
  })

  test('there is one for each convention, and none for others', () => {
    expect(Object.keys(CONVENTION_CLAUSES).sort()).toEqual(conventions.map(({name}) => name).sort())
    expect(new Set(Object.values(CONVENTION_CLAUSES)).size).toBe(conventions.length)
  })

  test('there is a general sentence for custom clues and conventions', () => {
    expect(describeClue({name: 'moon', weight: 2})).toBe('Clear evidence for it: the custom clue “moon”.')
    expect(describeClue({name: 'constructor', weight: -9})).toBe('Conclusive evidence against it: the custom clue “constructor”.')
    expect(describeConvention('toString')).toBe('it follows the custom convention “toString”')
  })

  test('weights are named', () => {
    expect([9, 5, 2, 0.5, -0.5, -5].map((weight) => describeClue({name: 'words', weight}).split(':')[0])).toEqual([
      'Conclusive evidence for it',
      'Strong evidence for it',
      'Clear evidence for it',
      'Slight evidence for it',
      'Slight evidence against it',
      'Strong evidence against it',
    ])
  })

  test('there is one for every kind of step', () => {
    const kinds = Object.keys(STEP_SENTENCES)
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
  const line = sentencesOf(explainWords("Kui ke'esharath vu sorulnu,", {dictionaries: [vessik]}), 'utterance')

  test('is explained by its clues, strongest first', () => {
    expect(line).toMatch(/^“Kui ke'esharath vu sorulnu,” is identified as a line of art-x-vessik, with a confidence of 100%\./u)
    const degrees = [...line.matchAll(/^(\w+) evidence (?:for|against) it:/gmu)].map(([, degree]) => degree as string)
    const order = ['Conclusive', 'Strong', 'Clear', 'Slight']
    expect(degrees.length).toBeGreaterThan(3)
    expect(degrees).toEqual([...degrees].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(line).toContain('a dictionary explains some of its words')
    expect(line).toContain('evidence against it: lines of another language are rare in such places')
  })

  test('gives its translation, or states that there is none', () => {
    expect(line).toMatch(/It is translated as “She did not come to the lamps\.”$/u)
    expect(sentencesOf(explainWords('Vei issen dorvet ishti'), 'utterance')).toMatch(/No translation was found in the story\.$/u)
  })

  test('lists all its clues', () => {
    const annotation = annotate(story)
    for (const {start, clues: own} of annotation.standoff.utterances.slice(0, 12)) {
      const found = sentencesOf(explain(annotation, story, start), 'utterance')
      expect(found.match(/^\w+ evidence (?:for|against) it:/gmu)).toHaveLength(own.filter(({weight}) => weight !== 0).length)
    }
  })
})

describe('a translation', () => {
  test('gives its convention, how often the author uses it, and which part renders which line', () => {
    const found = sentencesOf(explainWords('Sleep, children.'), 'gloss')
    expect(found).toMatch(
      /^“\(Sleep, children\. The house is warm\.\)” is identified as the translation of “Ghamorei, ollimnu,” and “Imbra hurma\.”: it follows the line in round brackets/u,
    )
    expect(found).toMatch(/The story has \d{2} translations of this kind\./u)
    expect(found).toContain('“The house is warm.” renders “Imbra hurma.”')
  })

  test.each([
    [
      '“Orreth sulvane, mirrod,”[^1] he said.\n\n[^1]: Good evening, traveller.',
      'Good evening',
      /it is the note that a reference mark after the line points to/u,
    ],
    ['“:line[Orreth sulvane, mirrod.]” :gloss[Good evening, traveller.]', 'Good evening', /the author marks it as a translation/u],
    ['They sat under the marrudh, which means “well tree”.', 'well tree', /a phrase such as “which means”/u],
  ])('%s', (source, words, sentence) => expect(sentencesOf(explainWords(words, {}, source), 'gloss')).toMatch(sentence))
})

describe('a word', () => {
  test('is traced from the printed word to its entry, one affix at a time', () => {
    const found = sentencesOf(explainWords("ke'esharath", {dictionaries: [vessik]}), 'term')
    expect(found).toContain("Without the prefix “ke'-” (not), “ke'esharath” is “esharath”.")
    expect(found).toContain('Without the suffix “-ath” (past: did), “esharath” is “eshar”.')
    expect(found).toMatch(/It is therefore read as “eshar” \(come\), with a score of \d\d%\./u)
  })

  test('is explained from the story if no dictionary contains it', () => {
    const found = sentencesOf(explainWords('thessa', {}), 'term')
    expect(found).toContain('No dictionary contains it.')
    expect(found).toMatch(/The story uses it \d times and translates it as “wind” \d times, with a confidence of up to 75%; this is inferred/u)
    expect(sentencesOf(explainWords('thessa', {}), 'link')).toMatch(/^“thessa” is rendered by “wind”, with a confidence of 75%/u)
  })
})

test('an offset is sufficient, and text without annotation has no explanation', () => {
  const annotation = annotate(story)
  const at = story.indexOf('thessa')
  expect(explain(annotation, story, at).map(({kind}) => kind)).toEqual(['utterance', 'term', 'link'])
  expect(explain(annotation, story, 0)).toEqual([])
  expect(explain(annotation, story, story.length + 10)).toEqual([])
})

test('in HTML the visible text is quoted', () => {
  const html = '<p>“Or<b>reth</b> sulvane, <i>mirrod</i>.” He waved. (Good <b>evening</b>, traveller.)</p>'
  const found = explain(annotate(html, {format: 'html'}), html, {start: 0, end: html.length})
  const all = found.flatMap(({sentences}) => sentences).join('\n')
  expect(all).toContain('“Orreth sulvane, mirrod.” is identified as a line')
  expect(all).not.toMatch(/<\/?[bi]>/u)
})

test('for any story the result is plain data in text order, with complete sentences', () =>
  fc.assert(
    fc.property(fc.array(randomStories, {maxLength: 5}), fc.constantFrom('markdown', 'text', 'html'), (paragraphs, format) => {
      const source = paragraphs.join('\n\n')
      const found = explain(annotate(source, {format, dictionaries: [vessik]}), source, {start: 0, end: source.length})
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      expect(found.map(({start}) => start)).toEqual(found.map(({start}) => start).sort((a, b) => a - b))
      for (const {sentences} of found) for (const sentence of sentences) expect(sentence).toMatch(/[.!?…]”?$/u)
    }),
    randomInputs(20),
  ))
