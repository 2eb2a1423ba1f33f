/** Several invented languages in one story, told apart by what is said of them, by dictionaries, and by how they are spelt. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {splitLanguages} from '../../src/glossary/split-languages.js'
import {toPage} from '../../src/html.js'
import {annotate, type Options} from '../../src/index.js'
import {LANGUAGE_TAG, numbered} from '../../src/prose/language-tag.js'

/** Two languages of our own, that sound nothing alike. */
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

/** A story whose lines take turns. */
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
  test('two that sound nothing alike are two, the first met first', () => {
    const {of, glossaries, glossary, utterances} = langsOf(story(MIRR, KAQ))
    expect(utterances.length).toBeGreaterThan(28)
    expect([of(MIRR), of(KAQ)]).toEqual([['art-x-unknown'], ['art-x-unknown-2']])
    expect(glossaries.map(({language}) => language)).toEqual(['art-x-unknown', 'art-x-unknown-2'])
    expect(glossaries.map(({entries}) => entries.some(({headword}) => headword === 'qatzi'))).toEqual([false, true])
    expect(glossaries).toContain(glossary)
  })

  test('whichever comes first', () => {
    const {of, glossaries} = langsOf(story(KAQ, MIRR.slice(0, 13)), {lang: 'tlh'})
    expect([of(KAQ), of(MIRR)]).toEqual([['tlh'], ['tlh-x-2']])
    expect(glossaries.map(({language}) => language)).toEqual(['tlh', 'tlh-x-2'])
  })

  test.each([
    ['one language', [MIRR]],
    ['the other', [KAQ]],
    ['a few lines of another', [MIRR, KAQ.slice(0, 3)]],
    ['a few lines of each', [MIRR.slice(0, 4), KAQ.slice(0, 3)]],
  ])('%s is one', (_, sides) => {
    expect(langsOf(story(...sides)).glossaries.map(({language}) => language)).toEqual(['art-x-unknown'])
  })

  test('a loan is of the language whose lines use it', () => {
    const {terms} = langsOf(`${story(MIRR, KAQ)}\n\nHe held the tzuq’u up to the light, and the daveth with it.`)
    expect(terms.slice(-2).map(({lang}) => lang)).toEqual(['art-x-unknown-2', 'art-x-unknown'])
  })

  test('it is the same in every run', () => {
    expect(langsOf(story(MIRR, KAQ)).utterances).toEqual(langsOf(story(MIRR, KAQ)).utterances)
  })
})

describe('by what is said', () => {
  test('a part of which the author names some lines has that name', () => {
    const named = KAQ.map((line, index) => (index % 2 === 0 ? `<i lang="art-x-kaq">${line}</i>` : line))
    const {glossaries, of} = langsOf(story(MIRR, named))
    expect(glossaries.map(({language}) => language)).toEqual(['art-x-unknown', 'art-x-kaq'])
    expect(of(KAQ)).toEqual(['art-x-kaq'])
  })

  test('a part that a dictionary explains has the dictionary’s, and the other needs no number', () => {
    const entries = ['xok', 'qatzi', 'tziki', 'ix', 'uwaq', 'qo’'].map((headword) => ({headword}))
    const {of} = langsOf(story(KAQ, MIRR), {dictionaries: [{language: 'art-x-kaq', entries}]})
    expect([of(KAQ), of(MIRR)]).toEqual([['art-x-kaq'], ['art-x-unknown']])
  })

  test('named lines keep their names, however alike they are', () => {
    const {glossaries} = langsOf('“<i lang="art-x-one">Orreth sulvane</i>!” “<i lang="art-x-two">Orreth mirrod</i>!”')
    expect(glossaries).toMatchObject([
      {language: 'art-x-one', entries: [{headword: 'Orreth'}, {headword: 'sulvane'}]},
      {language: 'art-x-two', entries: [{headword: 'mirrod'}, {headword: 'Orreth'}]},
    ])
  })

  test('lines follow the name of most, and of those that have their words', () => {
    const named = MIRR.map((line, index) => (index < 10 ? `<i lang="art-x-mirr">${line}</i>` : line))
    expect(langsOf(story(named)).of(MIRR)).toEqual(['art-x-mirr'])
    const few = MIRR.map((line, index) => (index < 2 ? `<i lang="art-x-mirr">${line}</i>` : line))
    expect(langsOf(story(few)).of(MIRR.slice(2, 4))).toEqual(['art-x-mirr'])
  })
})

test('a page shows the glossary of each', () => {
  const page = toPage(annotate(story(MIRR, KAQ)), {title: 'The salt road'})
  expect(page.match(/<h3>[^<]*<\/h3><dl/gu)).toEqual(['<h3>art-x-unknown</h3><dl', '<h3>art-x-unknown-2</h3><dl'])
  expect(toPage(annotate(story(MIRR)), {title: 'The salt road'})).not.toContain('<h3>')
})

test('a story without lines has one empty glossary', () => {
  expect(annotate('It was noon.').glossaries).toEqual([{language: 'art-x-unknown', entries: []}])
})

describe('telling apart', () => {
  const words = (lines: readonly string[]) => lines.map((line) => line.toLowerCase().split(/[ ,]+/u))

  test('finds the parts, and tells words', () => {
    const tongues = splitLanguages(words([...MIRR, ...KAQ]))
    expect([...(tongues?.of ?? [])]).toEqual([...MIRR.map(() => 0), ...KAQ.map(() => 1)])
    expect(tongues?.odds('tziqa')).toBeGreaterThan(0)
    expect(tongues?.odds('sullen')).toBeLessThan(0)
    expect(tongues?.odds('ЖЖЖ')).toBeTypeOf('number')
  })

  test('a line said again says no more', () => {
    expect(splitLanguages(words([...MIRR, ...Array.from({length: 20}, () => KAQ[0] as string)]))).toBeUndefined()
  })

  test('any lines give an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({unit: 'grapheme', maxLength: 60}), {maxLength: 60}), {maxLength: 40}), (lines) => {
        const tongues = splitLanguages(lines)
        if (tongues) expect(tongues.of).toHaveLength(lines.length)
      }),
    )
  })

  test('10,000 lines take no more than their reading', () => {
    const many = words([...MIRR, ...KAQ]).flatMap((line) => Array.from({length: 320}, (_, index) => [...line, `${line[0]}${index.toString(36)}`]))
    expect(splitLanguages(many)?.of).toHaveLength(10_240)
  })
})

test('numbered languages have tags of BCP 47', () => {
  const tags = ['art-x-unknown', 'tlh', 'x-mirr', 'sjn-Latn'].map((tag) => numbered(tag, 2))
  expect(tags).toEqual(['art-x-unknown-2', 'tlh-x-2', 'x-mirr-2', 'sjn-Latn-x-2'])
  for (const tag of tags) expect(tag).toMatch(LANGUAGE_TAG)
})
