/** Documents of word processors of our own, written by hand. */
import {archiveOf} from './books.js'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = (items: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`

/** A run of text in a DOCX. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of a DOCX. */
export const paragraph = (content: string, style = ''): string => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`

/** A DOCX with a title, footnotes, tracked changes, a comment, a picture, an embedded object and a macro. */
export const docxOf = (body: string, {footnotes = [] as readonly string[], files = {} as Readonly<Record<string, string | Uint8Array>>} = {}): Uint8Array =>
  archiveOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relationships(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': relationships(
      `<Relationship Id="f" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    ),
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${W}>${footnotes
      .map((text, index) => `<w:footnote w:id="${index + 1}">${paragraph(run(text))}</w:footnote>`)
      .join('')}</w:footnotes>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Lamp</dc:title></cp:coreProperties>',
    ...files,
  })

/** The story that the documents below tell. */
export const docxStory = [
  paragraph(run('The gate'), 'Heading1'),
  paragraph(run('Mira came over the ridge before dawn, and the wind pulled at her coat.')),
  paragraph(`${run('“')}${run('Orreth sulvane', '<w:i/>')}${run(', mirrod,” said the guard. (Good evening, traveller.)')}`),
  paragraph(
    `${run('“Sel davan tal,”')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' she said, and ')}<w:del w:id="7" w:author="M">${'<w:r><w:delText>laughed</w:delText></w:r>'}</w:del><w:ins w:id="8" w:author="M">${run('wept')}</w:ins>${run('.')}<w:r><w:commentReference w:id="1"/></w:r>`,
  ),
  paragraph(run('“Sel davan,” the old man whispered to her from behind the well. (I am here.)')),
].join('')

const NS = ['office', 'text', 'style', 'draw'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')

/** An ODT with tracked changes, a comment, a note and a picture. */
export const odtOf = (body: string, files: Readonly<Record<string, string>> = {}): Uint8Array =>
  archiveOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${NS} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${NS} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>The Lamp</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ...files,
  })

export const odtStory = `<text:tracked-changes><text:changed-region><text:deletion><text:p>laughed</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">The gate</text:h>
<text:p>Mira came over the ridge<text:s/>before dawn, and the wind pulled at her coat.</text:p>
<text:p>“<text:span text:style-name="T1">Orreth sulvane</text:span>, mirrod,” said the guard. (Good evening, traveller.)</text:p>
<text:p>“Sel davan tal,”<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>I am here now.</text:p></text:note-body></text:note> she said, and <text:change-start/>wept<text:change-end/>.<office:annotation><text:p>Really?</text:p></office:annotation></text:p>
<text:p><draw:frame><draw:image/></draw:frame>“Sel davan,” the old man whispered to her from behind the well. (I am here.)</text:p>`

/** An FB2 with a note and a picture. */
export const fb2Story = `<?xml version="1.0" encoding="UTF-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><book-title>The Lamp</book-title><lang>en</lang></title-info></description>
<body><section><title><p>The gate</p></title>
<p>Mira came over the ridge before dawn, and the wind pulled at her coat.</p>
<p>“<emphasis>Orreth sulvane</emphasis>, mirrod,” said the guard. (Good evening, traveller.)</p>
<p>“Sel davan tal,”<a l:href="#n1" type="note">1</a> she said, and wept.</p><image l:href="#dot"/>
<p>“Sel davan,” the old man whispered to her from behind the well. (I am here.)</p></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>I am here now.</p></section></body>
<binary id="dot" content-type="image/gif">R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==</binary></FictionBook>
`
