/** LIFT: what it keeps, validation, and files of other programs. */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {lift} from '../../src/formats/lift/lift.js'
import type {Entry} from '../../src/index.js'
import {arbitraryEntries, exampleAnnotation, expectedAfterRoundTrip, fullDictionary, krypton, vessik} from '../support/dictionaries.js'
import {runProgram, testWith, writeToFolder} from '../support/programs.js'

const schema = (name: string) => fileURLToPath(new URL(`schemas/${name}`, import.meta.url))
describe('lift', () => {
  test.each([
    ['vessik', vessik],
    ['memoirs-krypton', krypton],
    ['a learned glossary', exampleAnnotation.glossary],
    ['all fields', fullDictionary],
  ])('keeps everything except evidence, spelling and inflection: %s', (_, sample) => {
    const {spelling: __, inflection: ___, ...rest} = expectedAfterRoundTrip(sample)
    expect(lift.read(lift.write(sample), {language: sample.language})).toEqual(rest)
  })

  test('keeps any entry, except for characters that XML does not allow', () => {
    fc.assert(
      fc.property(arbitraryEntries, (sample) => {
        expect(lift.read(lift.write(sample), {language: 'art-x-any'})).toEqual(expectedAfterRoundTrip(sample))
      }),
    )
  })

  test('entries have the same ids in every file, and homographs are numbered', () => {
    const ids = (entries: readonly Entry[]) =>
      [...lift.write({...fullDictionary, entries}).matchAll(/<entry id="([^"]+)" guid="([^"]+)"(?: order="(\d)")?/gu)].map(([, id, guid, order]) => [
        id,
        guid,
        order,
      ])
    const all = ids(fullDictionary.entries)
    expect(new Set(all.map(([, guid]) => guid)).size).toBe(fullDictionary.entries.length)
    expect(all.map(([, , order]) => order)).toEqual([undefined, undefined, '1', '2', undefined, undefined, undefined])
    expect(ids(fullDictionary.entries.slice(1, 2))).toEqual(all.slice(1, 2))
  })

  test('reads files of other programs', () => {
    const foreign = `<lift version="0.13" producer="Somebody's 1.0"><header><ranges><range id="etymology" href="file://nowhere"/></ranges></header>
      <entry id="gone" dateDeleted="2020-01-01T00:00:00Z"/>
      <entry id="a_1"><lexical-unit><form lang="qaa-fonipa"><text>ˈkɛʃti</text></form><form lang="art-x-shore"><text>keshti</text></form></lexical-unit>
        <sense id="s1"><grammatical-info value="Noun"/><gloss lang="de"><text>Wasser</text></gloss><gloss lang="en"><text>water</text></gloss><gloss lang="en"><text>sea</text></gloss>
          <relation type="Synonyms" ref="s2"/><subsense><definition><form lang="de"><text>eine Träne</text></form><form lang="en"><text>a <span class="x">tear</span></text></form></definition></subsense></sense></entry>
      <entry id="b_2"><lexical-unit><form lang="art-x-shore"><text>nu</text></form></lexical-unit><trait name="morph-type" value="suffix"/><sense id="s2"><trait name="status" value="Pending"/><trait name="certainty" value="90 %"/><gloss lang="en"><text>several</text></gloss></sense><trait name="status" value="to do"/>
        <relation type="_component-lexeme" ref="" order="0"/><note type="bibliography"><form lang="en"><text>One.</text></form></note><note><form lang="en"><text>Two.</text></form></note></entry>
      <entry id="c_3"><citation><form lang="art-x-shore"><text>keshtinu</text></form></citation><lexical-unit><form lang="art-x-shore"><text>keshti'nu</text></form></lexical-unit>
        <relation type="_component-lexeme" ref="a_1" order="0"><trait name="complex-form-type" value="Compound"/></relation><relation type="_component-lexeme" ref="b_2" order="1"/></entry>
    </lift>`
    expect(lift.read(foreign, {definitionLanguage: 'en'}).entries).toEqual([
      {headword: 'keshti', partOfSpeech: 'Noun', pronunciation: 'ˈkɛʃti', senses: [{definition: 'water; sea'}, {definition: 'a tear'}], see: ['-nu']},
      {headword: '-nu', senses: [{definition: 'several', status: 'proposed'}], notes: 'One.\nTwo.'},
      {headword: 'keshtinu', variants: ["keshti'nu"], parts: ['keshti', '-nu']},
    ])
    expect(lift.read(foreign, {definitionLanguage: 'de'}).entries[0]?.senses).toEqual([{definition: 'Wasser'}, {definition: 'eine Träne'}])
    expect(lift.read(foreign).language).toBe('art-x-shore')
  })

  test('an entry without a word is passed over with a message, and the others are read', () => {
    const messages: string[] = []
    const foreign = `<lift version="0.13">
      <entry id="a"><sense id="s1"><gloss lang="en"><text>nothing</text></gloss></sense></entry>
      <entry id="b"><lexical-unit><form lang="art-x-shore"><text/></form><form lang="art-Zxxx-x-shore-audio"><text>keshti.wav</text></form></lexical-unit></entry>
      <entry id="c"><lexical-unit><form lang="art-x-shore"><text>nuva</text></form></lexical-unit><relation type="_component-lexeme" ref="a"/></entry>
    </lift>`
    expect(lift.read(foreign, {file: 'shore.lift', onMessage: (message) => messages.push(message)}).entries).toEqual([{headword: 'nuva', parts: ['a']}])
    expect(messages).toEqual([2, 3].map((line) => `shore.lift: line ${line}: passed over an entry without a word in its <lexical-unit>`))
    expect(lift.read(foreign).entries).toHaveLength(1)
  })

  test('the headword is the form in the language, whatever stands first', () => {
    const form = (lang: string, text: string) => `<form lang="${lang}"><text>${text}</text></form>`
    const entry = (...forms: string[]) => `<entry><lexical-unit>${forms.join('')}</lexical-unit></entry>`
    const foreign = `<lift version="0.13">${[
      entry(form('qaa-fonipa-x-shore', 'ˈkɛʃti'), form('qaa-Cyrl-x-shore', 'кешти'), form('qaa-x-shore', 'keshti')),
      entry(form('qaa-fonipa-x-shore', 'ˈnuva'), form('qaa-Cyrl-x-shore', 'нува')),
      entry(form('qaa-fonipa-x-shore', 'tho')),
    ].join('')}</lift>`
    const read = (language?: string) => {
      const dictionary = lift.read(foreign, {language})
      return [
        dictionary.language,
        ...dictionary.entries.map(({headword, variants = [], pronunciation = ''}) => [headword, ...variants, pronunciation].join(' ')),
      ]
    }
    expect(read('qaa-x-shore')).toEqual(['qaa-x-shore', 'keshti кешти ˈkɛʃti', 'нува ˈnuva', 'tho '])
    expect(read()).toEqual(['qaa-Cyrl-x-shore', 'кешти keshti ˈkɛʃti', 'нува ˈnuva', 'tho '])
    expect(read('art-x-vessik')).toEqual(read())
  })

  test('the pronunciation has the phonetic tag of its language', () => {
    for (const [language, tag] of [
      ['art-x-shore', 'art-fonipa-x-shore'],
      ['tlh', 'tlh-fonipa'],
      ['x-shore', 'qaa-fonipa-x-shore'],
    ]) {
      const written = lift.write({language: language!, entries: [{headword: 'vess', pronunciation: 'vɛs'}]})
      expect(written).toContain(`<form lang="${tag}">`)
      expect(lift.read(written).entries).toEqual([{headword: 'vess', pronunciation: 'vɛs'}])
    }
  })

  testWith(['jing', 'xmllint'], 'conforms to our schema of LIFT 0.13', () => {
    const samples = [vessik, krypton, exampleAnnotation.glossary, fullDictionary, {...fullDictionary, entries: []}, ...fc.sample(arbitraryEntries, 8)]
    const paths = samples.map((sample) => join(writeToFolder(lift.write(sample), 'words.lift'), 'words.lift'))
    // Runs each program once, because it is slow to start.
    runProgram('xmllint', ['--noout', '--nonet', ...paths])
    runProgram('jing', ['-c', schema('lift-0.13.rnc'), ...paths])
  })
})
