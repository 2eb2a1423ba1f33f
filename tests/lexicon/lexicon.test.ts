import {describe, expect, test} from 'vitest'
import {fisherExactTest} from '../../src/glossary/fisher-exact-test.js'
import {induceLinks} from '../../src/glossary/induce-links.js'
import type {WordPair} from '../../src/glossary/word-pair.js'
import {createLexicon, type Dictionary, type Entry, mergeGlossaries} from '../../src/index.js'
import {createKinshipTest} from '../../src/lexicon/kinship.js'
import {createVariantIndex} from '../../src/lexicon/variants.js'

const entries: Entry[] = [
  {headword: 'mirrod', partOfSpeech: 'noun', senses: ['traveller'], variants: ['mirod']},
  {headword: 'okr', partOfSpeech: 'verb', senses: ['to go'], forms: [{form: 'ukra', meaning: 'went'}]},
  {headword: 'okr', partOfSpeech: 'noun', senses: ['a road']},
  {headword: "zha'-", senses: ['our'], attachesTo: ['noun']},
  {headword: '-esh', senses: ['now'], attachesTo: ['verb']},
  {headword: '-il', senses: ['plural']},
  {headword: 'Tam-Orro', kind: 'name', senses: ['a fisherman']},
]
const lexicon = (more: Partial<Dictionary> = {}) => createLexicon({language: 'art-x-mirr', entries, ...more})
const read = (word: string, from = lexicon()) => from.lookup(word).map(({parts}) => parts.map(({headword}) => headword).join(' '))

describe('looking a word up', () => {
  test.each([
    ['mirrod', ['mirrod']],
    ['Mirrod', ['mirrod']],
    ['mirod', ['mirrod']],
    ['ukra', ['okr']],
    ["zha'mirrod", ["zha'- mirrod"]],
    ['Zha’mirrodil', ["zha'- mirrod -il"]],
    ['Tam-Orro', ['Tam-Orro']],
    ['sulvane', []],
    ['', []],
    ['__proto__', []],
  ])('%s', (word, parts) => expect(read(word)).toEqual(parts))

  test('an affix attaches only to its stated parts of speech', () => {
    expect(
      lexicon()
        .lookup('okresh')
        .map(({entry}) => entry.partOfSpeech),
    ).toEqual(['verb'])
    expect(
      lexicon()
        .lookup("zha'okr")
        .map(({entry}) => entry.partOfSpeech),
    ).toEqual(['noun'])
  })

  test('all homographs are returned, the exact reading first, each with its steps', () => {
    expect(lexicon().lookup('okr')).toHaveLength(2)
    const [best] = lexicon().lookup("Zha'mirodil")
    expect(best?.steps.map(({kind}) => kind)).toEqual(['prefix', 'suffix', 'variant'])
    expect(best?.score).toBeLessThan(lexicon().lookup('mirrod')[0]?.score as number)
    expect(lexicon().lookup('mirrod')[0]).toMatchObject({score: 1, steps: [{kind: 'exact', from: 'mirrod', to: 'mirrod'}]})
  })

  test('an affix is found by its headword and its variants, with hyphens of any kind, and is no part of other words', () => {
    const from = lexicon({entries: [...entries, {headword: '-um-', senses: ['again'], variants: ['-om-']}]})
    expect(read('-esh', from)).toEqual(['-esh'])
    expect(read('\u2011ESH', from)).toEqual(['-esh'])
    expect(read('zha’-', from)).toEqual(["zha'-"])
    expect(read('-om-', from)).toEqual(['-um-'])
    expect(from.lookup('-om-')[0]?.steps).toEqual([{kind: 'variant', from: '-om-', to: '-um-'}])
    expect([read('esh', from), read('-xx', from), read('-', from), read('mirrod-esh', from)]).toEqual([[], [], [], []])
  })

  test.each([
    ['saltillo', 'zha\ua78cmirrod'],
    ['a full-width apostrophe', 'zha\uff07mirrod'],
    ['a reversed apostrophe', 'zha\u201bmirrod'],
    ['a soft hyphen', "zha'mir\u00adrod"],
    ['a zero-width space', "zha'mir\u200brod"],
    ['a zero-width no-break space', "zha'mir\ufeffrod"],
  ])('%s is folded', (_, word) => expect(read(word)).toEqual(["zha'- mirrod"]))

  test('a no-break space between the words of a phrase is a space', () => {
    const from = lexicon({entries: [{headword: 'okr tal'}]})
    for (const space of ['\u00a0', '\u202f']) expect(read(`okr${space}tal`, from)).toEqual(['okr tal'])
  })

  test('a headword with a zero-width joiner or non-joiner is found as written, and without it', () => {
    const from = createLexicon({language: 'art-x-mirr', entries: ['ka\u200cna', 'kana', 'ka\u200dna', 'نمی\u200cخواهم'].map((headword) => ({headword}))})
    for (const {headword} of from.entries) expect(from.lookup(headword)[0]).toMatchObject({entry: {headword}, score: 1})
    expect(read('نمیخواهم', from)).toEqual(['نمی\u200cخواهم'])
  })

  test('an entry states whether its case matters', () => {
    const words: Entry[] = [
      {headword: 'Ral', caseSensitive: true, forms: ['Ralu'], variants: ['Rhal']},
      {headword: 'ral', caseSensitive: true},
      {headword: 'mirrod', caseSensitive: false},
      {headword: '-il'},
    ]
    const from = createLexicon({language: 'art-x-mirr', entries: words})
    expect([read('Ral', from), read('ral', from), read('RAL', from)]).toEqual([['Ral'], ['ral'], []])
    expect([read('Ralu', from), read('ralu', from), read('Rhal', from), read('rhal', from)]).toEqual([['Ral'], [], ['Ral'], []])
    expect([read('Ralil', from), read('ralil', from), read('RALIL', from), read('MIRROD', from)]).toEqual([['Ral -il'], ['ral -il'], [], ['mirrod']])
    const klingon = createLexicon({language: 'tlh', spelling: {caseSensitive: true}, entries: [{headword: 'qab'}, {headword: 'Sov', caseSensitive: false}]})
    expect([read('SOV', klingon), read('sov', klingon), read('QAB', klingon)]).toEqual([['Sov'], ['Sov'], []])
    const merged = mergeGlossaries([{language: 'art-x-mirr', entries: words}])
    expect(merged.entries.map(({headword}) => headword)).toEqual(['-il', 'mirrod', 'Ral', 'ral'])
    expect(mergeGlossaries([merged, merged])).toEqual(merged)
  })

  test('a language may be case-sensitive', () => {
    const strict = createLexicon({language: 'tlh', spelling: {caseSensitive: true}, entries: [{headword: 'qab'}, {headword: 'Qab'}]})
    expect(read('qab', strict)).toEqual(['qab'])
    expect(read('Qab', strict)).toEqual(['Qab'])
    expect(read('QAB', strict)).toEqual([])
  })

  test('letters may have several spellings', () => {
    expect(read('mirr0d', lexicon({spelling: {variants: [['o', '0']]}}))).toEqual(['mirrod'])
  })

  test('the cost is bounded for adversarial words', () => {
    const chains = createLexicon({language: 'art-x-mirr', entries: ['a', 'aa', 'aaa'].flatMap((x) => [{headword: `${x}-`}, {headword: `-${x}`}])})
    expect(chains.lookup('a'.repeat(99))).toEqual([])
    expect(chains.lookup('a'.repeat(1e6))).toEqual([])
  })
})

describe('near spellings', () => {
  test.each([
    ['belorra', 'belora', true],
    ['venneth', 'vennet', true],
    ['xarcta', 'xartica', true],
    ['talempa', 'talenpa', true],
    ['creshta', 'freshta', false],
    ['mirrod', 'sulvane', false],
    ['tal', 'tel', false],
    ['mirrod', 'mirrod', false],
  ])('%s and %s: %s', (a, b, near) => {
    expect(createVariantIndex([a])(b)).toEqual(near ? [a] : [])
    expect(createVariantIndex([b])(a)).toEqual(near ? [b] : [])
    expect(createVariantIndex([a])(b)).toEqual(near ? [a] : [])
  })

  test('kinship', () => {
    const kin = createKinshipTest(new Set(["zha'mirrod", 'sulvane', 'okresh']))
    expect([kin('sulvane'), kin('sullvane'), kin('okreshilbar'), kin("zha'vorril"), kin('brannoc')]).toEqual(['same', 'variant', 'stem', 'part', undefined])
  })
})

describe('word links from a few pairs', () => {
  const grammar = new Set(['the', 'is', 'my', 'our', 'not', 'to'])
  const pair = (source: string, target: string): WordPair => ({
    source: source.split(' '),
    target: target.split(' ').map((key) => ({key, stem: key.replace(/s$/u, ''), grammatical: grammar.has(key)})),
  })
  const links = (pairs: WordPair[], meanings: Record<string, string[]> = {}) =>
    induceLinks(pairs, (key) => (meanings[key] ?? []).map((sense) => sense.split(' '))).map((found, i) =>
      found.map(
        ({source, start, end}) =>
          `${pairs[i]!.source[source]}=${pairs[i]!.target.slice(start, end)
            .map(({key}) => key)
            .join(' ')}`,
      ),
    )

  test('a name on both sides, and what is left over', () => {
    expect(links([pair('tam-orro okresh', 'tam-orro goes')])).toEqual([['tam-orro=tam-orro', 'okresh=goes']])
  })

  test('a phrase that occurs by itself and again', () => {
    expect(links([pair('zhamirrod', 'our traveller'), pair('zhamirrod vennu okresh tal', 'where is our traveller going to')])[1]).toContain(
      'zhamirrod=our traveller',
    )
  })

  test('words that recur together', () => {
    const found = links([
      pair('sulvane tal okresh', 'the evening goes away'),
      pair('mirrod sulvane vennu', 'the traveller likes evening'),
      pair('vorril brannu tesk', 'a dog barks loudly'),
      pair('kessu belorra', 'be silent'),
      pair('drun okkar fel sulvane', 'no man hates evenings'),
      pair('tesk marr olu', 'dogs run fast here'),
      ...['abba', 'ebbu', 'obbi', 'ubbo', 'ibbe', 'abbo'].map((word) => pair(`${word} venn drall`, `something else with ${word}x in it`)),
    ])
    expect([found[0], found[1], found[4]].every((list) => list?.some((link) => /^sulvane=evenings?$/u.test(link)))).toBe(true)
  })

  test('stated meanings', () => {
    expect(links([pair('vorril brannu tesk', 'the dog barks loudly')], {brannu: ['dog']})[0]).toContain('brannu=dog')
  })

  test('clauses that both sides have, in order, unless a name says otherwise', () => {
    const divided = {...pair('dorra venn mirrod', 'come over here now traveller'), sourceBreaks: [2], targetBreaks: [4]}
    expect(links([divided])).toEqual([['mirrod=traveller']])
    expect(links([{...divided, targetBreaks: [1, 4]}])).toEqual([[]])
    const crossed = {...pair('tam-orro venn dorra mirrod', 'old traveller tam-orro comes back here'), sourceBreaks: [3], targetBreaks: [2]}
    expect(links([crossed])).toEqual([['tam-orro=tam-orro']])
  })

  test('nothing is linked without a reason', () => {
    expect(links([pair('vorril brannu tesk olu mar', 'he never came back to the house again')])).toEqual([[]])
  })

  test("Fisher's exact test", () => {
    // Two words that occur together in both of their two pairs, out of twenty: 1 in 190.
    expect(fisherExactTest(2, 2, 2, 20)).toBeCloseTo(1 / 190, 12)
    expect(fisherExactTest(0, 3, 4, 10)).toBeCloseTo(1, 12)
    expect(fisherExactTest(1, 1, 1, 1)).toBeCloseTo(1, 12)
  })
})
