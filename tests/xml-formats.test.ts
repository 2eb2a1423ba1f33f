/** TEI, LIFT, TMX and OntoLex: what each keeps, what validators say of it, and what no reader should be asked to read. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import jsonld from 'jsonld'
import {describe, expect, test} from 'vitest'
import {lift} from '../src/formats/lift.js'
import {ontolex} from '../src/formats/ontolex.js'
import {tei} from '../src/formats/tei.js'
import {tmx} from '../src/formats/tmx.js'
import {annotate, type Dictionary, type Entry} from '../src/index.js'
import {formOf, senseOf, standing} from '../src/lexicon/entry.js'
import {ask, testWith, unpack} from './programs.js'

const file = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const schema = (name: string) => fileURLToPath(new URL(`schemas/${name}`, import.meta.url))
const vessik = JSON.parse(file('dictionaries/vessik.json')) as Dictionary
const krypton = JSON.parse(file('dictionaries/memoirs-krypton.json')) as Dictionary
const tale = file('examples/story/salt-road.md')
const learnt = annotate(tale)

/** Everything that an entry can say. */
const full: Dictionary = {
  language: 'art-x-vessik',
  name: 'Vessik & its "kin" <old>',
  licence: 'CC0-1.0',
  source: 'Invented, for tests',
  spelling: {letters: ['a', 'ch', '<'], joiners: "'", variants: [["'", '’']], classes: {vowel: ['a', 'e']}},
  inflection: {slots: ['case'], seams: ['a+a=a'], compounds: true},
  entries: [
    {
      headword: "na'ollim",
      kind: 'word',
      partOfSpeech: 'noun:animate',
      senses: [{definition: 'my child; <b>mine</b> & no other', certainty: 'attested', status: 'accepted'}, {definition: 'love'}],
      forms: [{form: "na'ollimnu", meaning: 'my children'}, {form: "na'ollimei"}],
      variants: ['na’ollim', "NA'OLLIM"],
      certainty: 'inferred',
      notes: 'Said softly.\n\n  Twice.',
      see: ['ollim', 'no such word'],
      attestations: [{work: 'The Salt Road', chapter: 1, paragraph: 12}, {paragraph: 3}, {work: 'A song'}],
      parts: ["na'-", 'ollim'],
      status: 'proposed',
      count: 3,
    },
    {
      headword: "na'-",
      partOfSpeech: 'prefix',
      senses: [{definition: 'my'}],
      attachesTo: ['noun', 'name'],
      gives: 'noun',
      slot: 'case',
      seams: ['a+a=a', '+n=m'],
    },
    {headword: 'ollim', senses: [{definition: 'child'}]},
    {headword: 'ollim', kind: 'name', senses: [{definition: 'a girl’s name', certainty: 'unknown'}]},
    {headword: 'vu thessa', partOfSpeech: 'phrase'},
    {headword: '-in-'},
    {headword: '__proto__', senses: [{definition: 'constructor'}]},
  ],
}

/** Strings that break careless writers. */
const odd = fc.oneof(
  fc.string({minLength: 1, maxLength: 12, unit: 'binary'}),
  fc.string({minLength: 1, maxLength: 6}),
  fc.constantFrom(
    '<b>',
    '&amp;',
    ']]>',
    '"\'',
    'a\nb',
    '\t',
    ' ',
    '  x ',
    '\r\n',
    '\u0000',
    '\ud800',
    '\ufffe',
    'é',
    'e\u0301',
    'שלום',
    '👩‍🚀',
    '__proto__',
    '-a',
    'a-',
    '-',
    '--',
  ),
)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined})
const some = <T>(value: fc.Arbitrary<T>) => optional(fc.array(value, {maxLength: 3}))
const certainty = optional(fc.constantFrom('attested', 'inferred', 'unknown'))
const status = optional(fc.constantFrom('proposed', 'accepted', 'rejected'))
const anyEntry: fc.Arbitrary<Entry> = fc.record({
  headword: odd,
  kind: optional(fc.constantFrom('word', 'name')),
  partOfSpeech: optional(odd),
  senses: some(fc.oneof(odd, fc.record({definition: odd, certainty, status}))),
  forms: some(fc.oneof(odd, fc.record({form: odd, meaning: optional(odd)}))),
  variants: some(odd),
  certainty,
  status,
  notes: optional(odd),
  see: some(odd),
  parts: some(odd),
  attachesTo: some(odd),
  gives: optional(odd),
  slot: optional(odd),
  attestations: some(fc.record({chapter: fc.nat(), paragraph: optional(fc.nat())})),
  count: optional(fc.nat()),
})
const anyDictionary: fc.Arbitrary<Dictionary> = fc.record({language: fc.constant('art-x-any'), entries: fc.array(anyEntry, {maxLength: 6})})

/** What XML has no character for. */
const printable = (text: string) => text.replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r\x7f-\x9f])\p{Cc}/gu, '\ufffd')

/** A dictionary as a format of XML gives it back: no evidence, nothing rejected, each sense and form with its fields. */
function kept(dictionary: Dictionary, fold: (text: string) => string = (text) => text): Dictionary {
  const entries = standing(dictionary).entries.map(({evidence: _, ...entry}) => {
    const fields = {...entry, senses: entry.senses?.map(senseOf), forms: entry.forms?.map(formOf)}
    const said = JSON.parse(JSON.stringify(fields), (key, value) =>
      typeof value !== 'string' ? value : key === 'notes' ? printable(value) : fold(printable(value)),
    )
    return Object.fromEntries(Object.entries(said).filter(([, value]) => !(Array.isArray(value) && value.length === 0))) as unknown as Entry
  })
  const {$schema: _, ...rest} = dictionary
  return {...rest, entries}
}
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
    ['what a story teaches', learnt.glossary],
    ['everything an entry can say', full],
  ])('keeps all but evidence: %s', (_, sample) => {
    expect(tei.read(tei.write(sample))).toEqual(kept(sample))
  })

  test('keeps any entry, but for what XML has no character for and for lines outside of notes', () => {
    fc.assert(
      fc.property(anyDictionary, (sample) => {
        expect(tei.read(tei.write(sample))).toEqual(kept(sample, oneLine))
      }),
    )
  })

  test('leads from a reference to the entry', () => {
    const text = tei.write(full)
    const ids = [...text.matchAll(/xml:id="([^"]+)"/gu)].map(([, id]) => id)
    for (const [, target] of text.matchAll(/target="#([^"]+)"/gu)) expect(ids).toContain(target)
    expect(ids.filter((id) => id?.startsWith('e.ollim'))).toEqual(['e.ollim', 'e.ollim.s1', 'e.ollim.2', 'e.ollim.2.s1'])
  })

  test('reads dictionaries of others', () => {
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
        {headword: 'keshti', partOfSpeech: 'n', senses: [{definition: 'water; sea'}, {definition: 'a   tear'}], forms: [{form: 'keshtinu'}], see: ['thessa']},
        {headword: 'thessa', senses: [{definition: 'wind & <salt>'}], variants: ['thesa']},
        {headword: 'thessa ulmeth'},
      ],
    })
  })

  testWith(['jing', 'xmllint'], 'is TEI Lex-0, as a schema of our own has it', () => {
    for (const sample of [vessik, krypton, learnt.glossary, full, {...full, entries: []}, ...fc.sample(anyDictionary, 8)]) {
      const path = join(unpack(tei.write(sample), 'words.xml'), 'words.xml')
      ask('xmllint', ['--noout', '--nonet', path])
      ask('jing', ['-c', schema('tei-lex-0.rnc'), path])
    }
  })
})

describe('lift', () => {
  test.each([
    ['vessik', vessik],
    ['memoirs-krypton', krypton],
    ['what a story teaches', learnt.glossary],
    ['everything an entry can say', full],
  ])('keeps all but evidence and how the language is spelt and inflected: %s', (_, sample) => {
    const {spelling: __, inflection: ___, ...rest} = kept(sample)
    expect(lift.read(lift.write(sample), {language: sample.language})).toEqual(rest)
  })

  test('keeps any entry, but for what XML has no character for', () => {
    fc.assert(
      fc.property(anyDictionary, (sample) => {
        expect(lift.read(lift.write(sample), {language: 'art-x-any'})).toEqual(kept(sample))
      }),
    )
  })

  test('gives an entry the same ids in every file, and homographs their order', () => {
    const ids = (entries: readonly Entry[]) =>
      [...lift.write({...full, entries}).matchAll(/<entry id="([^"]+)" guid="([^"]+)"(?: order="(\d)")?/gu)].map(([, id, guid, order]) => [id, guid, order])
    const all = ids(full.entries)
    expect(new Set(all.map(([, guid]) => guid)).size).toBe(full.entries.length)
    expect(all.map(([, , order]) => order)).toEqual([undefined, undefined, '1', '2', undefined, undefined, undefined])
    expect(ids(full.entries.slice(1, 2))).toEqual(all.slice(1, 2))
  })

  test('reads dictionaries of others', () => {
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
      {headword: 'keshti', partOfSpeech: 'Noun', senses: [{definition: 'water; sea'}, {definition: 'a tear'}], variants: ['ˈkɛʃti'], see: ['-nu']},
      {headword: '-nu', senses: [{definition: 'several', status: 'proposed'}], notes: 'One.\nTwo.'},
      {headword: 'keshtinu', variants: ["keshti'nu"], parts: ['keshti', '-nu']},
    ])
    expect(lift.read(foreign, {definitionLanguage: 'de'}).entries[0]?.senses).toEqual([{definition: 'Wasser'}, {definition: 'eine Träne'}])
    expect(lift.read(foreign).language).toBe('art-x-shore')
  })

  testWith(['jing', 'xmllint'], 'is LIFT 0.13, as a schema of our own has it', () => {
    for (const sample of [vessik, krypton, learnt.glossary, full, {...full, entries: []}, ...fc.sample(anyDictionary, 8)]) {
      const path = join(unpack(lift.write(sample), 'words.lift'), 'words.lift')
      ask('xmllint', ['--noout', '--nonet', path])
      ask('jing', ['-c', schema('lift-0.13.rnc'), path])
    }
  })
})

describe.each([
  {
    format: tei,
    open: '<TEI><text><body>',
    close: '</body></text></TEI>',
    entry: '<entry xml:id="a"><form><orth>ollim</orth></form></entry>',
    sense: '<sense><def>x</def></sense>',
    id: 'xml:id',
  },
  {
    format: lift,
    open: '<lift version="0.13">',
    close: '</lift>',
    entry: '<entry id="a"><lexical-unit><form lang="tlh"><text>ollim</text></form></lexical-unit></entry>',
    sense: '<sense><gloss lang="en"><text>x</text></gloss></sense>',
    id: 'id',
  },
])('reading $format.name', ({format, open, close, entry, sense, id}) => {
  const root = open.slice(1, 4)
  const withSenses = (count: number) => `${open}${entry.replace('</entry>', `${sense.repeat(count)}</entry>`)}${close}`

  test.each([
    ['a billion laughs', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n${open}&b;${close}`, /line 1: expected no DOCTYPE/u],
    [
      'a file of the machine',
      `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n${open}&e;${close}`,
      /line 2: expected no DOCTYPE/u,
    ],
    ['a DOCTYPE that is nowhere', `\n<!DOCTYPE lift PUBLIC "-//X" "http://nowhere.invalid/x.dtd">${open}${close}`, /line 2: expected no DOCTYPE/u],
    ['an entity that nobody declared', `${open}\n&nbsp;${close}`, /line 2: not XML: Named entity isn't defined: &nbsp;/u],
    ['a truncated file', `${open}\n${entry}\n${entry.slice(0, 30)}`, /line \d: not XML/u],
    ['a truncated comment', `${open}<!-- ${entry}`, /line 1: not XML/u],
    ['a truncated attribute', `${open}<entry id="`, /line 1: not XML/u],
    ['an element that nothing closes', `${open}\n<entry><sense></entry>${close}`, /line 2: not XML: Missing end tag for element sense/u],
    ['another root', '<html><body/></html>', new RegExp(`line 1: expected <${root}\\w*>, got <html>`, 'u')],
    ['another kind of text', 'ollim,child', /line 1: not XML/u],
    ['an entry without a word', `${open}\n\n<entry id="b"/>${close}`, /line 3: expected (?:<orth> in|a <lexical-unit> with text in) <entry>/u],
    ['the same id twice', `${open}\n${entry}\n${entry}${close}`, new RegExp(`line 3: expected an ${id} of its own, got that of line 2: “a”`, 'u')],
    ['a well of elements', `${open}${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${close}`, /line 1: expected at most 200 elements inside of each other/u],
    ['a million senses', withSenses(1_100_000), /expected at most 4000000 tags and attributes in an entry/u],
    ['a control character', `${open}\n\u0001${close}`, /line 2: not XML: Invalid character/u],
  ])('%s is an error that says where', (_, input, message) => {
    const started = performance.now()
    expect(() => format.read(input, {file: 'words.xml'})).toThrow(TypeError)
    expect(() => format.read(input, {file: 'words.xml'})).toThrow(message)
    expect(() => format.read(input, {file: 'words.xml'})).toThrow(/^words\.xml: /u)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('thirty thousand senses are read', () => {
    expect(format.read(withSenses(30_000)).entries[0]?.senses?.length).toBe(30_000)
  })

  test('attributes and elements called __proto__ are nothing special', () => {
    const read = format.read(`${open}${entry.replace('<entry', '<entry __proto__="x"').replace('</entry>', '<__proto__>y</__proto__></entry>')}${close}`)
    expect(read.entries).toEqual([{headword: 'ollim'}])
    expect(({} as {y?: unknown}).y).toBeUndefined()
  })

  test('any text is a dictionary or a TypeError', () => {
    const piece = fc.constantFrom(open, close, entry, sense, '<', '>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '&', ';', '"', '=', 'x', '\n')
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        try {
          expect(format.read(pieces.join('')).entries).toBeInstanceOf(Array)
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
        }
      }),
    )
  })
})

describe('ontolex', () => {
  /** A loader that lets nothing through: what a file needs stands in it. */
  const documentLoader = (url: string): never => {
    throw new Error(`asked for ${url}`)
  }
  const triplesOf = async (sample: Dictionary, options = {}) =>
    (await jsonld.toRDF(JSON.parse(ontolex.write(sample, options)), {format: 'application/n-quads', documentLoader, safe: true} as never)) as unknown as string

  test('says of a word how it is written, what it means and what it is built of', async () => {
    const triples = await triplesOf(full, {base: 'https://example.org/vessik#'})
    const about = (name: string) => triples.split('\n').filter((line) => line.startsWith(`<https://example.org/vessik#${name}>`))
    expect(about('e.na_27_ollim.form')).toContain(
      `<https://example.org/vessik#e.na_27_ollim.form> <http://www.w3.org/ns/lemon/ontolex#writtenRep> "na'ollim"@art-x-vessik .`,
    )
    expect(about('e.na_27_ollim.form-1').join()).toContain(`"na'ollimnu"@art-x-vessik`)
    expect(about('e.na_27_ollim.sense-1').join()).toContain('"my child; <b>mine</b> & no other"@en')
    expect(about('e.na_27_ollim.component-1').join()).toContain('<https://example.org/vessik#e.na_27_->')
    expect(about('e.na_27_ollim').join()).toContain('lexinfo#noun>')
    expect(about('e.na_27_-').join()).toContain('ontolex#Affix>')
    expect(about('e.vu_20_thessa').join()).toContain('ontolex#MultiwordExpression>')
    expect(about('lexicon').filter((line) => line.includes('lime#entry>'))).toHaveLength(full.entries.length)
  })

  testWith(['rapper'], 'is RDF that a parser of RDF reads', async () => {
    for (const sample of [vessik, krypton, learnt.glossary, full, ...fc.sample(anyDictionary, 4)]) {
      const path = join(unpack(await triplesOf(sample), 'words.nq'), 'words.nq')
      const lines = ask('rapper', ['-q', '-i', 'nquads', '-o', 'ntriples', path]).trim().split('\n')
      expect(lines.filter((line) => line.includes('lemon/lime#entry>'))).toHaveLength(standing(sample).entries.length)
    }
  })
})

describe('tmx', () => {
  const stories = [{work: 'salt', title: 'The Salt Road', source: tale, standoff: learnt.standoff}]
  const text = tmx.write(learnt.glossary, {stories, name: 'Vessik'})

  test('holds the lines of a story with their translations', () => {
    expect(text).toContain("<seg>Kui ke'esharath vu sorulnu,</seg>")
    expect(text).toContain('<seg>She did not come to the lamps.</seg>')
    expect(text.match(/<tu>/gu)?.length).toBeGreaterThan(30)
    expect(text).toContain('<prop type="x-work">The Salt Road</prop>')
  })

  test('puts lines together that one translation renders', () => {
    expect(text).toContain('<seg>Ollim. Ollim rillo.</seg>')
    expect(text.match(/A child, and a small one\./gu)).toHaveLength(1)
  })

  test('holds words where there are no stories, affixes and the rejected left out', () => {
    const words = tmx.write({...full, entries: [...full.entries, {headword: 'mokh', senses: ['alone'], status: 'rejected'}]})
    expect(words).toContain('<seg>child</seg>')
    expect(words).not.toContain("<seg>na'-</seg>")
    expect(words).not.toContain('mokh')
  })

  testWith(['xmllint'], 'is TMX 1.4b, as a DTD of our own has it', () => {
    for (const written of [text, ...[vessik, krypton, full, ...fc.sample(anyDictionary, 8)].map((sample) => tmx.write(sample))]) {
      const path = join(unpack(written, 'lines.tmx'), 'lines.tmx')
      ask('xmllint', ['--noout', '--nonet', '--dtdvalid', schema('tmx-1.4b.dtd'), path])
    }
  })
})
