/** Books of our own: EPUB 2 and 3, as archives. */
import {strToU8, type Zippable, zipSync} from 'fflate'

/** The content of a file, as text or bytes. */
type Content = string | Uint8Array

/** Writes an archive of files, the first of them stored. */
export function archiveOf(files: Readonly<Record<string, Content>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content], index) => [
    name,
    [typeof content === 'string' ? strToU8(content) : content, {level: index === 0 ? 0 : 6}],
  ])
  return zipSync(Object.fromEntries(entries) as Zippable, {mtime: new Date(2000, 0, 1)})
}

const container = (path: string): string =>
  `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`

/** An EPUB 3 page, with Windows line ends in its head as some programs write them. */
export const page3 = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\r\n<!DOCTYPE html>\r\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\r\n<head><title>A page</title></head>\n<body>\n${body}\n</body>\n</html>\n`

/** An EPUB 2 page. */
const page2 = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">\n<head><title>A page</title></head>\n<body>\n${body}\n</body>\n</html>\n`

/** The smallest picture: one transparent pixel. */
const GIF = Uint8Array.from(atob('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=='), (character) => character.charCodeAt(0))

/** Bodies of chapters, and files beside them. */
export interface BookParts {
  readonly chapters: readonly string[]
  readonly files?: Readonly<Record<string, Content>>
}

/** The files of an EPUB 3 with a cover, a title page and a picture. */
export function epub3Files({chapters, files = {}}: BookParts): Record<string, Content> {
  const names = chapters.map((_, index) => `chapter ${index + 1}.xhtml`)
  const href = (name: string): string => `text/${encodeURIComponent(name)}`
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container('OEBPS/book.opf'),
    'OEBPS/book.opf': `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:2f5b0b6e-3b1e-4b0e-8d53-0c5d1d3f6a10</dc:identifier>
    <dc:title>The Lamp &amp; the Gate</dc:title><dc:language>en</dc:language>
    <meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
    <item id="dot" href="dot.gif" media-type="image/gif"/>
${names.map((name, index) => `    <item id="c${index + 1}" href="${href(name)}" media-type="application/xhtml+xml"/>`).join('\n')}
  </manifest>
  <spine>
    <itemref idref="title"/>
${names.map((_, index) => `    <itemref idref="c${index + 1}"/>`).join('\n')}
  </spine>
</package>
`,
    'OEBPS/nav.xhtml': page3(
      `<nav epub:type="toc"><ol>${names.map((name) => `<li><a href="${href(name)}">${name}</a></li>`).join('')}</ol></nav>
<nav epub:type="landmarks" hidden="hidden"><ol><li><a epub:type="titlepage" href="title.xhtml">Title page</a></li></ol></nav>`,
    ),
    'OEBPS/title.xhtml': page3('<h1>Sel davan tal</h1><p>“Orreth mirrod” (Good traveller)</p><img src="dot.gif" alt=""/>'),
    'OEBPS/dot.gif': GIF,
    ...Object.fromEntries(names.map((name, index) => [`OEBPS/text/${name}`, page3(chapters[index] as string)])),
    ...files,
  }
}

/** The files of an EPUB 2 whose package document has prefixed names, with a cover that the guide names. */
export function epub2Files({chapters, files = {}}: BookParts): Record<string, Content> {
  const names = chapters.map((_, index) => `chapter-${index + 1}.html`)
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container('book.opf'),
    'book.opf': `<?xml version="1.0"?>
<opf:package xmlns:opf="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
  <opf:metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:2f5b0b6e-3b1e-4b0e-8d53-0c5d1d3f6a10</dc:identifier><dc:title>The Lamp</dc:title><dc:language>en</dc:language>
  </opf:metadata>
  <opf:manifest>
    <opf:item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    <opf:item id="cover" href="cover.html" media-type="application/xhtml+xml"/>
${names.map((name, index) => `    <opf:item id="c${index + 1}" href="${name}" media-type="application/xhtml+xml"/>`).join('\n')}
  </opf:manifest>
  <opf:spine toc="ncx"><opf:itemref idref="cover" linear="no"/>${names.map((_, index) => `<opf:itemref idref="c${index + 1}"/>`).join('')}</opf:spine>
  <opf:guide><opf:reference type="cover" title="Cover" href="cover.html"/></opf:guide>
</opf:package>
`,
    'toc.ncx': `<?xml version="1.0"?>
<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="urn:uuid:2f5b0b6e-3b1e-4b0e-8d53-0c5d1d3f6a10"/></head>
<docTitle><text>The Lamp</text></docTitle>
<navMap>${names.map((name, index) => `<navPoint id="n${index + 1}" playOrder="${index + 1}"><navLabel><text>${name}</text></navLabel><content src="${name}"/></navPoint>`).join('')}</navMap></ncx>
`,
    'cover.html': page2('<p>“Sel davan tal” (I am here now)</p>'),
    ...Object.fromEntries(names.map((name, index) => [name, page2(chapters[index] as string)])),
    ...files,
  }
}

/** A story in two chapters: links between them, a note in the other file, entities, an empty anchor, a link around a line, a page break. */
export const twoChapters = (first: string, second: string): readonly [string, string] => [
  `<h1 id="top">One</h1>
<p>Mira came over the ridge before dawn.<a id="x"/> The wind pulled&#160;at her coat &amp; scarf.</p>
<!-- “Sel davan tal” (I am here now) -->
<p>“Orreth <i>sul&#x76;ane,</i> mirrod,” said the guard. (Good evening, traveller.)</p>
<p>“Sel davan tal,”<sup><a href="${second}#note" id="ref">1</a></sup> she said, and wept.</p>
<pre>“Sel davan tal,” he said. (I am here now.)</pre>
<p>The gate was closed, and she waited for a long time in the cold &#8212; longer than ever.</p>`,
  `<h1 id="top">Two</h1>
<p id="note"><a href="${first}#ref">1</a> I am here now.</p>
<p>In the morning they opened the gate, and she walked into the town with the others.</p>
<p>“Sel davan,” the old man whispered to her from behind the well. (I am here.)</p>
<p>“<a href="${first}#top">Orreth mirrod</a>,” she answered him. (Good traveller.)</p>
<p>He had carried a sulvane all the way from the coast, and it was nearly out.</p>`,
]
