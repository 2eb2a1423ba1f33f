/** Documents of word processors as stories. */
import {describe, expect, test} from 'vitest'
import {createParagraphPlaces, type DocumentStory, readDocument, readDocx, readFb2, readOdt} from '../../src/documents.js'
import {annotate} from '../../src/index.js'
import {archiveOf} from '../support/books.js'
import {docxOf, docxStory, fb2Story, odtOf, odtStory, paragraph, run} from '../support/documents.js'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const docx = docxOf(docxStory, {
  footnotes: ['I am here now.'],
  files: {'word/vbaProject.bin': 'macro', 'word/comments.xml': '<comments/>', 'word/embeddings/sheet.bin': 'object'},
})
const documents: [string, Uint8Array][] = [
  ['DOCX', docx],
  ['ODT', odtOf(odtStory)],
  ['FB2', bytesOf(fb2Story)],
  ['FB2 in an archive', archiveOf({'lamp.fb2': fb2Story})],
]

describe.each(documents)('%s', (_, bytes) => {
  test('lines are paired with their translations, those in notes, too', async () => {
    const {html, title} = await readDocument(bytes)
    const {standoff} = annotate(html, {format: 'html'})
    const places = createParagraphPlaces(html)
    expect(title).toBe('The Lamp')
    expect(html).toMatch(/<h[12]>The gate<\/h[12]>/u)
    expect(html).toContain('<em>Orreth sulvane</em>, mirrod')
    expect(html).not.toMatch(/laughed|Really|<img/u)
    expect(standoff.utterances.map((line) => [places.format(line), line.translation])).toEqual([
      ['paragraph 3, “Orreth sulvane, mirrod,”', 'Good evening, traveller.'],
      ['paragraph 4, “Sel davan tal,”', 'I am here now.'],
      ['paragraph 5, “Sel davan,”', 'I am here.'],
    ])
    expect(standoff.glosses.map(({convention}) => convention)).toContain('notes')
    expect(html.slice(places.find(2)?.start)).toMatch(/^<p>Mira/u)
    expect(places.find(99)).toBeUndefined()
  })
})

test('what is not read is said', async () => {
  expect((await readDocx(docx)).messages).toEqual([
    'Changes are tracked; the text is read with all of them accepted',
    'Comments are not read',
    'Embedded objects are not read',
    'Macros are not read',
  ])
  expect(readOdt(odtOf(odtStory)).messages).toHaveLength(3)
  expect(readFb2(bytesOf(fb2Story)).messages).toEqual(['Pictures are not read'])
  expect((await readDocx(docxOf(paragraph(run('A word.'))))).messages).toEqual([])
})

test('languages and encodings: what ODT and FB2 state', () => {
  expect(readOdt(odtOf(odtStory)).language).toBe('en-GB')
  const cyrillic = `<?xml version="1.0" encoding="windows-1251"?><FictionBook><body><section><p>\xc4\xe0</p></section></body></FictionBook>`
  const {html, language} = readFb2(Uint8Array.from(cyrillic, (character) => character.charCodeAt(0)))
  expect([html, language]).toEqual(['<section><p>Да</p></section>\n', undefined])
})

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const italic = (id: string, type: string, more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}'s"/>${more || '<w:rPr><w:i/></w:rPr>'}</w:style>`
const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

test('DOCX: what is italic by its style, and text that mammoth would pass over', async () => {
  const styles = `<w:styles ${W}>${italic('Foreign', 'character')}${italic('Vessik', 'character', '<w:basedOn w:val="Foreign"/>')}${italic('Letter', 'paragraph')}${italic('Loop', 'character', '<w:basedOn w:val="Loop"/>')}</w:styles>`
  const body = [
    paragraph(run('Sel', '<w:rStyle w:val="Foreign"/>') + run(' davan ') + run('tal', '<w:rStyle w:val="Vessik"/>') + run('.', '<w:rStyle w:val="Loop"/>')),
    paragraph(run('Dear child'), 'Letter'),
    paragraph(
      `<w:fldSimple w:instr="REF">${run('a')}</w:fldSimple><w:bdo w:val="rtl">${run('b')}</w:bdo><w:r><w:ruby><w:rt>${run('x')}</w:rt><w:rubyBase>${run('c')}</w:rubyBase></w:ruby></w:r><w:r><w:cr/><w:t>d</w:t></w:r><w:r><w:footnoteReference w:id="9"/></w:r>`,
    ),
  ].join('')
  const {html, messages} = await readDocx(docxOf(body, {files: {'word/styles.xml': styles, 'word/glossary/document.xml': '<broken'}}))
  expect(html).toBe('<p><em>Sel</em> davan <em>tal</em>.</p><p><em>Dear child</em></p><p>abc<br />d</p>')
  expect(messages).toEqual(['Ruby, the small text over words, is not read'])
})

test('DOCX: text boxes, a document of another name, UTF-16', async () => {
  const box = `<w:txbxContent>${paragraph(run('BOX'))}</w:txbxContent>`
  const newer = `<w:drawing><wps:txbx xmlns:wps="w">${box}</wps:txbx></w:drawing>`
  const both = `<mc:AlternateContent xmlns:mc="m"><mc:Choice>${newer}</mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="v">${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
  expect((await readDocx(docxOf(paragraph(`<w:r>${newer}</w:r>`)))).messages).toEqual(['Some text boxes are not read'])
  expect((await readDocx(docxOf(paragraph(`<w:r>${both}</w:r>`)))).messages).toEqual([])
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const files = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${type}" Target="/word/document2.xml"/></Relationships>`,
    'word/document2.xml': Buffer.from(
      `\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document ${W}><w:body>${paragraph(run('Sel davan'))}</w:body></w:document>`,
      'utf16le',
    ),
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  }
  expect((await readDocument(archiveOf(files))).html).toBe('<p>Sel davan</p>')
})

test('ODT: named styles, tables, headers of lists, ruby', () => {
  const style = (name: string, more: string, properties: string): string =>
    `<style:style style:name="${name}" ${more}><style:text-properties ${properties}/></style:style>`
  const styles = `<s xmlns:style="${ODF}:style:1.0" xmlns:fo="${ODF}:xsl-fo-compatible:1.0">${style('Emphasis', 'style:family="text"', 'fo:font-style="italic"')}${style('Emphasis', 'style:family="paragraph" style:parent-style-name="Emphasis"', '')}${style('Own', 'style:family="text" style:parent-style-name="Emphasis"', 'fo:font-weight="bold"')}</s>`
  const cell = (text: string): string => `<t:table-cell><text:p>${text}</text:p></t:table-cell>`
  const body = `<text:p text:style-name="Emphasis"><text:span text:style-name="Own">Sel</text:span> <text:ruby><text:ruby-base>davan</text:ruby-base><text:ruby-text>am here</text:ruby-text></text:ruby></text:p><text:list><text:list-header><text:p>Words</text:p></text:list-header></text:list><t:table xmlns:t="${ODF}:table:1.0"><t:table-header-rows><t:table-row>${cell('sel')}${cell('I')}</t:table-row></t:table-header-rows></t:table>`
  expect(readOdt(odtOf(body, {'styles.xml': styles})).html.replaceAll('\n', '')).toBe(
    '<p><em>Sel</em> <ruby>davan<rt>am here</rt></ruby></p><ul><li><p>Words</p></li></ul><table><tr><td><p>sel</p></td><td><p>I</p></td></tr></table>',
  )
})

test('FB2: notes whose titles are words, tables, titles of stanzas', () => {
  const book = (content: string): Uint8Array => bytesOf(`<FictionBook>${content}</FictionBook>`)
  const note = (title: string, text: string): string => `<section><title><p>${title}</p></title><p>${text}</p></section>`
  const {html} = readFb2(
    book(
      `<body><poem><stanza><title><p>Song</p></title><v>Sel</v><v>davan</v></stanza></poem><table><tr><td>sel</td><td>I</td></tr></table></body><body name="notes">${note('[1]', 'I am here')}${note('sulvane', 'evening')}</body>`,
    ),
  )
  expect(html.replaceAll('\n', '')).toBe(
    '<h1>Song</h1><p>Sel<br>davan</p><table><tr><td>sel</td><td>I</td></tr></table><section><p>I am here</p></section><section><h2>sulvane</h2><p>evening</p></section>',
  )
  expect(createParagraphPlaces(html).find(3)).toMatchObject({start: html.indexOf('<td>sel')})
  expect(() => readFb2(archiveOf({'a.fb2': fb2Story, 'b.fb2': fb2Story}))).toThrow(/one file \.fb2, got 2/u)
  expect(() => readFb2(book(''))).toThrow(/no <body>/u)
})

test('a document is known by its content', async () => {
  const odt = {'content.xml': '<d><body><text><p>Sel davan</p></text></body></d>', mimetype: 'application/vnd.oasis.opendocument.text'}
  expect((await readDocument(archiveOf(odt))).html).toBe('<p>Sel davan</p>\n')
  expect((await readDocument(archiveOf({[`${'a'.repeat(300)}.fb2`]: fb2Story}))).title).toBe('The Lamp')
  await expect(readDocument(archiveOf({'META-INF/container.xml': '<a/>'}), {file: 'x'})).rejects.toThrow(/^x: an EPUB/u)
})

describe('what cannot be read is refused with one clear sentence', () => {
  const deep = docxOf('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000))
  const cases: [string, (options: {file: string}) => DocumentStory | Promise<DocumentStory>, RegExp][] = [
    ['an encrypted DOCX', (options) => readDocument(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), options), /^x: encrypted, or of an older format/u],
    ['a truncated DOCX', (options) => readDocx(docx.subarray(0, 400), options), /^x: not a zip archive, or truncated/u],
    ['another archive', (options) => readDocx(archiveOf({'a.txt': 'a'}), options), /^x: not a DOCX: it has no word\/document\.xml/u],
    ['a DOCX that is not XML', (options) => readDocx(docxOf('<w:p>'), options), /word\/document\.xml: damaged/u],
    [
      'a DOCX with entities',
      (options) => readDocx(docxOf('', {files: {'word/extra.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}}), options),
      /extra\.xml: damaged/u,
    ],
    ['a DOCX nested too deeply', (options) => readDocx(deep, options), /damaged/u],
    ['a bomb', (options) => readDocx(docxOf(' '.repeat(40 * 1024 * 1024)), options), /exhaust memory/u],
    ['an encrypted ODT', (options) => readDocument(odtOf('', {'META-INF/manifest.xml': '<m><encryption-data/></m>'}), options), /^x: encrypted/u],
    ['a spreadsheet', (options) => readOdt(odtOf('', {'content.xml': '<d><body><spreadsheet/></body></d>'}), options), /of another kind/u],
    ['other XML', (options) => readDocument(bytesOf('<html/>'), options), /^x: not an FB2: it begins with <html>/u],
    ['text', (options) => readDocument(bytesOf('Sel davan.'), options), /^x: not an FB2: not XML/u],
  ]
  test.each(cases)('%s', async (_, read, message) => {
    await expect((async () => read({file: 'x'}))()).rejects.toThrow(message)
    await expect((async () => read({file: 'x'}))()).rejects.toBeInstanceOf(TypeError)
  })
})
