/** What other programs for inventing languages save: PolyGlot, Lexiconga, Lexicanter. */
import fc from 'fast-check'
import {zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {json} from '../../src/formats/json/json.js'
import {lexicanter} from '../../src/formats/lexicanter.js'
import {polyglot} from '../../src/formats/polyglot/polyglot.js'
import {zip} from '../../src/formats/shared/zip.js'
import {createLexicon} from '../../src/index.js'
import {dictionaryErrors} from '../../src/lexicon/dictionary-schema.js'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('PolyGlot', () => {
  const word = (fields: Record<string, string>, inner = '') =>
    `<word>${Object.entries(fields)
      .map(([name, text]) => `<${name}>${text}</${name}>`)
      .join('')}${inner}</word>`
  const LANGUAGE = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<dictionary>
  <PolyGlotVer>3.6</PolyGlotVer>
  <languageProperties><fontCon>Charis SIL</fontCon><langName>Vessik</langName><alphaOrder>a,ch,e</alphaOrder><langPropAuthorCopyright>By Nobody</langPropAuthorCopyright></languageProperties>
  <partsOfSpeech><partOfSpeechNode><partOfSpeechId>2</partOfSpeechId><partOfSpeechName>noun</partOfSpeechName><partOfSpeechNotes/></partOfSpeechNode></partsOfSpeech>
  <wordGrammarClassCollection>
    <wordGrammarClassNode><wordGrammarClassID>4</wordGrammarClassID><wordGrammarClassName>Gender</wordGrammarClassName><wordGrammarClassValuesCollection>
      <wordGrammarClassValueNode><wordGrammarClassValueId>1</wordGrammarClassValueId><wordGrammarClassValueName>soft</wordGrammarClassValueName></wordGrammarClassValueNode></wordGrammarClassValuesCollection></wordGrammarClassNode>
    <wordGrammarClassNode><wordGrammarClassID>5</wordGrammarClassID><wordGrammarClassName>Root</wordGrammarClassName></wordGrammarClassNode>
  </wordGrammarClassCollection>
  <lexicon>
    ${word(
      {
        wordId: '7',
        localWord: 'salt',
        conWord: 'vess',
        wordPosId: '2',
        pronunciation: 'vɛs',
        definition: '&lt;html&gt;&lt;body&gt;&lt;p&gt;white &amp;amp; mined&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;&lt;/body&gt;&lt;/html&gt;',
      },
      '<wordClassCollection><wordClassification>4,1</wordClassification></wordClassCollection><wordClassTextValueCollection><wordClassTextValue>5,v-s</wordClassTextValue></wordClassTextValueCollection><wordEtymologyNotes>Old.</wordEtymologyNotes>',
    )}
    ${word({wordId: '8', localWord: '', conWord: 'dakh', wordPosId: '0', definition: 'a &lt; b'})}
    ${word({wordId: '9', localWord: 'nothing', conWord: ''})}
  </lexicon>
  <declensionCollection>
    <declensionNode><declensionId>1</declensionId><declensionText>Number</declensionText><declensionNotes/><declensionTemplate>1</declensionTemplate><declensionRelatedId>2</declensionRelatedId>
      <dimensionNode><dimensionId>2</dimensionId><dimensionName>Singular</dimensionName></dimensionNode><dimensionNode><dimensionId>3</dimensionId><dimensionName>Plural</dimensionName></dimensionNode></declensionNode>
    <declensionNode><declensionId>2</declensionId><declensionText>vessnu</declensionText><declensionNotes/><declensionRelatedId>7</declensionRelatedId><combinedDimId>,3,</combinedDimId><declensionTemplate>0</declensionTemplate></declensionNode>
    <declensionNode><declensionId>3</declensionId><declensionText>vessei</declensionText><declensionNotes>of salt</declensionNotes><declensionRelatedId>7</declensionRelatedId><combinedDimId>,9,</combinedDimId><declensionTemplate>0</declensionTemplate></declensionNode>
  </declensionCollection>
  <phraseBookCollection><phraseNode><phraseId>1</phraseId><phraseConPhrase>vess ulmeth</phraseConPhrase><phraseLocalPhrase>the salt is lost</phraseLocalPhrase><phrasePronunciation>vɛs</phrasePronunciation></phraseNode></phraseBookCollection>
</dictionary>`
  const archive = (xml: string) => zip({'PGDictionary.xml': utf8(xml), conLangFont: Uint8Array.of(1, 2), 'reversion/reversionXMLFile0': utf8('<x>')})
  const expected = {
    language: 'art-x-unknown',
    name: 'Vessik',
    source: 'By Nobody',
    spelling: {letters: ['a', 'ch', 'e']},
    entries: [
      {
        headword: 'vess',
        partOfSpeech: 'noun',
        pronunciation: 'vɛs',
        senses: ['salt'],
        forms: [
          {form: 'vessnu', meaning: 'Plural'},
          {form: 'vessei', meaning: 'of salt'},
        ],
        notes: 'white & mined\nGender: soft\nRoot: v-s\nOld.',
      },
      {headword: 'dakh', senses: ['a < b']},
      {headword: 'vess ulmeth', partOfSpeech: 'phrase', pronunciation: 'vɛs', senses: ['the salt is lost']},
    ],
  }

  test('reads words with classes and inflected forms, and phrases; says what it passes over', () => {
    const messages: string[] = []
    expect(polyglot.read(archive(LANGUAGE), {file: 'v.pgd', onMessage: (message) => messages.push(message)})).toEqual(expected)
    expect(messages).toEqual([expect.stringMatching(/^v\.pgd: PGDictionary\.xml: line \d+: passed over an entry without a word$/u)])
    expect(createLexicon(polyglot.read(archive(LANGUAGE))).lookup('vessnu')[0]?.entry.headword).toBe('vess')
  })

  test('reads the XML alone, and the names that versions before 2 used', () => {
    const old = LANGUAGE.replaceAll('wordPosId', 'wordTypeId')
      .replaceAll('partOfSpeechNode', 'class')
      .replaceAll('partOfSpeechId', 'classId')
      .replaceAll('partOfSpeechName', 'className')
    for (const input of [LANGUAGE, utf8(LANGUAGE), old, {'PGDictionary.xml': utf8(old)}])
      expect(polyglot.read(input, {language: 'art-x-vessik'})).toEqual({...expected, language: 'art-x-vessik'})
  })

  /** An archive whose directory states another size than that of the content. */
  const withStatedSize = (bytes: Uint8Array, size: number): Uint8Array => {
    const changed = bytes.slice()
    const view = new DataView(changed.buffer)
    for (let at = 0; at < changed.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
    }
    return changed
  }
  const bomb = zipSync({'PGDictionary.xml': new Uint8Array(300 * 1024 * 1024)}, {level: 1})
  test.each<[string, Uint8Array, RegExp]>([
    ['a zip bomb', bomb, /expected at most \d+ bytes when unpacked/u],
    ['a zip bomb that lies about its size', withStatedSize(bomb, 1000), /PGDictionary\.xml: damaged, or its stated size is wrong/u],
    [
      'a path out of the archive',
      zipSync({'PGDictionary.xml': utf8(LANGUAGE), '../PGDictionary.xml': utf8(LANGUAGE)}),
      /"\.\.\/PGDictionary\.xml": unsafe file name/u,
    ],
    ['an absolute path', zipSync({'/etc/PGDictionary.xml': utf8(LANGUAGE)}), /unsafe file name/u],
    [
      'a DOCTYPE',
      archive(LANGUAGE.replace('<dictionary>', '<!DOCTYPE dictionary [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<dictionary>')),
      /line 2: expected no DOCTYPE/u,
    ],
    ['an entity', archive(LANGUAGE.replace('>vess<', '>&lol;<')), /not XML: undefined entity/u],
    ['no language', zip({'other.xml': utf8(LANGUAGE)}), /expected PGDictionary\.xml in the archive/u],
    ['an archive that is cut off', archive(LANGUAGE).subarray(0, -30), /not a zip archive, or truncated/u],
    ['XML that is cut off', archive(LANGUAGE.slice(0, 900)), /not XML: unclosed tag/u],
    ['another kind of XML', archive('<html/>'), /expected <dictionary>, got <html>/u],
    ['deep XML', archive(`<dictionary>${'<a>'.repeat(1e5)}`), /at most 200 nested elements/u],
  ])('%s causes an error', (_, input, message) => {
    let thrown: unknown
    try {
      polyglot.read(input, {file: 'v.pgd'})
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(TypeError)
    expect((thrown as Error).message).toMatch(message)
    expect((thrown as Error).message).toMatch(/^v\.pgd: /u)
  })

  test('a definition of any HTML is text, in linear time', () => {
    const nested = '&lt;b&gt;'.repeat(100_000)
    expect(polyglot.read(`<dictionary><lexicon>${word({conWord: 'vess', definition: `${nested}salt`})}</lexicon></dictionary>`).entries).toEqual([
      {headword: 'vess', senses: ['salt']},
    ])
  }, 20_000)
})

describe('Lexiconga', () => {
  const language = {
    name: 'Vessik',
    specification: 'Dictionary',
    description: 'Words of the *salt road*',
    partsOfSpeech: ['Noun'],
    alphabeticalOrder: ['a', 'ch'],
    details: {phonology: {consonants: []}},
    settings: {caseSensitive: true, allowDuplicates: true},
    words: [
      {
        name: 'vess',
        pronunciation: 'vɛs',
        partOfSpeech: 'Noun',
        definition: 'salt',
        details: '**White**.',
        wordId: 1,
        etymology: ['ves', 'es'],
        related: ['dakh'],
        principalParts: ['vessnu'],
      },
      {name: 'vess', pronunciation: '', partOfSpeech: '', definition: '', details: 'Only details', wordId: 2},
      {name: ' ', definition: 'nothing'},
      {name: 'dakh', simpleDefinition: 'to go', longDefinition: 'as it was'},
    ],
    version: '2.0.0',
  }

  test('its JSON is read as JSON', () => {
    const messages: string[] = []
    expect(json.read(JSON.stringify(language), {language: 'art-x-vessik', file: 'v.json', onMessage: (message) => messages.push(message)})).toEqual({
      language: 'art-x-vessik',
      name: 'Vessik',
      source: 'Words of the *salt road*',
      spelling: {letters: ['a', 'ch'], caseSensitive: true},
      entries: [
        {
          headword: 'vess',
          partOfSpeech: 'Noun',
          pronunciation: 'vɛs',
          senses: ['salt'],
          forms: ['vessnu'],
          notes: '**White**.\nEtymology: ves, es',
          see: ['dakh'],
        },
        {headword: 'vess', notes: 'Only details'},
        {headword: 'dakh', senses: ['to go'], notes: 'as it was'},
      ],
    })
    expect(messages).toEqual(['v.json: words[2]: passed over a word without a name'])
  })
})

describe('Lexicanter', () => {
  const language = {
    Version: '2.1.17',
    Name: 'Vessik',
    Alphabet: 'a ch e a',
    CaseSensitive: false,
    Phonotactics: {},
    Lexicon: {
      vess: {
        pronunciations: {General: {ipa: 'vɛs', irregular: false}},
        Senses: [
          {definition: 'salt', tags: ['noun', 'mined'], lects: ['General']},
          {definition: 'ice', tags: ['#rare'], lects: []},
        ],
        Timestamp: 1,
      },
      dakh: {pronunciations: {North: {ipa: 'dak'}, South: {ipa: 'dax'}}, Senses: [{definition: '', tags: []}]},
      old: {pronunciation: 'old', Senses: [{definition: 'one'}]},
      older: ['oldər', 'two', ['v']],
      __proto__x: 7,
      ' ': {},
    },
    Phrasebook: {
      Greetings: {
        'vess ulmeth': {
          pronunciations: {General: {ipa: 'vɛs'}},
          description: 'hello',
          tags: [],
          variants: {'vess ulmethei': {description: 'to a friend'}, '': {}},
        },
      },
    },
  }
  const entries = [
    {headword: 'vess', partOfSpeech: 'noun', pronunciation: 'vɛs', senses: ['salt', 'ice'], notes: 'Tags: mined, #rare'},
    {headword: 'dakh', pronunciation: 'North: dak, South: dax'},
    {headword: 'old', pronunciation: 'old', senses: ['one']},
    {headword: 'older', partOfSpeech: 'v', pronunciation: 'oldər', senses: ['two']},
    {headword: '__proto__x'},
    {
      headword: 'vess ulmeth',
      partOfSpeech: 'phrase',
      pronunciation: 'vɛs',
      senses: ['hello'],
      variants: ['vess ulmethei'],
      notes: 'vess ulmethei: to a friend\nCategory: Greetings',
    },
  ]

  test('its file, and its export as JSON', () => {
    for (const {read} of [json, lexicanter])
      expect(read(JSON.stringify(language))).toEqual({language: 'art-x-unknown', name: 'Vessik', spelling: {letters: ['a', 'ch', 'e']}, entries})
  })

  test('words named like members of objects are ordinary', () => {
    const file = `{"Lexicon": {"__proto__": {"Senses": [{"definition": "x"}]}, "constructor": {}}, "Phonotactics": {}}`
    expect(lexicanter.read(file).entries).toEqual([{headword: '__proto__', senses: ['x']}, {headword: 'constructor'}])
  })
})

test('any JSON in their place gives a dictionary or an error that names the file', () => {
  const inner = fc.jsonValue({maxDepth: 4})
  const file = fc.oneof(
    fc.record({
      words: fc.array(fc.oneof(inner, fc.record({name: inner, definition: inner, details: inner, related: inner}))),
      settings: inner,
      alphabeticalOrder: inner,
    }),
    fc.record({
      Lexicon: fc.dictionary(fc.string(), fc.oneof(inner, fc.record({pronunciations: inner, Senses: inner}))),
      Phrasebook: inner,
      Alphabet: inner,
      Phonotactics: inner,
    }),
  )
  fc.assert(
    fc.property(file, (value) => {
      try {
        expect(dictionaryErrors(json.read(JSON.stringify(value), {file: 'v.json'}))).toEqual([])
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError)
        expect((error as Error).message).toMatch(/^v\.json: /u)
      }
    }),
  )
})
