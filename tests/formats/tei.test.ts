/** TEI: what it keeps, validation, and files of other programs. */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {tei} from '../../src/formats/tei/tei.js'
import {arbitraryEntries, exampleAnnotation, expectedAfterRoundTrip, fullDictionary, krypton, vessik} from '../support/dictionaries.js'
import {runProgram, testWith, writeToFolder} from '../support/programs.js'

const schema = (name: string) => fileURLToPath(new URL(`schemas/${name}`, import.meta.url))
const oneLine = (text: string) =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' ') || ' '
    : text

describe('tei', () => {
  test.each([
    ['vessik', vessik],
    ['memoirs-krypton', krypton],
    ['a learned glossary', exampleAnnotation.glossary],
    ['all fields', fullDictionary],
  ])('keeps everything except evidence: %s', (_, sample) => {
    expect(tei.read(tei.write(sample))).toEqual(expectedAfterRoundTrip(sample))
  })

  test('keeps any entry, except for characters that XML does not allow and line breaks outside notes', () => {
    fc.assert(
      fc.property(arbitraryEntries, (sample) => {
        expect(tei.read(tei.write(sample))).toEqual(expectedAfterRoundTrip(sample, oneLine))
      }),
    )
  })

  test('references have targets', () => {
    const text = tei.write(fullDictionary)
    const ids = [...text.matchAll(/xml:id="([^"]+)"/gu)].map(([, id]) => id)
    for (const [, target] of text.matchAll(/target="#([^"]+)"/gu)) expect(ids).toContain(target)
    expect(ids.filter((id) => id?.startsWith('e.ollim'))).toEqual(['e.ollim', 'e.ollim.s1', 'e.ollim.2', 'e.ollim.2.s1'])
  })

  test('reads files of other programs', () => {
    const foreign = `<?xml version="1.0" encoding="UTF-8"?>
      <?xml-model href="http://nowhere.invalid/tei.rng"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <teiHeader><fileDesc><titleStmt><title>Words of
          the shore</title></titleStmt></fileDesc></teiHeader>
        <text><body><div>
          <superEntry>
            <entry xml:id="one" xml:lang="art-x-shore"><form><orth>keshti</orth><pron>ˈkɛʃti</pron><form type="inflected"><orth>keshtinu</orth></form></form>
              <gramGrp><pos>n</pos><gen>f</gen></gramGrp>
              <sense n="1"><cit type="translation" xml:lang="en"><quote>water</quote></cit><cit type="trans"><quote>sea</quote></cit>
                <cit type="example"><quote>keshti tivek</quote><cit type="translation"><quote>good water</quote></cit></cit>
                <sense><def>a   tear</def></sense></sense>
              <xr type="synonymy">cf. <ref target="#two">see there</ref></xr></entry>
            <!-- a comment with <entry> in it -->
            <tei:entryFree xmlns:tei="http://www.tei-c.org/ns/1.0" xml:id="two"><tei:form type="headword"><tei:orth>thessa</tei:orth></tei:form><tei:form type="variant"><tei:orth>thesa</tei:orth></tei:form>
              <tei:def><![CDATA[wind & <salt>]]></tei:def><tei:re><tei:form><tei:orth>thessa ulmeth</tei:orth></tei:form></tei:re></tei:entryFree>
          </superEntry>
        </div></body></text>
      </TEI>`
    expect(tei.read(foreign)).toEqual({
      language: 'art-x-shore',
      name: 'Words of the shore',
      entries: [
        {
          headword: 'keshti',
          partOfSpeech: 'n',
          pronunciation: 'ˈkɛʃti',
          senses: [{definition: 'water; sea'}, {definition: 'a   tear'}],
          forms: [{form: 'keshtinu'}],
          see: ['thessa'],
        },
        {headword: 'thessa', senses: [{definition: 'wind & <salt>'}], variants: ['thesa']},
        {headword: 'thessa ulmeth'},
      ],
    })
  })

  testWith(['jing', 'xmllint'], 'conforms to our schema of TEI Lex-0', () => {
    const samples = [vessik, krypton, exampleAnnotation.glossary, fullDictionary, {...fullDictionary, entries: []}, ...fc.sample(arbitraryEntries, 8)]
    const paths = samples.map((sample) => join(writeToFolder(tei.write(sample), 'words.xml'), 'words.xml'))
    // Runs each program once, because it is slow to start.
    runProgram('xmllint', ['--noout', '--nonet', ...paths])
    runProgram('jing', ['-c', schema('tei-lex-0.rnc'), ...paths])
  })
})
