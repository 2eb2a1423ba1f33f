/** Word lists for the hunspell spell-checker. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {hunspell} from '../../src/formats/hunspell.js'
import type {Dictionary} from '../../src/index.js'
import {runProgram, testWith, writeToFolder} from '../support/programs.js'

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../dictionaries/${name}.json`, import.meta.url), 'utf8')) as Dictionary
const text = (dictionary: Dictionary, extension: string) => {
  const files = hunspell.write(dictionary)
  return new TextDecoder().decode(files[Object.keys(files).find((name) => name.endsWith(extension)) as string])
}

/** Runs hunspell to find unknown words and suggestions. */
function checker(dictionary: Dictionary) {
  const files = hunspell.write(dictionary)
  const folder = writeToFolder(files, '')
  const path = join(folder, (Object.keys(files)[0] as string).slice(0, -4))
  const run = (mode: string, words: readonly string[]) => runProgram('hunspell', ['-i', 'utf-8', '-d', path, mode], {input: `${words.join('\n')}\n`})
  return {
    unknown: (...words: string[]) => run('-l', words).split('\n').filter(Boolean),
    suggestions: (word: string) => /^& .*: (.*)$/mu.exec(run('-a', [`^${word}`]))?.[1]?.split(', ') ?? [],
  }
}

const made: Dictionary = {
  language: 'art-x-made',
  name: 'Made',
  spelling: {letters: ['a', 'b'], variants: [['ś', 'sh']], classes: {vowel: ['a', 'o']}},
  inflection: {slots: ['number', 'case'], seams: ['<vowel>+<vowel>=<vowel>', 'n+b=mb'], compounds: false},
  entries: [
    {headword: 'tarny', partOfSpeech: 'noun:animate'},
    {headword: 'lora', partOfSpeech: 'noun', variants: ['lo/ra'], forms: ['lorelle']},
    {headword: 'bel', partOfSpeech: 'verb'},
    {headword: 'śorn', partOfSpeech: 'particle'},
    {headword: 'ver dun', partOfSpeech: 'particle'},
    {headword: '-s', attachesTo: ['noun'], slot: 'number', seams: ['y+s=ies']},
    {headword: '-am', variants: ['-em'], attachesTo: ['noun'], slot: 'case'},
    {headword: 'un-', attachesTo: ['verb', 'adjective']},
    {headword: '-eth', attachesTo: ['verb'], gives: 'noun'},
  ],
}

describe('hunspell itself', () => {
  testWith(['hunspell'], 'accepts the words, variants and forms of a dictionary, also in capitals, and no others', () => {
    for (const name of ['vessik', 'memoirs-krypton']) {
      const dictionary = file(name)
      const {unknown} = checker(dictionary)
      const words = dictionary.entries
        .filter(({headword}) => !/^-|-$/u.test(headword))
        .flatMap(({headword, variants = [], forms = []}) => [headword, ...variants, ...forms.map((form) => (typeof form === 'string' ? form : form.form))])
      expect(unknown(...words, ...words.map((word) => word.toUpperCase()))).toEqual([])
      expect(unknown('dorvvet', 'kandrish', 'vesst')).toEqual(['dorvvet', 'kandrish', 'vesst'])
    }
  })

  testWith(['hunspell'], 'accepts words with affixes, but not with affixes of other parts of speech', () => {
    const {unknown, suggestions} = checker(file('vessik'))
    expect(unknown("na'dorvet", "na'dorvetnu", 'dathulath', "ke'dathulei", "Lo'ollim", 'na’dorvet')).toEqual([])
    expect(unknown('dorvetath', "na'dathul", 'kandreshnu')).toEqual(['dorvetath', "na'dathul", 'kandreshnu'])
    expect(suggestions('kandrish')).toContain('kandresh')
    expect(suggestions("na'dorvat")).toContain("na'dorvet")
  })

  testWith(['hunspell'], 'applies seams, the order of slots, and the resulting part of speech', () => {
    const {unknown} = checker(made)
    expect(unknown('tarnies', 'loras', 'loram', 'lorasam', 'tarnyem', 'umbel', 'beleth', 'umbeleths', 'lorelles', 'ver', 'dun', 'shorn', 'śorn')).toEqual([])
    const wrong = ['tarnys', 'loraam', 'loramas', 'unlora', 'unbel', 'bels', 'śorns', 'lorass']
    expect(unknown(...wrong)).toEqual(wrong)
  })

  testWith(['hunspell'], 'distinguishes case and accepts compounds if the language does', () => {
    const cased = checker({language: 'tlh', spelling: {caseSensitive: true}, entries: [{headword: 'qaq'}, {headword: 'tlhIngan'}]})
    expect(cased.unknown('qaq', 'Qaq', 'tlhIngan', 'tlhingan')).toEqual(['Qaq', 'tlhingan'])
    const words = [{headword: 'salt'}, {headword: 'rode'}]
    expect(checker({language: 'art-x-a', entries: words}).unknown('saltrode')).toEqual(['saltrode'])
    expect(checker({language: 'art-x-a', inflection: {compounds: true}, entries: words}).unknown('saltrode')).toEqual([])
  })
})

test('line breaks in names do not create rules, and words do not create flags', () => {
  const entries = [{headword: 'a/1'}, {headword: 'b\tc\nd'}, {headword: 'no', status: 'rejected' as const}]
  const attack = {language: 'art-x-a', name: 'x\nSFX 1 Y 1', inflection: {seams: ['a+b=c\nSFX 2']}, entries: [...entries, {headword: '-b\nSFX 3'}]}
  expect(text(attack, '.aff')).not.toMatch(/^SFX/mu)
  expect(text({language: 'art-x-a', entries}, '.dic')).toBe('4\na\\/1\nb\nc\nd\n')
})
