/** Word analysis: stated affixes, and morphology learned from headwords. */
import {describe, expect, test} from 'vitest'
import {createLexicon, type Dictionary, type Entry, type Reading} from '../../src/index.js'

const lexicon = (entries: readonly Entry[], more: Partial<Dictionary> = {}) => createLexicon({language: 'art-x-mirr', entries, ...more})
const partsOf = (reading: Reading | undefined) => reading?.parts.map(({headword}) => headword).join(' ')
const read = (word: string, from: ReturnType<typeof lexicon>) => from.lookup(word).map(partsOf)
const best = (word: string, from: ReturnType<typeof lexicon>) => partsOf(from.lookup(word)[0])

describe('spelling changes where parts meet', () => {
  const seams = lexicon(
    [
      {headword: 'belor', partOfSpeech: 'noun'},
      {headword: 'tavu', partOfSpeech: 'noun'},
      {headword: 'kell', partOfSpeech: 'verb'},
      {headword: 'orro', partOfSpeech: 'noun'},
      {headword: '-an', partOfSpeech: 'suffix'},
      {headword: '-ul', partOfSpeech: 'suffix'},
      {headword: 'nem-', partOfSpeech: 'prefix', seams: ['m+<labial>=<labial><labial>', 'm+k=ng']},
      {headword: '-esh', partOfSpeech: 'suffix', variants: ['-sh']},
    ],
    {spelling: {classes: {labial: ['b', 'p'], vowel: ['a', 'o', 'u']}}, inflection: {seams: ['<vowel>+<vowel>=<vowel>', 'u+a=ava']}},
  )
  test.each([
    ['belorul', 'belor -ul'],
    ['tavul', 'tavu -ul'],
    ['tavavan', 'tavu -an'],
    ['nebbelor', 'nem- belor'],
    ['nengell', 'nem- kell'],
    ['kellesh', 'kell -esh'],
    ['orrosh', 'orro -esh'],
  ])('%s is %s', (word, parts) => expect(best(word, seams)).toBe(parts))

  test('steps show the restored letters', () => {
    expect(seams.lookup('tavavan')[0]?.steps).toEqual([{kind: 'suffix', from: 'tavavan', to: 'tavu'}])
    expect(seams.lookup('nebbelor')[0]?.steps).toEqual([{kind: 'prefix', from: 'nebbelor', to: 'belor'}])
  })

  test('unknown classes and slots are errors that name the entry', () => {
    expect(() => lexicon([{headword: '-an', seams: ['<nasal>+a=na']}])).toThrow(/<nasal>/u)
    expect(() => lexicon([{headword: '-an', slot: 'case'}])).toThrow(/“-an”.*slot.*“case”/u)
    expect(() => lexicon([{headword: '-an', seams: ['a=b']}])).toThrow(/left\+right=written/u)
  })
})

describe('affixes in chains', () => {
  const slotted = lexicon(
    [
      {headword: 'mirrod', partOfSpeech: 'noun'},
      {headword: 'okr', partOfSpeech: 'verb'},
      {headword: '-il', attachesTo: ['noun'], slot: 'number'},
      {headword: '-ta', attachesTo: ['noun'], slot: 'case'},
      {headword: '-ve', attachesTo: ['noun'], slot: 'case'},
      {headword: '-or', attachesTo: ['verb'], gives: 'noun'},
      {headword: 'zu-', attachesTo: ['verb']},
      {headword: '-um-', attachesTo: ['verb']},
    ],
    {inflection: {slots: ['number', 'case']}},
  )
  test.each([
    ['mirrodilta', ['mirrod -il -ta']],
    ['mirrodtail', []],
    ['mirrodtave', []],
    ['okror', ['okr -or']],
    ['okrorilve', ['okr -or -il -ve']],
    ['okril', []],
    ['zuokr', ['zu- okr']],
    ['zumirrod', []],
    ['okumr', ['-um- okr']],
    ['miumrrod', []],
  ])('%s: %j', (word, parts) => expect(read(word, slotted)).toEqual(parts))

  test('an affix attaches to the part of speech that its own names, unless nothing else explains the word', () => {
    const named = lexicon([
      {headword: 'sul', partOfSpeech: 'v:i'},
      {headword: 'sul', partOfSpeech: 'n:place'},
      {headword: '-ta', partOfSpeech: 'v:suff', senses: ['past']},
      {headword: '-ta', partOfSpeech: 'n:suff', senses: ['at']},
      {headword: 'vem', partOfSpeech: 'n'},
      {headword: '-esk', partOfSpeech: 'v:suff'},
    ])
    const [first, second] = named.lookup('sulta')
    expect([first, second].map((reading) => reading?.parts.map(({partOfSpeech}) => partOfSpeech?.charAt(0)).join(''))).toEqual(
      expect.arrayContaining(['vv', 'nn']),
    )
    expect(named.lookup('sulta')[2]?.score ?? 0).toBeLessThan(second?.score as number)
    expect(best('vemesk', named)).toBe('vem -esk')
  })
})

/** A language whose headwords show its affixes and compounds. */
const roots = ['bak', 'tel', 'mur', 'sen', 'gol', 'pim', 'rad', 'fus', 'hal', 'ved', 'nok', 'lir', 'zam', 'tup', 'keg']
const learned = lexicon([
  ...roots.map((headword, i): Entry => ({headword, partOfSpeech: i % 2 === 0 ? 'noun' : 'verb'})),
  {headword: '-osh', partOfSpeech: 'verb:suffix', senses: ['one who does']},
  {headword: '-enni', partOfSpeech: 'noun:suffix', senses: ['small']},
  ...['telosh', 'senosh', 'pimosh', 'fusosh', 'vedosh', 'lirosh'].map((headword): Entry => ({headword, partOfSpeech: 'noun'})),
  ...['bakmur', 'golrad', 'halnok', 'zamkeg', 'murgol', 'radhal', 'nokzam', 'kegbak'].map((headword): Entry => ({headword, partOfSpeech: 'noun'})),
  ...['ostrivan', 'querumel', 'yelbrind', 'wastoq', 'ixhomer', 'drumvaly'].map((headword): Entry => ({headword, partOfSpeech: 'noun'})),
])

describe('morphology learned from headwords', () => {
  test('headwords are derived from others if that is the shorter description', () => {
    expect(best('fusosh', learned)).toBe('fus -osh')
    expect(best('golrad', learned)).toBe('gol rad')
    expect(best('ostrivan', learned)).toBe('ostrivan')
    expect(learned.lookup('fusosh')[0]).toMatchObject({score: 1, entry: {headword: 'fusosh'}, steps: [{kind: 'exact'}]})
  })

  test('words are compounded if headwords are, and a derived word takes the affixes of its part of speech', () => {
    expect(best('bakzam', learned)).toBe('bak zam')
    expect(learned.lookup('bakzam')[0]?.steps).toContainEqual({kind: 'compound', from: 'bakzam', to: 'bak + zam'})
    expect(best('tuposhenni', learned)).toBe('tup -osh -enni')
    expect(best('fusoshenni', learned)).toBe('fusosh -enni')
    expect(
      read(
        'bakzam',
        lexicon(
          roots.map((headword) => ({headword})),
          {inflection: {compounds: false}},
        ),
      ),
    ).toEqual([])
  })

  test('a dictionary may state the parts of a word, and that words are compounded', () => {
    const stated = lexicon([{headword: 'imbra', parts: ['im-', 'bral']}, {headword: 'bral'}, {headword: 'im-'}, {headword: 'tosk'}], {
      inflection: {compounds: true},
    })
    expect(best('imbra', stated)).toBe('im- bral')
    expect(best('toskbral', stated)).toBe('tosk bral')
  })

  test('case matters if headwords have capitals inside words', () => {
    const inner = lexicon([{headword: 'baQ'}, {headword: 'baq'}, {headword: 'DoSa'}, {headword: 'teHli'}, {headword: 'muQ'}])
    expect([best('baQ', inner), best('baq', inner), best('BAQ', inner)]).toEqual(['baQ', 'baq', 'baQ'])
    expect(inner.spelling.caseSensitive).toBe(true)
  })
})

describe('when nothing else explains a word', () => {
  const words = lexicon([
    {headword: 'belorra', senses: ['wind']},
    {headword: 'tam'},
    {headword: 'orro', variants: ['oro']},
    {headword: "sha'"},
    {headword: '-il'},
  ])

  test('every part of a hyphenated word is looked up', () => {
    expect(words.lookup('tam-oroil')[0]).toMatchObject({parts: [{headword: 'tam'}, {headword: 'orro'}, {headword: '-il'}]})
    expect(words.lookup('tam-oroil')[0]?.steps[0]).toEqual({kind: 'hyphen', from: 'tam-oroil', to: 'tam + oroil'})
    expect(words.lookup('tam--orro')).toEqual([])
  })

  test('an apostrophe that typesetters drop', () => {
    expect(words.lookup('sha')[0]?.steps).toEqual([{kind: 'fold', from: 'sha', to: "sha'"}])
  })

  test('near words only on request, each marked as a guess', () => {
    expect(words.lookup('bellora')).toEqual([])
    expect(words.lookup('bellora', {fuzzy: true})[0]).toMatchObject({
      entry: {headword: 'belorra'},
      steps: [{kind: 'guess', from: 'bellora', to: 'belorra'}, {kind: 'exact'}],
    })
    expect(words.lookup('bellora', {fuzzy: true})[0]?.score).toBeLessThanOrEqual(0.5)
    expect(words.lookup('belorra', {fuzzy: true}).every(({steps}) => steps.every(({kind}) => kind !== 'guess'))).toBe(true)
  })
})

describe('adversarial dictionaries', () => {
  test('names of JavaScript properties are ordinary words', () => {
    const odd = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'].map((headword) => ({headword, senses: [`the word ${headword}`]}))
    const {lookup} = lexicon(odd, {spelling: {joiners: '_'}})
    for (const {headword} of odd) expect(lookup(headword)[0]?.entry.headword).toBe(headword)
    expect(lexicon([]).lookup('constructor')).toEqual([])
    expect(() => lexicon([{headword: '-a', seams: ['<__proto__>+a=b']}])).toThrow(/__proto__/u)
  })

  test('cyclic rules terminate', () => {
    const cyclic = lexicon([{headword: 'ab'}, {headword: '-a', seams: ['a+a=a', 'b+a=a', '<x>+a=a']}, {headword: 'a-', seams: ['a+a=a', 'a+<x>=a']}], {
      spelling: {classes: {x: ['a', 'b', 'c']}},
    })
    expect(cyclic.lookup('a'.repeat(90)).length).toBeLessThanOrEqual(16)
    expect(lexicon([{headword: 'ab'}, {headword: '-', senses: ['nothing']}, {headword: '--'}]).lookup('ab')).toHaveLength(1)
    const circular = lexicon([
      {headword: 'ab', parts: ['ba'], see: ['ba']},
      {headword: 'ba', parts: ['ab'], see: ['ab']},
    ])
    expect(best('ab', circular)).toBe('ba')
  })

  test('combinations of classes are limited', () => {
    const letters = Array.from({length: 100}, (_, i) => String.fromCodePoint(0x4e00 + i))
    expect(() => lexicon([{headword: '-a', seams: ['<a>+<b>=<c>']}], {spelling: {classes: {a: letters, b: letters, c: letters}}})).toThrow(/at most 4096/u)
  })

  test('200,000 senses and 20,000 homographs are looked up like others', () => {
    const many = lexicon([
      {headword: 'tal', senses: Array.from({length: 200_000}, (_, i) => `sense ${i}`)},
      ...Array.from({length: 20_000}, () => ({headword: 'orro'})),
    ])
    expect(many.lookup('tal')).toHaveLength(1)
    expect(many.lookup('orro').length).toBeLessThanOrEqual(16)
  })
})
