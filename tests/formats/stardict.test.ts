/** StarDict files: as sdcv and pyglossary read them, and files of other programs. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import fc from 'fast-check'
import chunk from 'lodash-es/chunk.js'
import {type DefaultTreeAdapterTypes, parseFragment} from 'parse5'
import {describe, expect, test} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {dictzip, gunzip} from '../../src/formats/shared/dictzip.js'
import {stardict} from '../../src/formats/stardict/stardict.js'
import {entryToXdxf} from '../../src/formats/stardict/stardict-entry.js'
import type {Dictionary, Entry, FileMap} from '../../src/index.js'
import {toComparable} from '../support/comparable-files.js'
import {arbitraryEntries} from '../support/dictionaries.js'
import {runProgram, testWith, writeToFolder} from '../support/programs.js'
import {randomInputs} from '../support/random-inputs.js'

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../dictionaries/${name}.json`, import.meta.url), 'utf8')) as Dictionary
const [vessik, krypton] = [file('vessik'), file('memoirs-krypton')]
const utf8 = (text: string) => new TextEncoder().encode(text)
const sortedBy = (entries: readonly Entry[]) => [...entries].sort((a, b) => (a.headword < b.headword ? -1 : 1))

describe('written files can be read', () => {
  test.each([vessik, krypton])('completely: $name', (dictionary) => {
    for (const compress of [true, false]) {
      const {entries, ...about} = stardict.read(stardict.write(dictionary, {compress}))
      expect({...about, entries: sortedBy(entries)}).toEqual({...dictionary, entries: sortedBy(dictionary.entries)})
    }
  })

  test('with every field except evidence, for any text, and without rejected entries', () => {
    const text = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(...'<>&"\'/=\n\t ', '&amp;', '</div>', '\u0301', '\u05d0', '\u200f', '\ufeff', '😀'),
          fc.string({unit: 'grapheme', maxLength: 2}),
        ),
      })
      .filter((value) => !/[\0\r]/u.test(value) && value !== '')
    const word = text.filter((value) => utf8(value).length < 200)
    const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined})
    const list = <T>(value: fc.Arbitrary<T>) => some(fc.array(value, {maxLength: 3}))
    const certainty = some(fc.constantFrom('attested' as const, 'inferred' as const, 'unknown' as const))
    const entry = fc.record({
      headword: word,
      kind: some(fc.constantFrom('word' as const, 'name' as const)),
      partOfSpeech: some(text),
      pronunciation: some(text),
      caseSensitive: some(fc.boolean()),
      senses: list(fc.oneof(text, fc.record({definition: text, certainty, status: fc.constantFrom('accepted' as const, 'proposed' as const)}))),
      forms: list(fc.oneof(word, fc.record({form: word, meaning: text}))),
      variants: list(word),
      certainty,
      notes: some(text),
      see: list(text),
      attestations: list(fc.record({work: some(text), chapter: some(fc.nat()), paragraph: some(fc.nat())})),
      parts: list(text),
      attachesTo: list(text),
      gives: some(text),
      slot: some(text),
      count: some(fc.nat()),
    })
    fc.assert(
      fc.property(fc.uniqueArray(entry, {maxLength: 4, selector: ({headword}) => headword}), (entries) => {
        const written = stardict.write({language: 'art-x-odd', entries})
        const again = stardict.read(written)
        expect(sortedBy(again.entries)).toEqual(sortedBy(entries))
        expect(toComparable(stardict.write(again))).toEqual(toComparable(written))
      }),
    )
    const rejected: Entry[] = [
      {headword: 'vess', status: 'rejected'},
      {headword: 'dakh', senses: ['no', {definition: 'yes', status: 'rejected'}], evidence: [{start: 0, end: 4}]},
    ]
    expect(stardict.read(stardict.write({language: 'art-x-odd', entries: rejected})).entries).toEqual([{headword: 'dakh', senses: ['no']}])
  })

  test('no content is markup', () => {
    const attack = '<img src=x onerror=alert(1)>" onclick="alert(2)'
    const files: FileMap = stardict.write(
      {language: 'art-x-odd', entries: [{headword: 'x', notes: attack, see: [attack], senses: [attack], slot: attack}]},
      {compress: false},
    )
    const {childNodes} = parseFragment(new TextDecoder().decode(files['art-x-odd.dict']))
    const elements = (nodes: typeof childNodes): DefaultTreeAdapterTypes.Element[] =>
      nodes.flatMap((node) => ('tagName' in node ? [node, ...elements(node.childNodes)] : []))
    const all = elements(childNodes)
    expect(new Set(all.map(({tagName}) => tagName))).toEqual(new Set(['span', 'dtrn', 'kref']))
    expect(new Set(all.flatMap(({attrs}) => attrs.map(({name}) => name)))).toEqual(new Set(['class', 'data-slot']))
  })

  test('every article is well-formed, whatever the text, so that GoldenDict can show it', () => {
    fc.assert(
      fc.property(arbitraryEntries, (dictionary) => {
        const articles = dictionary.entries.map(entryToXdxf).join('').replaceAll('\n', '<br/>')
        expect(() => fromXml(`<div>${articles}</div>`)).not.toThrow()
      }),
      randomInputs(15),
    )
  })

  test('a word that does not fit in an index causes an error', () => {
    const entries = [{headword: 'ü'.repeat(128)}]
    expect(() => stardict.write({language: 'art-x-odd', entries})).toThrow(/^art-x-odd: “ü+”: expected a word of at most 255 bytes, got 256/u)
    expect(() => stardict.write({language: 'art-x-odd', entries: [{headword: 'x', variants: ['a\0b']}]})).toThrow(/NUL/u)
  })
})

describe('dictzip', () => {
  test('zlib reads it as gzip, for any data', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 30_000, size: 'max'}), fc.nat(255), (bytes, mask) => {
        const data = bytes.map((byte) => byte & mask)
        expect(toComparable(gunzipSync(dictzip(data)))).toEqual(toComparable(data))
        expect(toComparable(gunzip(dictzip(data), {}))).toEqual(toComparable(data))
      }),
      randomInputs(15),
    )
  })

  testWith(['dictzip'], 'supports random access', () => {
    const text = Array.from({length: 40_000}, (_, i) => `line ${i}\n`).join('')
    const folder = writeToFolder({'x.dict.dz': dictzip(utf8(text))}, '')
    for (const start of [0, 6999, 7000, 123_456]) {
      expect(runProgram('dictzip', ['-d', '-c', '-k', '-s', String(start), '-e', '50', join(folder, 'x.dict.dz')])).toBe(text.slice(start, start + 50))
    }
  })
})

describe('files of other programs', () => {
  const uint32 = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
  const bytes = (...parts: (string | number[])[]) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)))
  const ifo = (lines: string) => utf8(`StarDict's dict ifo file\nversion=2.4.2\nbookname=Words\n${lines}\n`)

  test('plain text, shared definitions, synonyms, compressed or not, with any name', () => {
    const idx = bytes('dorvet\0', uint32(0), uint32(4), 'dorvett\0', uint32(0), uint32(4), 'vess\0', uint32(4), uint32(4))
    const files = {
      'a b/Words.ifo': ifo(`wordcount=3\nsynwordcount=1\nidxfilesize=${idx.length}\nsametypesequence=m`),
      'a b/Words.idx.gz': new Uint8Array(gzipSync(idx)),
      'a b/Words.dict': utf8('mulesalt'),
      'a b/Words.syn': bytes('vessi\0', uint32(2)),
    }
    expect(stardict.read(files, {language: 'art-x-vessik'})).toEqual({
      language: 'art-x-vessik',
      name: 'Words',
      entries: [
        {headword: 'dorvet', senses: ['mule'], variants: ['dorvett']},
        {headword: 'vess', senses: ['salt'], variants: ['vessi']},
      ],
    })
  })

  test('HTML becomes text, and a phonetic string the pronunciation; each definition may state its own types', () => {
    const definition = bytes('tvɛs\0', 'h<p>salt &amp; <b>ice</b></p><script>alert(1)</script>\0')
    const idx = bytes('vess\0', uint32(0), uint32(definition.length))
    const files = {'w.ifo': ifo(`wordcount=1\nidxfilesize=${idx.length}`), 'w.idx': idx, 'w.dict': definition}
    expect(stardict.read(files).entries).toEqual([{headword: 'vess', senses: ['salt & ice'], pronunciation: 'vɛs'}])
  })

  const entryOf = (types: string, definition: Uint8Array) => {
    const idx = bytes('vess\0', uint32(0), uint32(definition.length))
    const about = ifo(`wordcount=1\nidxfilesize=${idx.length}${types === '' ? '' : `\nsametypesequence=${types}`}`)
    return stardict.read({'w.ifo': about, 'w.idx': idx, 'w.dict': definition}).entries[0]
  }

  test.each<[string, string, (string | number[])[], Omit<Entry, 'headword'>]>([
    ['kana', 'ym', ['ヴェス\0salt'], {pronunciation: 'ヴェス', senses: ['salt']}],
    ['PowerWord', 'k', ['<块><音><![CDATA[v<e>s]]></音><义>salt &amp; ice</义></块>'], {senses: ['v<e>s\nsalt & ice']}],
    [
      'MediaWiki',
      'w',
      ["== Noun ==\n# '''salt''', [[sea|the sea]]'s [http://x.invalid ''stone'']\n* <b>ice</b>"],
      {senses: ["Noun\nsalt, the sea's stone\nice"]},
    ],
    ['text in UTF-8', 'l', ['sél'], {senses: ['sél']}],
    ['text in the encoding of Western Windows', 'l', [[0x73, 0xe9, 0x6c, 0x93]], {senses: ['sél“']}],
    ['WordNet', 'n', ['<type>n</type><wordgroup><word>vess</word></wordgroup><gloss>white &lt;stone&gt;</gloss>'], {senses: ['n\nvess\nwhite <stone>']}],
    ['resources', 'mr', ['salt\0img:salt.png\nsnd:vess.ogg'], {senses: ['salt'], notes: 'img:salt.png\nsnd:vess.ogg'}],
    ['sounds and pictures beside text', '', ['W', uint32(3), [1, 0, 2], 'P', uint32(1), [0], 'msalt\0'], {senses: ['salt']}],
    [
      'XDXF with a pronunciation, on lines',
      'x',
      ['<k>vess</k> <tr>vɛs</tr>\n<b>1.</b> salt\n<b>2.</b> ice'],
      {pronunciation: 'vɛs', senses: ['1. salt\n2. ice']},
    ],
  ])('definitions of %s', (_, types, parts, expected) => {
    expect(entryOf(types, bytes(...parts))).toEqual({headword: 'vess', ...expected})
  })

  test('definitions of any bytes give text or an error, in linear time', () => {
    for (const [types, piece] of [
      ['k', '<![CDATA['],
      ['k', '<a'],
      ['w', '[[a|'],
      ['w', "'''[http:"],
      ['w', '=='],
      ['n', '&#1'],
      ['x', '<tr>'],
    ] as const)
      entryOf(types, bytes(piece.repeat(50_000)))
    const types = fc.constantFrom(...'mlgxtykwhnrWP')
    fc.assert(
      fc.property(fc.array(types, {maxLength: 3}), fc.uint8Array({maxLength: 60}), (sequence, definition) => {
        try {
          entryOf(sequence.join(''), definition)
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
        }
      }),
    )
  }, 30_000)

  test('XDXF without its headword, in linear time', () => {
    const definition = `${'<k>'.repeat(50_000)}<k>vess</k> salt`
    const idx = bytes('vess\0', uint32(0), uint32(definition.length))
    const files = {'w.ifo': ifo(`wordcount=1\nidxfilesize=${idx.length}\nsametypesequence=x`), 'w.idx': idx, 'w.dict': utf8(definition)}
    expect(stardict.read(files).entries).toEqual([{headword: 'vess', senses: ['salt']}])
  }, 10_000)

  test('offsets of 64 bits', () => {
    const idx = bytes('vess\0', uint32(0), uint32(0), uint32(4))
    const about = utf8(`StarDict's dict ifo file\nversion=3.0.0\nidxoffsetbits=64\nwordcount=1\nidxfilesize=${idx.length}\nsametypesequence=m\n`)
    expect(stardict.read({'w.ifo': about, 'w.idx': idx, 'w.dict': utf8('salt')}).entries).toEqual([{headword: 'vess', senses: ['salt']}])
  })

  const idx = bytes('a\0', uint32(0), uint32(4), 'b\0', uint32(4), uint32(4))
  const good = {'w.ifo': ifo(`wordcount=2\nidxfilesize=${idx.length}\nsametypesequence=m`), 'w.idx': idx, 'w.dict': utf8('mulesalt')}
  const bomb = {...good, 'w.dict.dz': new Uint8Array(gzipSync(new Uint8Array(300 * 1024 * 1024)))}
  test.each<[string, FileMap, RegExp]>([
    ['no index', {'w.ifo': good['w.ifo'], 'w.dict': good['w.dict']}, /expected w\.idx/u],
    ['two dictionaries', {...good, 'v.ifo': good['w.ifo']}, /expected one file \.ifo, got 2/u],
    ['another file format', {...good, 'w.ifo': utf8('hello')}, /w\.ifo: expected “StarDict/u],
    ['a wrong count', {...good, 'w.ifo': ifo(`wordcount=3\nidxfilesize=${idx.length}\nsametypesequence=m`)}, /wordcount=3: expected 2/u],
    ['a truncated index', {...good, 'w.idx': idx.subarray(0, -1), 'w.ifo': ifo(`wordcount=2\nidxfilesize=${idx.length - 1}`)}, /w\.idx: truncated in word 2/u],
    ['a definition outside the file', {...good, 'w.dict': utf8('mulesal')}, /w\.dict: “b”: its definition lies outside/u],
    ['overlapping definitions', {...good, 'w.idx': bytes('a\0', uint32(0), uint32(8), 'b\0', uint32(1), uint32(7))}, /“b”: its definition overlaps another/u],
    ['an unsupported type', {...good, 'w.ifo': ifo(`wordcount=2\nidxfilesize=${idx.length}\nsametypesequence=X`)}, /got “X”/u],
    [
      'a synonym of a missing word',
      {...good, 'w.syn': bytes('c\0', uint32(9)), 'w.ifo': ifo(`wordcount=2\nsynwordcount=1\nidxfilesize=${idx.length}\nsametypesequence=m`)},
      /w\.syn: “c”: belongs to word 9 of 2/u,
    ],
    ['broken UTF-8', {...good, 'w.dict': Uint8Array.from([255, 254, 1, 2, 3, 4, 5, 6])}, /“a”: expected UTF-8/u],
    ['a truncated compressed file', {...good, 'w.dict.dz': dictzip(utf8('mulesalt')).subarray(0, -6)}, /w\.dict\.dz: damaged or truncated/u],
    ['a decompression bomb', bomb, /w\.dict\.dz: expected at most/u],
    ['invalid JSON in our own line', {...good, 'w.ifo': ifo(`wordcount=2\nidxfilesize=${idx.length}\nsametypesequence=m\nxenogloss={`)}, /expected JSON/u],
  ])('%s causes an error', (_, files, message) => {
    let thrown: unknown
    // Reads only once, because the bomb is large.
    try {
      stardict.read(files, {file: 'words.zip'})
    } catch (error) {
      thrown = error
    }
    expect((thrown as Error | undefined)?.message).toMatch(message)
    expect((thrown as Error).message).toMatch(/^words\.zip: /u)
  })
})

const many: Dictionary = {
  language: 'art-x-many',
  name: 'Many words',
  entries: ['Zar', 'zaR', 'ébe', 'Ébel', 'ñandu', '𐐨x', 'straße', "'e'", '-ath', 'a-', 'A', 'a', 'b c', 'Ütz', 'ütz', '_x', '[x', '字', '😀'].map(
    (headword, i) => ({
      headword,
      senses: [`meaning ${i}`],
      // sdcv ignores the case of synonyms and keeps only one of those that are then equal.
      variants: [`${headword}v${i}`],
      forms: [{form: `${headword}nu${i}`, meaning: `plural ${i}`}],
    }),
  ),
}

describe('programs', () => {
  /** Returns what sdcv finds for each word. `--` prevents words with a hyphen from being options, but is looked up too. */
  const sdcv = (folder: string, words: readonly string[]) =>
    runProgram('sdcv', ['--json-output', '-n', '-e', '-0', '-1', '-x', '-2', folder, '--', ...words])
      .trim()
      .split('\n')
      .slice(-words.length)
      .map((line) => JSON.parse(line) as {word: string; definition: string}[])
  /** Words of several entries, in every way in which an index can hold them. */
  const homographs: Dictionary = {
    language: 'art-x-twins',
    entries: [
      {headword: 'ollim', pronunciation: 'ˈolːim', partOfSpeech: 'noun', senses: ['child', {definition: 'boy & girl', certainty: 'inferred'}], see: ['vess']},
      {headword: 'ollim', partOfSpeech: 'verb', senses: ['to bear'], notes: 'First line.\nSecond line.'},
      {headword: 'OLLIM', kind: 'name', senses: ['a name']},
      {headword: 'vess', senses: ['salt'], forms: [{form: 'ollim', meaning: 'salted'}, 'vessnu']},
      {headword: 'kess', senses: ['air'], forms: ['vessnu'], variants: ['Vess']},
      {headword: 'long', senses: ['a'.repeat(900)], forms: ['vessnu']},
    ],
  }

  test('homographs, and forms that several words have, are read as they were written', () => {
    const again = stardict.read(stardict.write(homographs))
    expect(sortedBy(again.entries)).toEqual(sortedBy(homographs.entries))
    expect(again.entries.map(({partOfSpeech}) => partOfSpeech)).toEqual([undefined, undefined, undefined, 'noun', 'verb', undefined])
  })

  testWith(['sdcv'], 'sdcv shows plain text, with all homographs of a word', () => {
    const folder = writeToFolder(stardict.write(homographs), '')
    const shown = (word: string) =>
      runProgram('sdcv', ['-n', '-e', '-0', '-1', '-x', '-2', folder, word])
        .split('\n')
        .slice(-99)
        .join('\n')
        .replace(/^.*-->art-x-twins\n/su, '')
        .trim()
    expect(shown('ollim')).toBe(`-->ollim

[ˈolːim] noun
1. child
2. boy & girl (inferred)
See: vess

verb
to bear
First line.
Second line.

vess
salt
Forms: ollim “salted”, vessnu`)
    expect(shown('OLLIM')).toBe('-->OLLIM\n\na name')
    expect(shown('Vess')).toBe('-->Vess\n\nkess\nair\nForms: vessnu\nAlso spelt: Vess')
    expect(shown('vess')).toBe('-->vess\n\nsalt\nForms: ollim “salted”, vessnu')
    expect(shown('vessnu')).toBe('-->vessnu\n\nkess\nair\nForms: vessnu\nAlso spelt: Vess\n\nlong\n\nvess\nsalt\nForms: ollim “salted”, vessnu')
  })

  testWith(['sdcv'], 'sdcv finds every headword, variant and inflected form', () => {
    for (const dictionary of [vessik, krypton, many]) {
      for (const compress of [true, false]) {
        const folder = writeToFolder(stardict.write(dictionary, {compress}), '')
        const queries = dictionary.entries.flatMap(({headword, variants = [], forms = []}) =>
          [headword, ...variants, ...forms.map((form) => (typeof form === 'string' ? form : form.form))].map((word) => ({word, headword})),
        )
        const answers = chunk(queries, 100).flatMap((words) =>
          sdcv(
            folder,
            words.map(({word}) => word),
          ),
        )
        for (const [i, {word, headword}] of queries.entries()) {
          const [found, ...others] = answers[i] ?? []
          expect(others, word).toEqual([])
          expect([headword, word], word).toContain(found?.word)
          const {senses: [sense] = []} = dictionary.entries.find((entry) => entry.headword === headword) as Entry
          if (sense !== undefined) expect(found?.definition, word).toContain(typeof sense === 'string' ? sense : sense.definition)
          expect(found?.definition, word).not.toMatch(/[<>]|&[a-z]+;/u)
        }
        expect(sdcv(folder, ['nosuchword', 'vesssik'])).toEqual([[], []])
      }
    }
  })

  testWith(['pyglossary'], 'pyglossary converts it to other formats', () => {
    const folder = writeToFolder(stardict.write(vessik), '')
    runProgram(
      'pyglossary',
      [join(folder, 'Vessik.ifo'), join(folder, 'out.txt'), '--read-options=xdxf_to_html=False', '--write-format=Tabfile', '--no-color'],
      {env: {HOME: folder}},
    )
    const lines = readFileSync(join(folder, 'out.txt'), 'utf8').split('\n')
    expect(lines.find((line) => line.startsWith('dorvet|dorvett\t'))).toContain('mule')
    expect(lines.filter((line) => line.includes('xg-entry'))).toHaveLength(vessik.entries.length)
  })
})
