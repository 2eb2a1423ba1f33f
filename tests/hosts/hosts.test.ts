/** Stories told in other languages than English. */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {annotate} from '../../src/annotate/annotate.js'
import {GERMAN_WORDS} from '../../src/hosts/de/german-words.js'
import {compileWords, glossFrom, type Host, type HostData, hostTags, loadHost, makeHost, recognizeHost, stemByEndings} from '../../src/hosts.js'
import type {Options} from '../../src/index.js'
import {MODERN_WORDS} from './modern-words.js'
import {HOST_PAGES, type HostPage, SECOND_PAGES} from './pages-told-elsewhere.js'

const english = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
const all = await Promise.all(hostTags.map(loadHost))
const hostOf = (tag: string): Host => all.find(({lang}) => lang === tag) as Host
const pageOf = (tag: string): HostPage => HOST_PAGES[tag] as HostPage
/** Those with word lists. */
const others = hostTags.filter((tag) => !['en', 'ja', 'zh'].includes(tag))

/** Utterances and loans as they stand in the story, with their translations. */
function find(text: string, options: Options) {
  const {standoff, messages, ...rest} = annotate(text, {format: 'text', ...options})
  const {utterances} = standoff
  const loans = standoff.terms.filter(({start, end}) => !utterances.some((line) => line.start <= start && end <= line.end))
  return {
    ...rest,
    lines: utterances.map(({start, end, translation}) => [text.slice(start, end), translation]),
    loans: loans.map(({start, end}) => text.slice(start, end)),
    rules: messages.map(({ruleId}) => ruleId),
    messages: messages.map(({reason}) => reason),
  }
}

const pages = others.flatMap((tag): [tag: string, which: string, page: HostPage][] => [
  [tag, 'first', pageOf(tag)],
  [tag, 'second', SECOND_PAGES[tag] as HostPage],
])

test('every host language but English has its page', () => {
  expect(Object.keys(HOST_PAGES)).toEqual(others)
  expect(Object.keys(SECOND_PAGES)).toEqual(others)
  expect(Object.keys(MODERN_WORDS)).toEqual(others)
})

describe.each(pages)('told in %s: the %s page', (tag, _, {text, lines}) => {
  const found = find(text, {host: hostOf(tag)})

  test('the lines are found, with their translations', () => {
    expect(found.lines).toEqual(expect.arrayContaining(lines.map((line) => [...line])))
  })
  test('all lines are found', () => {
    expect(found.lines.map(([line]) => line)).toEqual(expect.arrayContaining(lines.map(([line]) => line)))
  })
  test('nothing else is a line', () => {
    expect(found.lines).toEqual(lines)
  })
  test('no word is a loan', () => {
    expect(found.loans).toEqual([])
  })
  test('the meanings of the glossary are in that language', () => {
    expect(found.hostLanguage).toBe(tag)
    expect(found.glossary.definitionLanguage).toBe(tag)
  })
  test('it is recognised, and told from all others', () => {
    expect(recognizeHost(text)).toBe(tag)
    expect(find(text, {host: all})).toEqual(found)
  })
})

describe.each(others)('words of today in %s', (tag) => {
  test('are known', () => {
    const {familiarity, informal} = hostOf(tag)
    const words = (MODERN_WORDS[tag] as string).trim().split(/\s+/u)
    expect(words.filter((word) => familiarity(word).tier === undefined && !informal.has(word))).toEqual([])
  })
})

describe('which of several hosts', () => {
  test('an English story is told in English', () => {
    expect(recognizeHost(english)).toBe('en')
    expect(annotate(english, {host: all}).standoff).toEqual(annotate(english).standoff)
    expect(annotate(english).hostLanguage).toBe('en')
    expect(annotate(english).glossary).not.toHaveProperty('definitionLanguage')
  })

  const short = 'Tuvassi melhun. Komm.'
  test('a page is believed about its language', () => {
    expect(find(`<html lang="de-AT"><body><p>${short}</p></body></html>`, {host: all, format: 'html'}).hostLanguage).toBe('de')
    expect(find(`<html><body><p>${short}</p></body></html>`, {host: all, format: 'html'}).hostLanguage).not.toBe('sv')
  })
  test('front matter is believed', () => {
    expect(find(`---\nlang: sv\n---\n\n${short}\n`, {host: all, format: 'markdown'}).hostLanguage).toBe('sv')
  })
  test('what the words contradict is not believed', () => {
    const german = pageOf('de').text
    expect(find(`---\nlang: fr\n---\n\n${german}\n`, {host: all, format: 'markdown'}).hostLanguage).toBe('de')
  })

  test('a story in none of them has nothing but a message', () => {
    const {lines, loans, rules, glossary, glossaries, hostLanguage, messages} = find(pageOf('ru').text, {host: [hostOf('en'), hostOf('de')]})
    expect({lines, loans, rules}).toEqual({lines: [], loans: [], rules: ['host-language']})
    expect(messages).toEqual(['The story is not told in any of “en”, “de”, so nothing is annotated'])
    expect([glossary.entries, glossaries.length, hostLanguage]).toEqual([[], 1, 'und'])
  })
  test('so has a German story for those who know English alone', () => {
    const {lines, loans, rules} = find(pageOf('de').text, {})
    expect({lines, loans, rules}).toEqual({lines: [], loans: [], rules: ['host-language']})
  })

  test('a story in two languages gets one message', () => {
    const chapters = `${pageOf('de').text}\n\n${english.replace(/[*#_]/gu, '').slice(0, pageOf('de').text.length)}`
    const {rules, messages} = find(chapters, {host: all})
    expect(rules.filter((rule) => rule === 'host-language')).toHaveLength(1)
    expect(messages.find((reason) => /part of the story/u.test(reason))).toMatch(/told in “(?:en|de)”; it is read as “(?:de|en)”/u)
  })

  test.each(['', ' ', 'Ja.', '„Nein“, sagte er.', '—', '¿Qué?', '123'])('a very short story: %j', (text) => {
    const {rules, hostLanguage} = find(text, {host: all})
    expect(rules).not.toContain('host-language')
    expect(hostTags).toContain(hostLanguage)
  })
  test.each(others)('the first speech in %s alone is no other language', (tag) => {
    const [first = ''] = pageOf(tag).text.split('\n')
    expect(find(first, {host: hostOf(tag)}).lines).toEqual([])
  })
})

describe('a host that is none', () => {
  test.each([['de'], [{}], [null], [[]], [[{lang: 'de'}]], [{lang: 'de', familiarity: () => ({})}]])('%j', (host) => {
    expect(() => annotate('Ja.', {host: host as never})).toThrow(/^Option `host.*a host language, such as the default export of xenogloss\/hosts\/de/u)
    expect(() => annotate('Ja.', {host: host as never})).toThrow(TypeError)
  })
})

describe('a host of one’s own', () => {
  const roles = {the: 'la', and: 'kaj', in: 'en', i: 'mi', she: 'ŝi', is: 'estas', to: 'al', not: 'ne'}
  const data: HostData = {
    lang: 'eo',
    words: compileWords({10: ['domo', 'nokto', 'lampo', 'sur', 'tablo'], 35: ['maljuna', 'virino', 'diris', 'fenestro', 'bonvolu'], 60: ['kverko']}),
    roles,
    exclamations: 'ho ha',
    abbreviations: 'k ktp',
    stem: stemByEndings('o oj on ojn a aj an ajn as is os'),
    speechVerbs: 'diris demandis',
    ...glossFrom(
      {
        means: 'signifas; kio signifas',
        thatIs: 'tio estas',
        or: 'aŭ',
        inHost: 'en esperanto',
        says: 'ŝi diras',
        label: 'traduko',
        literally: 'laŭvorte',
        wordFor: 'vorto por',
        reported: 'ke ĉu',
        heading: 'vortaro',
        naming: ['nomata', 'de', 'vorto', 'signifas'],
      },
      roles,
    ),
  }

  test('knows its words', () => {
    const {familiarity, lang} = makeHost(data)
    expect(lang).toBe('eo')
    expect(['domo', 'virino', 'kverko', 'kaj', 'orrekh'].map((word) => familiarity(word).tier)).toEqual([10, 35, 60, 10, undefined])
  })
  test('reads a story', () => {
    const text = '“Orrekh tuvassi melhun dar,” diris la maljuna virino. (La lampo estas sur la tablo.)'
    expect(find(text, {host: makeHost(data)}).lines).toEqual([['Orrekh tuvassi melhun dar,', 'La lampo estas sur la tablo.']])
  })
  test.each([
    ['cut off', {lines: data.words.lines.slice(0, -7)}],
    ['without its last list', {lines: data.words.lines.replace(/\n[^\n]*$/u, '')}],
    ['of another version', {version: 99}],
    ['of another count', {count: 5}],
    ['of nothing', {lines: ''}],
  ])('%s is refused by name', (_, damage) => {
    const host = makeHost({...data, words: {...data.words, ...damage}})
    expect(() => host.familiarity('domo')).toThrow(/^The words of host 'eo' are/u)
    expect(() => annotate('“Orrekh tuvassi,” diris la virino.', {format: 'text', host})).toThrow(/host 'eo'/u)
  })
  test('half of a real list is refused by name', () => {
    const lines = GERMAN_WORDS.lines.slice(0, GERMAN_WORDS.lines.length / 2)
    const host = makeHost({...data, lang: 'de', words: {...GERMAN_WORDS, lines}})
    expect(() => host.familiarity('haus')).toThrow(/^The words of host 'de' are damaged: \d+ of \d+ code units$/u)
  })
})
