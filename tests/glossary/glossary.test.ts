/** Learning a glossary, merging glossaries, and applying an author's decisions. */
import {readFileSync} from 'node:fs'
import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {proposeAffixes} from '../../src/glossary/propose-affixes.js'
import {annotate, concordance, createLexicon, type Dictionary, type Entry, extractDecisions, type Glossary, mergeGlossaries} from '../../src/index.js'
import {checkDictionary} from '../../src/lexicon/dictionary-schema.js'
import {arbitraryGlossary} from '../support/glossaries.js'
import {randomInputs} from '../support/random-inputs.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const story = read('examples/story/salt-road.md')
const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary
const entryOf = ({entries}: Glossary, headword: string) => entries.find((entry) => entry.headword === headword)
const meanings = (entry: Entry | undefined) => entry?.senses?.map((sense) => (typeof sense === 'string' ? sense : sense.definition))

test('dots and colons inside words are parts of them, stops between sentences are not', () => {
  const {glossary} = annotate('“Ve.lo.ra su:m tarin,” she said. (The house is near.)\n\n“Tarin mek.Velu oss,” he said. (Near it is. Shut it.)')
  const headwords = glossary.entries.map(({headword}) => headword)
  expect(headwords).toEqual(expect.arrayContaining(['ve.lo.ra', 'su:m', 'mek', 'Velu']))
  expect(headwords.filter((headword) => /^(?:ve|lo|ra|su|m|mek\.velu)$/u.test(headword))).toEqual([])
})

test('a translation stated for a line attests no single word of it', () => {
  const {glossary} = annotate('<p>“<i title="Come here, little one.">K’oshar, ad’ila.</i>”</p>', {format: 'html'})
  expect(glossary.entries.map(({headword, certainty, senses}) => [headword, certainty, senses?.length])).toEqual([
    ['ad’ila', 'inferred', 1],
    ['k’oshar', 'inferred', 1],
  ])
})

describe('a story without a dictionary', () => {
  const {glossary} = annotate(story, {work: 'salt-road'})

  test('every word is proposed, with its places, meanings and their certainty', () => {
    const thessa = entryOf(glossary, 'thessa')
    expect(thessa).toMatchObject({
      status: 'proposed',
      count: 7,
      certainty: 'inferred',
      variants: ['thesa'],
      senses: [{definition: 'wind', certainty: 'inferred'}],
    })
    expect(thessa?.evidence).toHaveLength(7)
    expect(thessa?.evidence?.[0]).toMatchObject({work: 'salt-road', start: story.search(/thessa/iu)})
    expect(glossary.entries.filter(({status}) => status !== 'proposed')).toEqual([])
    expect(() => checkDictionary(glossary)).not.toThrow()
  })

  test('a beginning shared by thousands of words is not a stem; comparing them all would take minutes', () => {
    const letters = [...'aeioubdgklmnprstvz']
    const words = Array.from({length: 30_000}, (_, index) => {
      const headword = `kath${Array.from({length: 4}, (__, at) => letters[Math.floor(index / letters.length ** at) % letters.length]).join('')}`
      return {headword, evidence: [{start: index, end: index + 1}]}
    })
    for (const {evidence = []} of proposeAffixes(words, () => ['salt'])) expect(evidence.every(({form = ''}) => form.startsWith('kath'))).toBe(true)
  }, 20_000)

  test('a spelling of a word is not its meaning', () => {
    const entry = entryOf(glossary, 'dorvet')
    expect(entry?.variants).toEqual(['dorvett'])
    expect(meanings(entry)).toEqual(['mule'])
  })

  test('affixes are inferred from forms that share stems, and their meanings from the translations', () => {
    const affixes = glossary.entries.filter(({headword}) => /^-|-$/u.test(headword))
    expect(affixes.map(({headword}) => headword).sort()).toEqual(['-ath', '-ei', '-nu', "ke'-", "lo'-", "na'-", "ti'-"])
    expect(affixes.every(({headword}) => vessik.entries.some((entry) => entry.headword === headword))).toBe(true)
    expect(meanings(entryOf(glossary, "na'-"))).toEqual(['my'])
    expect(meanings(entryOf(glossary, "ke'-"))).toEqual(['not'])
    const forms = entryOf(glossary, "na'-")?.evidence?.map(({start, end}) => story.slice(start, end).toLowerCase().replace('’', "'"))
    expect(new Set(forms)).toEqual(new Set(["na'ollim", "na'dorvet", "na'dorvett"]))
  })

  test('it can be used for look-up', () => {
    const {lookup} = createLexicon(glossary)
    expect(meanings(lookup('Thesa')[0]?.entry)).toEqual(['wind'])
  })
})

test('meanings that differ only in case and article are one sense, without the article', () => {
  const meanings = (...all: [meaning: string, confidence: number][]) => {
    const evidence = all.map(([meaning, confidence], index) => ({work: 'a', start: 9 * index, end: 9 * index + 5, meaning, confidence}))
    return mergeGlossaries([{language: 'art-x-mirr', entries: [{headword: 'tarvo', status: 'proposed', evidence}]}]).entries[0]?.senses
  }
  expect(meanings(['lantern', 0.5], ['A lantern', 0.9], ['The lantern', 0.6])).toEqual([{definition: 'lantern', certainty: 'attested'}])
  expect(meanings(['An oar', 0.9], ['a', 0.5], ['the', 0.4])).toEqual([
    {definition: 'An oar', certainty: 'attested'},
    {definition: 'a', certainty: 'inferred'},
    {definition: 'the', certainty: 'inferred'},
  ])
  // What a person wrote stays as it is, and stands for the proposal.
  const own = {language: 'art-x-mirr', entries: [{headword: 'tarvo', senses: ['a lantern', 'the lantern']}]}
  const learned = {
    language: 'art-x-mirr',
    entries: [{headword: 'tarvo', status: 'proposed' as const, evidence: [{work: 'a', start: 0, end: 5, meaning: 'lantern', confidence: 0.9}]}],
  }
  expect(mergeGlossaries([own, learned]).entries[0]?.senses).toEqual([{definition: 'a lantern'}, {definition: 'the lantern'}])
})

describe('with a dictionary', () => {
  const {glossary} = annotate(story, {dictionaries: [vessik]})

  test('its entries, including affixes, have the forms and places found', () => {
    const child = entryOf(glossary, 'ollim')
    expect(child).toMatchObject({partOfSpeech: 'noun', forms: expect.arrayContaining([{form: "na'ollim", meaning: 'child'}])})
    expect(child?.status).toBeUndefined()
    expect(entryOf(glossary, "na'-")?.count).toBeGreaterThanOrEqual(8)
    expect(glossary.entries.filter(({status}) => status === 'proposed')).toEqual([])
  })
})

describe('merging glossaries', () => {
  test('of 150,000 stories with one word', () => {
    const glossaryOf = (work: string): Glossary => ({
      language: 'art-x-often',
      entries: [
        {headword: 'zelu', status: 'proposed', certainty: 'inferred', count: 1, evidence: [{work, start: 1, end: 5, meaning: 'star', confidence: 0.9}]},
      ],
    })
    const [entry] = mergeGlossaries(Array.from({length: 150_000}, (_, index) => glossaryOf(`story ${index}`))).entries
    expect(entry).toMatchObject({headword: 'zelu', status: 'proposed', certainty: 'attested', count: 150_000})
  })

  test('is associative, commutative and idempotent, and returns a valid dictionary', () => {
    fc.assert(
      fc.property(arbitraryGlossary(), arbitraryGlossary(), arbitraryGlossary(), (a, b, c) => {
        const all = mergeGlossaries([a, b, c])
        expect(mergeGlossaries([mergeGlossaries([a, b]), c])).toEqual(all)
        expect(mergeGlossaries([a, mergeGlossaries([b, c])])).toEqual(all)
        expect(mergeGlossaries([c, b, a])).toEqual(all)
        const own = mergeGlossaries([a])
        expect(mergeGlossaries([own, own])).toEqual(own)
        expect(() => checkDictionary(all)).not.toThrow()
      }),
      randomInputs(100),
    )
  })

  test('merging a learned glossary with itself does not change it', () => {
    const {glossary} = annotate(story)
    expect(mergeGlossaries([glossary])).toEqual(glossary)
    expect(mergeGlossaries([glossary, glossary])).toEqual(glossary)
  })

  test('the chapters of a book are combined', () => {
    const chapter = (work: string, text: string) => annotate(text, {work, lang: 'art-x-vessik'}).glossary
    const [one, two] = [chapter('one', '“Vess thalor imbra.” (Salt keeps the house.)'), chapter('two', '“Vess.” (Salt.)\n\n“Vess ommu.” (Salt, Grandmother.)')]
    const both = mergeGlossaries([one, two])
    expect(entryOf(both, 'vess')?.count).toBe(3)
    expect(entryOf(both, 'vess')?.evidence?.map(({work}) => work)).toEqual(['one', 'two', 'two'])
    expect(entryOf(both, 'imbra')).toEqual(entryOf(one, 'imbra'))
  })

  test('glossaries of different languages cause an error', () => {
    expect(() => mergeGlossaries([])).toThrow(/at least one/u)
    expect(() => mergeGlossaries([vessik, {language: 'tlh', entries: []}])).toThrow(/art-x-vessik and tlh/u)
  })
})

describe('an author’s decisions', () => {
  const learned = annotate(story).glossary
  const edit = (glossary: Glossary, headword: string, change: (entry: Entry) => Entry): Glossary => ({
    ...glossary,
    entries: glossary.entries.map((entry) => (entry.headword === headword ? change(entry) : entry)),
  })
  const again = (edited: Glossary): Glossary => mergeGlossaries([extractDecisions(edited), annotate(story, {dictionaries: [edited]}).glossary])

  test('without decisions nothing changes', () => {
    expect(extractDecisions(learned).entries).toEqual([])
    expect(again(learned)).toEqual(learned)
  })

  test('take precedence, nothing is lost, and a second run changes nothing', () => {
    const accepted = edit(learned, 'marrudh', ({status: _, ...entry}) => ({...entry, partOfSpeech: 'noun', notes: 'It stands over the only well.'}))
    const corrected = edit(accepted, 'kelemtha', (entry) => ({...entry, senses: ['path']}))
    const halved = edit(corrected, 'sorul', (entry) => ({...entry, senses: [...(entry.senses ?? []).slice(0, 1), {definition: 'A lamp', status: 'rejected'}]}))
    const edited = edit(halved, 'dakh', (entry) => ({...entry, status: 'rejected'}))
    const first = again(edited)
    expect(entryOf(first, 'marrudh')).toMatchObject({partOfSpeech: 'noun', notes: 'It stands over the only well.', count: 5})
    expect(entryOf(first, 'marrudh')?.status).toBeUndefined()
    expect(meanings(entryOf(first, 'kelemtha'))?.[0]).toBe('path')
    expect(entryOf(first, 'sorul')?.senses).toContainEqual({definition: 'A lamp', status: 'rejected'})
    expect(entryOf(first, 'dakh')).toMatchObject({status: 'rejected'})
    expect(annotate(story, {dictionaries: [edited]}).standoff.terms.some(({start, end}) => /^dakh$/iu.test(story.slice(start, end)))).toBe(false)
    expect(first.entries.map(({headword}) => headword)).toEqual(
      expect.arrayContaining(edited.entries.filter(({status}) => status !== 'proposed').map(({headword}) => headword)),
    )
    expect(again(first)).toEqual(first)
  })
})

describe('concordance', () => {
  const annotation = annotate(story)
  const stories = [{source: story, standoff: annotation.standoff}]

  test('every occurrence, in order, with its context and the translation of its line', () => {
    const entry = entryOf(annotation.glossary, 'thessa') as Entry
    const lines = concordance(entry, stories, {width: 30})
    expect(lines.map(({start, end}) => [start, end])).toEqual(entry.evidence?.map(({start, end}) => [start, end]))
    for (const {before, word, after, start} of lines) {
      expect(before.length).toBeLessThanOrEqual(30)
      expect(after.length).toBeLessThanOrEqual(30)
      expect(`${before}${word}${after}`).not.toMatch(/\n/u)
      const around = story.slice(Math.max(0, start - 60), start + 100).replace(/\s+/gu, ' ')
      expect(around).toContain(`${before}${word}${after}`)
    }
    expect(lines.some(({translation}) => translation?.includes('wind'))).toBe(true)
  })

  test('a word instead of an entry: in all its forms if the glossaries are given, else as a term of the standoff', () => {
    const entry = entryOf(annotation.glossary, 'thessa') as Entry
    const whole = [{...annotation, source: story}]
    expect(concordance('Thessa', whole)).toEqual(concordance(entry, whole))
    expect(concordance('thessa', stories).map(({word}) => word.toLowerCase())).toEqual(expect.arrayContaining(['thessa']))
    expect(concordance('thessa', stories).length).toBeLessThanOrEqual(concordance(entry, whole).length)
    expect([concordance('nosuchword', whole), concordance('nosuchword', stories), concordance('__proto__', stories)]).toEqual([[], [], []])
  })

  test('evidence from other works is skipped', () => {
    const entry = entryOf(annotation.glossary, 'thessa') as Entry
    expect(concordance(entry, [{...stories[0]!, work: 'another'}])).toEqual([])
    expect(concordance({headword: 'thessa'}, stories)).toEqual([])
  })
})
