/** Several invented languages in one story, distinguished by declarations, dictionaries and spelling. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {splitLanguages} from '../../src/glossary/split-languages.js'
import {toPage} from '../../src/html.js'
import {annotate, type Options} from '../../src/index.js'
import {LANGUAGE_TAG, numberLanguageTag} from '../../src/prose/language-tag.js'

/** Two invented languages that sound different. */
const MIRR = [
  'Orreth sulvane, mirrod',
  'Vennu okresh tal mirrod',
  'Sulvane tal okresh vennu',
  'Lorrin mirrod daveth senna',
  'Tal senna orreth okreshel',
  'Daveth lorrin vennu sulvanel',
  'Mirrodel tal senna lorreth',
  'Orreth vennu daveth tal lorrin',
  'Senna sulvane mirrod orreth',
  'Okresh lorrin tal vennurel',
  'Davethel mirrod senna okresh',
  'Lorreth tal orreth sulvane',
  'Vennu senna lorrin davethen',
  'Mirrod okresh sulvane orrethen',
  'Tal vennurel lorrin mirrod',
  'Sennarel okresh daveth tal',
]
const KAQ = [
  'Xok qatzi aw’uk',
  'Tziki qatzi uwaq ix',
  'Aw’uk xok ik’aqa tzi',
  'Qo’ tziki ix uwaq xok',
  'Ik’aqa qatzi tzuq’u',
  'Uwaq xok qo’ ix aqazu',
  'Tzuq’u tziki aw’uk qatzi',
  'Ix qo’ ik’aqa uwaqi',
  'Aqazu xok tzi qatzik',
  'Tziki uwaq aw’uk tzuq’u',
  'Qatzi ix aqazu qo’ xoki',
  'Ik’aqa tzuq’u xok uwaq',
  'Aw’uki tziki qo’ aqazu',
  'Xok ix qatzi ik’aqazi',
  'Uwaqi tzi tzuq’u aw’uk',
  'Aqazu tziki qatzi xok ix',
]

const TALE = ['He lifted his lamp.', 'Nobody on the jetty answered.', 'She sat down by the fire.', 'The river went by in the dark.']

/** A story whose lines alternate between languages. */
const story = (...sides: readonly (readonly string[])[]): string => {
  const longest = Math.max(...sides.map(({length}) => length))
  const turns = Array.from({length: longest}, (_, index) => sides.flatMap((side) => side[index] ?? [])).flat()
  return turns.map((line, index) => `“${line}!” ${TALE[index % TALE.length]}`).join('\n\n')
}

const langsOf = (source: string, options?: Options) => {
  const {standoff, ...annotation} = annotate(source, options)
  const lang = new Map(standoff.utterances.map((utterance) => [source.slice(utterance.start, utterance.end).replace('!', ''), utterance.lang]))
  return {...annotation, ...standoff, of: (lines: readonly string[]) => [...new Set(lines.flatMap((line) => lang.get(line) ?? []))]}
}

describe('by spelling', () => {
  test('two different languages are split, in order of first occurrence', () => {
    const {of, glossaries, glossary, utterances} = langsOf(story(MIRR, KAQ))
    expect(utterances.length).toBeGreaterThan(28)
    expect([of(MIRR), of(KAQ)]).toEqual([['art-x-unknown'], ['art-x-unknown-2']])
    expect(glossaries.map(({language}) => language)).toEqual(['art-x-unknown', 'art-x-unknown-2'])
    expect(glossaries.map(({entries}) => entries.some(({headword}) => headword === 'qatzi'))).toEqual([false, true])
    expect(glossaries).toContain(glossary)
  })

  test('the order does not matter', () => {
    const {of, glossaries} = langsOf(story(KAQ, MIRR.slice(0, 13)), {lang: 'tlh'})
    expect([of(KAQ), of(MIRR)]).toEqual([['tlh'], ['tlh-x-2']])
    expect(glossaries.map(({language}) => language)).toEqual(['tlh', 'tlh-x-2'])
  })

  test.each([
    ['one language', [MIRR]],
    ['the other', [KAQ]],
    ['a few lines of another', [MIRR, KAQ.slice(0, 3)]],
    ['a few lines of each', [MIRR.slice(0, 4), KAQ.slice(0, 3)]],
  ])('%s: no split', (_, sides) => {
    expect(langsOf(story(...sides)).glossaries.map(({language}) => language)).toEqual(['art-x-unknown'])
  })

  test('a loan is assigned to the language whose lines use it', () => {
    const {terms} = langsOf(`${story(MIRR, KAQ)}\n\nHe held the tzuq’u up to the light, and the daveth with it.`)
    expect(terms.slice(-2).map(({lang}) => lang)).toEqual(['art-x-unknown-2', 'art-x-unknown'])
  })

  test('the result is deterministic', () => {
    expect(langsOf(story(MIRR, KAQ)).utterances).toEqual(langsOf(story(MIRR, KAQ)).utterances)
  })
})

describe('by declarations and dictionaries', () => {
  test('a part takes the language that the author states for some of its lines', () => {
    const named = KAQ.map((line, index) => (index % 2 === 0 ? `<i lang="art-x-kaq">${line}</i>` : line))
    const {glossaries, of} = langsOf(story(MIRR, named))
    expect(glossaries.map(({language}) => language)).toEqual(['art-x-unknown', 'art-x-kaq'])
    expect(of(KAQ)).toEqual(['art-x-kaq'])
  })

  test('a part that a dictionary explains takes its language, and the other has no number', () => {
    const entries = ['xok', 'qatzi', 'tziki', 'ix', 'uwaq', 'qo’'].map((headword) => ({headword}))
    const {of} = langsOf(story(KAQ, MIRR), {dictionaries: [{language: 'art-x-kaq', entries}]})
    expect([of(KAQ), of(MIRR)]).toEqual([['art-x-kaq'], ['art-x-unknown']])
  })

  test('lines with stated languages keep them, however similar they are', () => {
    const {glossaries} = langsOf('“<i lang="art-x-one">Orreth sulvane</i>!” “<i lang="art-x-two">Orreth mirrod</i>!”')
    expect(glossaries).toMatchObject([
      {language: 'art-x-one', entries: [{headword: 'Orreth'}, {headword: 'sulvane'}]},
      {language: 'art-x-two', entries: [{headword: 'mirrod'}, {headword: 'Orreth'}]},
    ])
  })

  test('lines follow the stated language of most lines, and of lines with the same words', () => {
    const named = MIRR.map((line, index) => (index < 10 ? `<i lang="art-x-mirr">${line}</i>` : line))
    expect(langsOf(story(named)).of(MIRR)).toEqual(['art-x-mirr'])
    const few = MIRR.map((line, index) => (index < 2 ? `<i lang="art-x-mirr">${line}</i>` : line))
    expect(langsOf(story(few)).of(MIRR.slice(2, 4))).toEqual(['art-x-mirr'])
  })
})

test('a page shows the glossary of each language', () => {
  const page = toPage(annotate(story(MIRR, KAQ)), {title: 'The salt road'})
  expect(page.match(/<h3>[^<]*<\/h3><dl/gu)).toEqual(['<h3>art-x-unknown</h3><dl', '<h3>art-x-unknown-2</h3><dl'])
  expect(toPage(annotate(story(MIRR)), {title: 'The salt road'})).not.toContain('<h3>')
})

test('a story without foreign lines has one empty glossary', () => {
  expect(annotate('It was noon.').glossaries).toEqual([{language: 'art-x-unknown', entries: []}])
})

describe('splitting languages', () => {
  const words = (lines: readonly string[]) => lines.map((line) => line.toLowerCase().split(/[ ,]+/u))

  test('finds the parts, and assigns words', () => {
    const split = splitLanguages(words([...MIRR, ...KAQ]))
    expect([...(split?.languages ?? [])]).toEqual([...MIRR.map(() => 0), ...KAQ.map(() => 1)])
    expect(split?.odds('tziqa')).toBeGreaterThan(0)
    expect(split?.odds('sullen')).toBeLessThan(0)
    expect(split?.odds('ЖЖЖ')).toBeTypeOf('number')
  })

  test('a repeated line adds no evidence', () => {
    expect(splitLanguages(words([...MIRR, ...Array.from({length: 20}, () => KAQ[0] as string)]))).toBeUndefined()
  })

  test('any lines give a result', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({unit: 'grapheme', maxLength: 60}), {maxLength: 60}), {maxLength: 40}), (lines) => {
        const split = splitLanguages(lines)
        if (split) expect(split.languages).toHaveLength(lines.length)
      }),
    )
  })

  test('10,000 lines are fast', () => {
    const many = words([...MIRR, ...KAQ]).flatMap((line) => Array.from({length: 320}, (_, index) => [...line, `${line[0]}${index.toString(36)}`]))
    expect(splitLanguages(many)?.languages).toHaveLength(10_240)
  })
})

test('numbered languages have BCP 47 tags', () => {
  const tags = ['art-x-unknown', 'tlh', 'x-mirr', 'sjn-Latn'].map((tag) => numberLanguageTag(tag, 2))
  expect(tags).toEqual(['art-x-unknown-2', 'tlh-x-2', 'x-mirr-2', 'sjn-Latn-x-2'])
  for (const tag of tags) expect(tag).toMatch(LANGUAGE_TAG)
})
