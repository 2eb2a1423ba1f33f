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
