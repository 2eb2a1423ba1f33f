import {readFileSync} from 'node:fs'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import {allParts} from '../../src/annotate/all-parts.js'
import {CONVENTIONS, type OptionName, optionsSchema} from '../../src/annotate/options-schema.js'
import {resolveOptions, withLexicons} from '../../src/annotate/resolve-options.js'
import {annotate, conventions, createLexicon, type Dictionary, type Options} from '../../src/index.js'

describe('a wrong option is a TypeError that names it and what it may be', () => {
  test.each<[unknown, RegExp]>([
    [{format: 'pdf'}, /`format`.*'markdown' or 'text' or 'html'.*'pdf'/u],
    [{lang: 'no tag'}, /`lang`.*BCP 47/u],
    [{clues: [{name: 'mine'}]}, /`clues\[0\]`.*`prepare`/u],
    [{threshold: 2}, /`threshold`.*0 to 1.*2/u],
    [{threshold: Number.NaN}, /`threshold`/u],
    [{conventions: ['brackets']}, /`conventions\[0\]`.*'round-brackets'.*'brackets'/u],
    [{conventions: 'round-brackets'}, /`conventions`.*list/u],
    [{conventions: [{name: 'mine'}]}, /`conventions\[0\]`.*`find`/u],
    [{dictionaries: {}}, /`dictionaries`.*list/u],
    [{dictionaries: [{language: 'art-x-mirr'}]}, /`dictionaries\[0\]`.*entries/su],
    [{dictionary: []}, /no option `dictionary`.*did you mean `dictionaries`/u],
    [{treshold: 0.4}, /no option `treshold`.*did you mean `threshold`/u],
    [{zzzz: 1}, /no option `zzzz`; there are `format`, `dictionaries`/u],
    [{rules: {'unknown-words': false}}, /no rule `unknown-words`.*did you mean `unknown-word`/u],
    [{rules: {'unknown-word': 'sometimes'}}, /`rules\['unknown-word'\]`.*'sometimes'/u],
    [{terms: {sorul: 7}}, /`terms\.sorul`.*7/u],
    [{terms: ['7']}, /`terms\[0\]`.*a word.*'7'/u],
    [{ignore: 'sorul'}, /`ignore`.*a list.*'sorul'/u],
    [{work: ''}, /`work`.*not empty/u],
    [null, /options must be an object/u],
  ])('%j', (options, message) => {
    expect(() => annotate('', options as Options)).toThrow(TypeError)
    expect(() => annotate('', options as Options)).toThrow(message)
  })

  test('and so is a source that is no text', () => {
    expect(() => annotate(7 as never)).toThrow(/string or a VFile/u)
  })
})

describe('a broken dictionary says which entry and why', () => {
  test.each<[unknown, RegExp]>([
    [{language: 'mirr!', entries: []}, /language/u],
    [{language: 'art-x-mirr', entries: [{headword: ''}]}, /entries\[0\]/u],
    [{language: 'art-x-mirr', entries: [{headword: 'mirrod'}, {headword: 'tal', senses: 'go'}]}, /entries\[1\] \(“tal”\)\.senses.*Array/u],
    [{language: 'art-x-mirr', entries: [{headword: 'tal', senses: [{definition: 7}]}]}, /entries\[0\] \(“tal”\)\.senses\[0\]/u],
    [{language: 'art-x-mirr', entries: [{headword: 'tal', meaning: 'go'}]}, /entries\[0\] \(“tal”\)\.meaning.*never/u],
    [{language: 'art-x-mirr', entries: [{headword: 'tal', certainty: 'maybe'}]}, /certainty.*attested/u],
    [null, /the dictionary/u],
  ])('%j', (dictionary, message) => {
    expect(() => createLexicon(dictionary as Dictionary)).toThrow(TypeError)
    expect(() => createLexicon(dictionary as Dictionary)).toThrow(message)
  })
})

describe('options made ready for many stories', () => {
  const dictionary: Dictionary = {
    language: 'art-x-mirr',
    entries: [
      {headword: 'mirrod', senses: ['traveller']},
      {headword: 'orreth', status: 'rejected'},
      {headword: '7', status: 'rejected'},
    ],
  }
  const options: Options = {dictionaries: [dictionary], terms: ['sulvane'], ignore: ['vess'], lang: 'art-x-mirr'}

  test('say what they said, also of rejected entries without a letter, and once more', () => {
    const said = ({lexicons, ignore, terms}: ReturnType<typeof resolveOptions>) => ({
      entries: lexicons.map(({entries}) => entries),
      ignore: [...ignore].filter((key) => key !== '7').sort(),
      terms,
    })
    const ready = withLexicons(options)
    expect(said(resolveOptions(ready, allParts))).toEqual(said(resolveOptions(options, allParts)))
    expect(ready.dictionaries?.[0]).toHaveProperty('lookup')
    expect(said(resolveOptions(withLexicons(ready), allParts))).toEqual(said(resolveOptions(options, allParts)))
  })

  test('are checked as any', () => {
    expect(() => withLexicons({...options, threshold: 2})).toThrow(/Option `threshold`/u)
  })
})

describe('what the options do', () => {
  const story = '“Orreth sulvane, mirrod.” [Good evening, traveller.]'

  test('`lang` names the language', () => {
    expect(annotate(story, {lang: 'art-x-mirr'}).standoff.utterances[0]?.lang).toBe('art-x-mirr')
    expect(annotate(story).standoff.utterances[0]?.lang).toBe('art-x-unknown')
  })

  test('`conventions` limits what counts as a gloss, or adds to it', () => {
    expect(annotate(story, {conventions: ['round-brackets']}).standoff.glosses).toEqual([])
    const dash = {
      name: 'dash',
      find: (passages: Parameters<import('../../src/index.js').Convention['find']>[0]) =>
        passages.flatMap(({index, text}) => {
          const start = text.indexOf('— ')
          return start < 0
            ? []
            : [
                {
                  convention: 'dash',
                  passage: index,
                  start,
                  end: text.length,
                  content: {start: start + 2, end: text.length},
                  of: [{passage: index, start: 0, end: start}],
                  reach: 'before' as const,
                  odds: {line: 2, word: 2},
                },
              ]
        }),
    }
    const [gloss] = annotate('“Orreth sulvane, mirrod.” — Good evening, traveller.', {conventions: [dash]}).standoff.glosses
    expect(gloss).toMatchObject({convention: 'dash', of: ['u1']})
  })

  test('`clues` adds one of your own, and the decision shows it', () => {
    const rhyme = {name: 'rhyme', of: ['line' as const], prepare: () => () => 1.25}
    expect(annotate(story, {clues: [rhyme]}).standoff.utterances[0]?.clues).toContainEqual({name: 'rhyme', weight: 1.25})
  })

  test('`threshold` asks for more confidence', () => {
    expect(annotate('“Mirrod sul.”', {threshold: 0}).standoff.utterances.length).toBeGreaterThan(0)
    expect(annotate(story).standoff.utterances).toHaveLength(1)
    expect(annotate(story, {threshold: 1}).standoff.utterances).toEqual([])
  })

  test('`dictionaries` claim words, as data or as a lexicon', () => {
    const dictionary: Dictionary = {
      language: 'art-x-mirr',
      entries: [
        {headword: 'sulvane', senses: ['evening']},
        {headword: 'mirrod', senses: ['traveller']},
      ],
    }
    for (const given of [dictionary, createLexicon(dictionary)]) {
      const {terms, links} = annotate(story, {dictionaries: [given]}).standoff
      expect(terms.find(({headword}) => headword === 'sulvane')).toMatchObject({lang: 'art-x-mirr', meaning: 'evening'})
      expect(links.map(({source, target}) => [story.slice(...source), story.slice(...target)])).toContainEqual(['mirrod', 'traveller'])
    }
  })
})

describe('`terms` may be a map of words', () => {
  const story = 'The sorul burned low, and the davan with it.'
  const meanings = (terms: Options['terms']) => annotate(story, {terms, lang: 'art-x-mirr'}).standoff.terms.map(({headword, meaning}) => [headword, meaning])

  test('to a meaning, to several, to nothing, or to the fields of an entry', () => {
    expect(meanings({sorul: 'lamp', davan: ['here', 'now']})).toEqual([
      ['sorul', 'lamp'],
      ['davan', 'here'],
    ])
    expect(meanings({sorul: '', davan: {partOfSpeech: 'noun', senses: ['fire']}})).toEqual([
      ['sorul', undefined],
      ['davan', 'fire'],
    ])
  })

  test('as in front matter, where both are joined', () => {
    const source = `---\nxenogloss:\n  terms: {davan: fire}\n---\n\n${story}`
    expect(annotate(source, {terms: {sorul: 'lamp'}}).standoff.terms.map(({meaning}) => meaning)).toEqual(['lamp', 'fire'])
  })
})

describe('the schema of the options', () => {
  const source = readFileSync(new URL('../../src/annotate/options-schema.ts', import.meta.url), 'utf8')

  test('lists the conventions of the registry', () => {
    expect(CONVENTIONS).toEqual(conventions.map(({name}) => name))
  })

  test.each(Object.keys(optionsSchema.entries) as OptionName[])('the doc comment of `%s` is its title, default and description', (name) => {
    const {title, description, default: value} = v.getMetadata(optionsSchema.entries[name].wrapped) as {title: string; description: string; default?: unknown}
    const comment = new RegExp(`/\\*\\* (.*) \\*/\n  ${name}: option\\(`, 'u').exec(source)?.[1] as string
    expect(comment.startsWith(`${title} Default `), comment).toBe(true)
    expect(comment.endsWith(`. ${description}`), comment).toBe(true)
    const shown = comment.slice(`${title} Default `.length, -`. ${description}`.length)
    if (value !== undefined) expect(shown).toBe(`\`${typeof value === 'string' ? `'${value}'` : JSON.stringify(value)}\``)
  })
})
