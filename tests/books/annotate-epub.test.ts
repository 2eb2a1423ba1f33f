/** E-books annotated in place. */
import {unzipSync} from 'fflate'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {annotateEpub} from '../../src/epub.js'
import {decodeWindows1252} from '../../src/util/decode-windows-1252.js'
import {archiveOf, epub2Files, epub3Files, page3, twoChapters} from '../support/books.js'
import {epubcheck} from '../support/epubcheck.js'
import {testWith} from '../support/programs.js'

const three = archiveOf(epub3Files({chapters: twoChapters('chapter%201.xhtml', 'chapter%202.xhtml')}))
const two = archiveOf(epub2Files({chapters: twoChapters('chapter-1.html', 'chapter-2.html')}))
const annotatedThree = annotateEpub(three, {searchKeys: true})
const annotatedTwo = annotateEpub(two)

const line = '<p>“Orreth sulvane, mirrod,” said the guard. (Good evening, traveller.)</p>'

const textsOf = (book: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(book)).map(([path, bytes]) => [path, new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)]))

/** The text of a page without what is added to it, found by other means than the library's. */
const withoutAdditions = (page: string): string =>
  page
    .replace(/<link id="xgb-style"[^>]*>/gu, '')
    .replace(/<(section|div) class="xgb-notes".*?<\/\1>/gsu, '')
    .replace(/<sup class="xgb-mark">.*?<\/sup>|<a class="xgb-ref".*?<\/a>/gsu, '')
    .replace(/<a class="xgb-word"[^>]*>([^<]*)<\/a>/gu, '$1')
    .replace(/<span class="xgb-line"[^>]*>(.*?)<\/span>/gsu, '$1')

const everyBook: [string, Uint8Array, ReturnType<typeof annotateEpub>][] = [
  ['EPUB 3', three, annotatedThree],
  ['EPUB 2', two, annotatedTwo],
]

const reports = epubcheck(() => everyBook.flatMap(([, book, {bytes}]) => [book, bytes]))

describe.each(everyBook)('%s', (name, book, annotated) => {
  testWith(['epubcheck', 'java'], 'epubcheck finds no more than before', () => {
    const first = 2 * everyBook.findIndex(([which]) => which === name)
    const [before, after] = reports()
      .slice(first, first + 2)
      .map((report) => /\d+ fatals \/ \d+ errors \/ \d+ warnings?/u.exec(report)?.[0])
    expect(before).toMatch(/^0 fatals \/ 0 errors/u)
    expect(after).toBe(before)
  })

  test('what is not annotated keeps its bytes and its order', () => {
    const [before, after] = [textsOf(book), textsOf(annotated.bytes)]
    const changed = Object.keys(before).filter((path) => before[path] !== after[path])
    expect(changed.filter((path) => !/chapter|book\.opf|nav\.xhtml|toc\.ncx/u.test(path))).toEqual([])
    for (const path of changed.filter((path) => /chapter/u.test(path))) expect(withoutAdditions(after[path] as string)).toBe(before[path])
    expect(Object.keys(after).slice(0, Object.keys(before).length)).toEqual(Object.keys(before))
    expect(new TextDecoder().decode(annotated.bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
  })

  test('annotating the annotated book gives the same book', () => {
    const again = annotateEpub(annotated.bytes, name === 'EPUB 3' ? {searchKeys: true} : {})
    expect(Buffer.from(again.bytes).equals(annotated.bytes)).toBe(true)
    expect(again.standoff).toEqual(annotated.standoff)
    // Without glossary and notes, nothing of them is left.
    const bare = annotateEpub(annotated.bytes, {glossary: false, notes: false})
    expect(Buffer.from(bare.bytes).equals(annotateEpub(book, {glossary: false, notes: false}).bytes)).toBe(true)
    expect(Object.keys(textsOf(bare.bytes)).filter((path) => path.includes('xenogloss'))).toEqual([expect.stringMatching(/xenogloss\/style\.css$/u)])
  })
})

test('the story is one: a note in another file, a word explained in another chapter', () => {
  const {source, standoff, chapters, glossary, title} = annotatedThree
  const shown = standoff.utterances.map(({start, end, translation}) => [source.slice(start, end).replace(/<[^>]*>/gu, ''), translation])
  expect(shown).toEqual([
    ['Orreth sul&#x76;ane, mirrod,', 'Good evening, traveller.'],
    ['Sel davan tal,', 'I am here now.'],
    ['Sel davan tal,', 'I am here now.'],
    ['Sel davan,', 'I am here.'],
    ['Orreth mirrod,', 'Good traveller.'],
  ])
  expect(standoff.glosses.map(({convention}) => convention)).toContain('notes')
  expect(chapters.map(({path}) => path)).toEqual(['OEBPS/text/chapter 1.xhtml', 'OEBPS/text/chapter 2.xhtml'])
  expect(source.slice(chapters[1]?.start).startsWith('<?xml')).toBe(true)
  expect(title).toBe('The Lamp & the Gate')
  expect(glossary.entries[0]?.evidence?.[0]?.work).toBe(title)
})

test('lines have their language, words lead to the glossary, translations to notes and back', () => {
  const files = textsOf(annotatedThree.bytes)
  const [first, second] = [files['OEBPS/text/chapter 1.xhtml'], files['OEBPS/text/chapter 2.xhtml']] as [string, string]
  expect(first).toContain(
    '“<span class="xgb-line" lang="art-x-unknown" xml:lang="art-x-unknown"><a class="xgb-word" href="../xenogloss/1/page-1.xhtml#e.orreth">Orreth</a> <i>',
  )
  expect(first).toContain(
    '<aside id="xgb-note-u1" epub:type="footnote" role="doc-footnote"><p><a href="#xgb-ref-u1" role="doc-backlink">1</a> Good evening, traveller.</p></aside>',
  )
  // The author's own note is enough, and no link goes into a link.
  expect(first).toContain('</span>”<sup><a href="chapter%202.xhtml#note" id="ref">1</a></sup>')
  expect(second).toContain('<a href="chapter%201.xhtml#top">Orreth mirrod</a>')
  expect(second).toMatch(/a <a class="xgb-word" href="[^"]*#e\.sulvane" lang="art-x-unknown" xml:lang="art-x-unknown">sulvane<\/a> all/u)
  const ids = [...first.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of first.matchAll(/href="#([^"]*)"/gu)) expect(ids).toContain(id)
  expect(files['OEBPS/xenogloss/1/page-1.xhtml']).toMatch(/<h1>Glossary<\/h1>.*id="e\.davan".*Sel davan tal,<\/i> — I am here now\./su)
  expect(files['OEBPS/nav.xhtml']).toContain('<a href="xenogloss/1/page-1.xhtml">Glossary</a></li></ol></nav>\n<nav epub:type="landmarks"')
  expect(files['OEBPS/xenogloss/1/search-key-map.xml']).toContain('<match value="davan"')
})

test('EPUB 2 has neither epub:type nor lang, and lists the glossary in its NCX', () => {
  const files = textsOf(annotatedTwo.bytes)
  expect(files['chapter-1.html']).toContain('<p id="xgb-note-u1"><a href="#xgb-ref-u1">1</a> Good evening, traveller.</p>')
  for (const [path, text] of Object.entries(files)) if (/html$/u.test(path)) expect(text).not.toMatch(/epub:type| lang=|<section|<article/u)
  expect(files['toc.ncx']).toContain('playOrder="3"><navLabel><text>Glossary</text></navLabel><content src="xenogloss/1/page-1.xhtml"/>')
  expect(files['book.opf']).toContain('<opf:itemref idref="xgb-1-page-1"/></opf:spine>')
})

test('options: density, languages, title of the glossary; wrong ones are named', () => {
  const pages = (options: Parameters<typeof annotateEpub>[1]) => textsOf(annotateEpub(three, options).bytes)
  expect(pages({languages: ['tlh']})['OEBPS/text/chapter 1.xhtml']).not.toContain('xgb-line')
  expect(pages({density: 'first'})['OEBPS/text/chapter 1.xhtml']?.match(/class="xgb-word"/gu)).toHaveLength(6)
  expect(pages({glossaryTitle: 'Words & names'})['OEBPS/nav.xhtml']).toContain('>Words &amp; names</a>')
  expect(pages({lang: 'art-x-olvane'})['OEBPS/text/chapter 1.xhtml']).toContain('xml:lang="art-x-olvane"')
  expect(() => annotateEpub(three, {glosary: true} as never)).toThrow(/glosary.*glossary/u)
  expect(() => annotateEpub(three, {format: 'html'} as never)).toThrow(/format/u)
  expect(() => annotateEpub('book' as never)).toThrow(/bytes of a book/u)
})

test('remarks name the file of the chapter, with line and column there', () => {
  const second = '<p>Mira waited for an hour at the gate.</p>\n<p>“Vashk orril menta,” she said to him, and he did not answer.</p>'
  const {messages} = annotateEpub(archiveOf(epub3Files({chapters: [line, second]})))
  expect(messages.map(({file, line: row, column, ruleId}) => [file, row, column, ruleId])).toContainEqual([
    'OEBPS/text/chapter 2.xhtml',
    7,
    5,
    'line-without-gloss',
  ])
})

test('a book in which nothing is foreign is as it was', () => {
  const plain = archiveOf(epub3Files({chapters: ['<p>She opened the door and went into the house, where nobody waited.</p>']}))
  expect(textsOf(annotateEpub(plain).bytes)).toEqual(textsOf(plain))
})

const bookWith = (files: Record<string, string | Uint8Array>, chapters = [line]) => archiveOf(epub3Files({chapters, files}))
const encryption = (algorithm: string): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`

describe('what cannot be read is refused with one clear sentence', () => {
  const files = epub3Files({chapters: [line]})
  const {'META-INF/container.xml': _, ...noContainer} = files
  const {'OEBPS/book.opf': __, ...noPackage} = files
  const cases: [string, Uint8Array, RegExp][] = [
    ['no archive', new TextEncoder().encode('a story'), /^book\.epub: not a zip archive/u],
    ['a truncated archive', three.subarray(0, 900), /^book\.epub: not a zip archive, or truncated/u],
    ['no container', archiveOf(noContainer), /not an EPUB: it has no META-INF\/container\.xml/u],
    ['no package document', archiveOf(noPackage), /OEBPS\/book\.opf: missing/u],
    ['a broken package document', bookWith({'OEBPS/book.opf': '<package>'}), /OEBPS\/book\.opf: not XML/u],
    ['digital rights management', bookWith({'META-INF/rights.xml': '<rights/>'}), /protected against copying/u],
    ['encrypted text', bookWith({'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc')}), /^book\.epub: encrypted/u],
    ['a name that leads out of the book', bookWith({'../../evil.xhtml': line}), /unsafe file name/u],
    ['an empty spine', bookWith({'OEBPS/book.opf': String(files['OEBPS/book.opf']).replace(/<itemref[^>]*>/gu, '')}), /expected chapters, got none/u],
    [
      'encrypted files of which no algorithm is named',
      bookWith({'META-INF/encryption.xml': '<encryption><EncryptedData><CipherData/></EncryptedData></encryption>'}),
      /encrypted .*unknown algorithm/u,
    ],
    ['a list of encrypted files that cannot be read', bookWith({'META-INF/encryption.xml': Uint8Array.of(0x3c, 0xff, 0xfe)}), /encrypted .*unknown algorithm/u],
    ['text that packs too well', bookWith({}, ['<p>a b c d</p>\n'.repeat(700_000)]), /exhaust memory/u],
    [
      'chapters of an unknown encoding',
      bookWith({'OEBPS/text/chapter 1.xhtml': '<?xml version="1.0" encoding="x-vessik"?><html/>'}),
      /got none: .*its encoding/u,
    ],
    ['a bomb', bookWith({'OEBPS/big.bin': new Uint8Array(40 * 1024 * 1024)}), /exhaust memory/u],
  ]
  test.each(cases)('%s', (__, bytes, message) => {
    expect(() => annotateEpub(bytes, {file: 'book.epub'})).toThrow(message)
  })
})

describe('what is merely odd is read', () => {
  const chapterOf = (book: Uint8Array, options = {}) => textsOf(annotateEpub(book, options).bytes)['OEBPS/text/chapter 1.xhtml'] as string

  test('obfuscated fonts stay as they are', () => {
    expect(chapterOf(bookWith({'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding')}))).toContain('xgb-line')
  })

  test('a missing chapter, and one that is not in the manifest, are reported', () => {
    const files = epub3Files({chapters: [line, line]})
    const opf = String(files['OEBPS/book.opf']).replace('<itemref idref="title"/>', '<itemref idref="nowhere"/>')
    const {'OEBPS/text/chapter 2.xhtml': _, ...rest} = files
    const {messages, chapters} = annotateEpub(archiveOf({...rest, 'OEBPS/book.opf': opf}))
    expect(chapters).toHaveLength(1)
    expect(messages.map(({ruleId, file, reason}) => `${ruleId} ${file} ${reason}`).slice(0, 2)).toEqual([
      'epub OEBPS/book.opf The spine names the item “nowhere”, which is not in the manifest',
      'epub OEBPS/text/chapter 2.xhtml This file is missing, although the spine names it',
    ])
  })

  test('a chapter that is not well-formed keeps all that was in it', () => {
    const broken = page3(`<p>She waited.<br>It was cold & dark.\n${line}<p>“Sel <b>davan</b> tal,” he said. (I am here.)`)
    const book = bookWith({'OEBPS/text/chapter 1.xhtml': broken})
    const annotated = annotateEpub(book)
    const page = textsOf(annotated.bytes)['OEBPS/text/chapter 1.xhtml'] as string
    expect(page).toContain('<span class="xgb-line"')
    expect(withoutAdditions(page)).toBe(broken)
    expect(annotated.messages.map(String).join()).toContain('not well-formed XML')
    expect(Buffer.from(annotateEpub(annotated.bytes).bytes).equals(annotated.bytes)).toBe(true)
  })

  test('entities that a DTD of the book declares are not expanded', () => {
    const bomb = `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>&c;</p>${line}</body></html>`
    const {source} = annotateEpub(bookWith({'OEBPS/text/chapter 1.xhtml': bomb}))
    expect(source.length).toBe(bomb.length)
  })

  const opf = String(epub3Files({chapters: [line]})['OEBPS/book.opf'])
  const named = (href: string, path: string): Uint8Array =>
    bookWith({'OEBPS/book.opf': opf.replace('text/chapter%201.xhtml', href), [`OEBPS/text/${path}`]: page3(line)})
  test.each([
    ['Unicode normalization', named('text/caf\u00e9.xhtml', 'cafe\u0301.xhtml')],
    ['case', named('TEXT/One.xhtml', 'one.XHTML')],
    ['escapes', named('text/a%20b.xhtml', 'a%20b.xhtml')],
    ['a slash at the beginning', bookWith({'META-INF/container.xml': '<container><rootfile full-path="/OEBPS/book.opf"/></container>'})],
    ['a media type of text', bookWith({'OEBPS/book.opf': opf.replace(/(id="c1" .*?media-type)="[^"]*"/u, '$1="text/xml"')})],
    ['a declaration that cannot be true', bookWith({'OEBPS/text/chapter 1.xhtml': page3(line).replace('UTF-8', 'UTF-16')})],
    ['UTF-16 without a mark', bookWith({'OEBPS/text/chapter 1.xhtml': Buffer.from(page3(line).replace('UTF-8', 'UTF-16'), 'utf16le')})],
  ])('names and encodings that differ in %s', (_, book) => {
    const {standoff, messages} = annotateEpub(book)
    expect(standoff.utterances.map(({translation}) => translation)).toEqual(['Good evening, traveller.'])
    expect(messages).toEqual([])
  })

  test('items of the spine without text, without a name, with an unknown type', () => {
    const items = '<item id="p" href="p.svg" media-type="image/svg+xml"/><item id="d" href="d.xml" media-type="application/x-dtbook+xml"/>'
    const spine = '<itemref/><itemref idref="p"/><itemref idref="d"/><itemref idref="c1"/><itemref idref="c1"/>'
    const odd = opf.replace('</manifest>', `${items}</manifest>`).replace('</spine>', `${spine}</spine>`)
    const {messages, chapters} = annotateEpub(bookWith({'OEBPS/book.opf': odd, 'OEBPS/p.svg': '<svg/>', 'OEBPS/d.xml': '<dtbook/>'}))
    expect(chapters).toHaveLength(1)
    expect(messages.map(({reason}) => reason)).toEqual([
      'An item of the spine has no idref',
      'This file is left out: its media type, application/x-dtbook+xml, is not that of a text',
    ])
  })

  test('what is not ours stays: a folder of that name, ids and classes that look alike, a head without an end', () => {
    const own = page3(`<p id="xgb-note-u1" class="xgb-story">Mira waited at the gate.</p>${line}`).replace(/<head>.*<\/head>/u, '<head/>')
    const book = bookWith({'OEBPS/text/chapter 1.xhtml': own, 'OEBPS/xenogloss/style.css': 'p { margin: 0 }'})
    const annotated = annotateEpub(book)
    const files = textsOf(annotated.bytes)
    expect(files['OEBPS/xenogloss/style.css']).toBe('p { margin: 0 }')
    expect(files['OEBPS/xenogloss-2/style.css']).toContain('xgb-')
    const page = files['OEBPS/text/chapter 1.xhtml'] as string
    expect(withoutAdditions(page)).toBe(own)
    const ids = [...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Buffer.from(annotateEpub(annotated.bytes).bytes).equals(annotated.bytes)).toBe(true)
  })

  test('tags of an earlier run that are not closed, in linear time', () => {
    const open = '<span class="xgb-line"><sup class="xgb-mark">a '.repeat(20_000)
    const started = Date.now()
    expect(chapterOf(bookWith({}, [`${line}<p>${open}</p>`]))).not.toContain('a <span class="xgb-line"><sup class="xgb-mark">a ')
    expect(Date.now() - started).toBeLessThan(20_000)
  })

  test('glossary pages of a book with fixed layout are reflowable', () => {
    const fixed = opf.replace('</metadata>', '<meta property="rendition:layout">pre-paginated</meta></metadata>')
    const files = textsOf(annotateEpub(bookWith({'OEBPS/book.opf': fixed})).bytes)
    expect(files['OEBPS/book.opf']).toContain('<itemref idref="xgb-1-page-1" properties="rendition:layout-reflowable"/>')
  })

  test('italics of style sheets are emphasis, those of a first letter are not', () => {
    const css = `/* .plain { font-style: italic } */ @media all { .calibre3, p.letter { color: black; font-style: italic } }
.first { font: italic 2em serif } .first .plain { font-style: italic } span.up { font-style: normal } ${'{font:'.repeat(9)}`
    const body = `<p class="letter">Dear child</p><p><span class="first">S</span>he <span class="calibre3">left</span> <span class="calibre3 up">it</span>, <span class="plain">and</span> <span style="font-style: oblique">went</span>.</p>`
    const page = page3(body + line).replace('</head>', '<link rel="stylesheet" href="../S.css"/></head>')
    const {tree} = annotateEpub(bookWith({'OEBPS/text/chapter 1.xhtml': page, 'OEBPS/s.css': css}))
    const shown = toHtml(tree)
    expect(shown).toContain('<p class="letter"><i>Dear child</i></p>')
    expect(shown).toContain('<span class="first">S</span>he <i class="calibre3">left</i> <span class="calibre3 up">it</span>')
    expect(shown).toContain('<span class="plain">and</span> <i style="font-style: oblique">went</i>')
  })

  test('elements nested a hundred thousand deep', () => {
    const deep = page3('<div>'.repeat(1e5) + line + '</div>'.repeat(1e5))
    expect(chapterOf(bookWith({'OEBPS/text/chapter 1.xhtml': deep}))).toContain('xgb-line')
  })

  test.each([
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    [
      'windows-1252',
      (text: string) => Uint8Array.from(text.replace('UTF-8', 'windows-1252').replaceAll('“', '\x93').replaceAll('”', '\x94'), (c) => c.charCodeAt(0)),
    ],
  ])('a chapter in %s stays in it', (encoding, encode) => {
    const bytes = encode(page3(`<p>Mira went to the café.</p>${line.replace('Good', 'Très good')}`))
    const {bytes: book} = annotateEpub(bookWith({'OEBPS/text/chapter 1.xhtml': bytes}))
    const page = unzipSync(book)['OEBPS/text/chapter 1.xhtml'] as Uint8Array
    const decode = (encoded: Uint8Array) =>
      encoding === 'windows-1252' ? decodeWindows1252(encoded) : new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(encoded)
    const text = decode(page)
    expect(text).toContain('xgb-line')
    expect(withoutAdditions(text)).toBe(decode(bytes))
    if (encoding === 'windows-1252') expect(text).toContain('Tr&#232;s good evening, traveller.</p></aside>')
  })
})
