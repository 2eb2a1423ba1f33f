/** E-books and documents on the command line. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {beforeEach, describe, expect, test} from 'vitest'
import {annotateEpub} from '../../src/epub.js'
import {archiveOf, epub3Files, twoChapters} from '../support/books.js'
import {createTemporaryFolder, STORY, xenogloss} from '../support/command.js'
import {docxOf, docxStory, fb2Story, odtOf, odtStory} from '../support/documents.js'

const book = archiveOf(epub3Files({chapters: twoChapters('chapter%201.xhtml', 'chapter%202.xhtml')}))
const docx = docxOf(docxStory, {footnotes: ['I am here now.']})
let cwd = ''
beforeEach(() => {
  cwd = createTemporaryFolder()
  for (const [name, content] of Object.entries({'book.epub': book, 'story.docx': docx, 'story.odt': odtOf(odtStory), 'story.fb2': fb2Story}))
    writeFileSync(join(cwd, name), content)
})
const run = (...args: string[]) => xenogloss(args, {cwd})
const json = async (...args: string[]) => JSON.parse((await run(...args)).out) as never

describe('an EPUB', () => {
  test('is annotated in place, as the library does it', async () => {
    expect(await run('annotate', 'book.epub', '--output', 'out.epub')).toEqual({code: 0, out: '', err: '2 chapters written to out.epub\n'})
    const written = readFileSync(join(cwd, 'out.epub'))
    expect(Object.keys(unzipSync(written))).toEqual(Object.keys(unzipSync(annotateEpub(book).bytes)))
    expect(unzipSync(written)['OEBPS/text/chapter 1.xhtml']).toEqual(unzipSync(annotateEpub(book).bytes)['OEBPS/text/chapter 1.xhtml'])
    expect(await run('annotate', 'book.epub', '--output', 'book.epub')).toMatchObject({code: 2, err: expect.stringContaining('would overwrite')})
    expect(await run('annotate', 'book.epub', '--output', 'out.epub', '--gloss', 'moved')).toMatchObject({
      code: 2,
      err: expect.stringContaining('must be kept'),
    })
    writeFileSync(join(cwd, 'story.md'), STORY)
    expect(await run('annotate', 'story.md', 'book.epub', '--output', 'all.epub')).toMatchObject({code: 2, err: expect.stringContaining('is a book already')})
    // A book among the stories that it is made of is none of them in the next run.
    mkdirSync(join(cwd, 'chapters'))
    writeFileSync(join(cwd, 'chapters/one.md'), STORY)
    for (const _ of [1, 2])
      expect(await run('annotate', 'chapters', '--output', 'chapters/book.epub')).toMatchObject({code: 0, err: expect.stringContaining('1 chapter written')})
  })

  test('becomes a page, and data', async () => {
    expect((await run('annotate', 'book.epub')).out).toMatch(/<title>The Lamp &#x26; the Gate<\/title>|<title>The Lamp &amp; the Gate<\/title>/u)
    const {chapters, utterances} = (await json('annotate', 'book.epub', '--to', 'standoff')) as {chapters: {path: string}[]; utterances: unknown[]}
    expect(chapters.map(({path}) => path)).toEqual(['OEBPS/text/chapter 1.xhtml', 'OEBPS/text/chapter 2.xhtml'])
    expect(utterances).toHaveLength(5)
  })

  test('its places are those of its chapters', async () => {
    expect((await run('concordance', 'davan', 'book.epub')).out).toContain('book.epub:OEBPS/text/chapter 2.xhtml:9:9')
    expect((await run('explain', 'book.epub', 'chapter 2.xhtml:9:6')).out).toContain('book.epub:OEBPS/text/chapter 2.xhtml:9:5 utterance')
    expect(await run('explain', 'book.epub', '9:6')).toMatchObject({code: 2, err: expect.stringContaining('name one of the chapters')})
    const second = '<p>Mira waited for an hour at the gate.</p>\n<p>“Vashk orril menta,” she said to him, and he did not answer.</p>'
    const [first] = twoChapters('chapter%201.xhtml', 'chapter%202.xhtml')
    writeFileSync(join(cwd, 'book.epub'), archiveOf(epub3Files({chapters: [first, second]})))
    expect((await run('lint', 'book.epub')).out).toMatch(/^book\.epub:OEBPS\/text\/chapter 2\.xhtml\n *7:5-7:23 warning Line without a translation/mu)
    const [{messages}] = (await json('lint', 'book.epub', '--json')) as [{messages: object[]}]
    expect(messages).toContainEqual(expect.objectContaining({file: 'OEBPS/text/chapter 2.xhtml', line: 7, column: 5}))
    expect(await run('lint', '--fix', 'book.epub')).toMatchObject({code: 2, err: expect.stringContaining('--fix changes text files only')})
  })

  test('teaches a glossary', async () => {
    const {entries} = (await json('glossary', 'learn', 'book.epub')) as {entries: {headword: string; evidence: {work: string}[]}[]}
    expect(entries.find(({headword}) => headword === 'davan')?.evidence[0]?.work).toBe('book.epub')
  })

  test('that is damaged or protected is refused; so is one by its content alone', async () => {
    writeFileSync(join(cwd, 'bad.epub'), 'a story')
    writeFileSync(join(cwd, 'drm.epub'), archiveOf(epub3Files({chapters: ['<p>a</p>'], files: {'META-INF/rights.xml': '<a/>'}})))
    for (const command of ['annotate', 'lint'])
      expect(await run(command, 'bad.epub')).toMatchObject({code: 3, err: expect.stringContaining('not a zip archive')})
    expect(await run('annotate', 'drm.epub')).toMatchObject({code: 3, err: expect.stringContaining('drm.epub: protected against copying')})
    writeFileSync(join(cwd, 'book.zip'), book)
    expect(await run('annotate', 'book.zip', '--output', 'out.epub')).toMatchObject({code: 0})
  })
})

describe.each(['story.docx', 'story.odt', 'story.fb2'])('%s', (name) => {
  test('is annotated, learnt from, searched and explained; places are paragraphs', async () => {
    expect((await run('annotate', name)).out).toContain('<title>The Lamp</title>')
    expect(await run('annotate', name, '--output', 'out.epub')).toMatchObject({code: 0, err: expect.stringContaining('1 chapter written')})
    expect((await run('concordance', 'davan', name)).out).toContain(`${name}:paragraph 5, “davan”`)
    expect((await run('explain', name, '5')).out).toContain(`${name}:paragraph 5, “Sel davan,” utterance`)
    expect(await run('annotate', name, '--to', 'standoff')).toMatchObject({code: 3, err: expect.stringContaining('counts in text')})
    expect(((await json('glossary', 'learn', name)) as {entries: unknown[]}).entries.length).toBeGreaterThan(3)
  })
})

test('remarks about a document name paragraph and words', async () => {
  const more = '<w:p><w:r><w:t>“Vashk orril menta,” she said to him, and he did not answer.</w:t></w:r></w:p>'
  writeFileSync(join(cwd, 'story.docx'), docxOf(docxStory + more, {footnotes: ['I am here now.']}))
  const {code, out, err} = await run('lint', 'story.docx')
  expect(out).toContain('warning paragraph 6, “Vashk orril menta,”: Line without a translation')
  expect(err).toContain('note story.docx: Changes are tracked')
  expect(code).toBe(1)
})

test('documents are known by their content: on standard input, and under a wrong extension', async () => {
  for (const [name, content] of Object.entries({'book.docx': book, 'story.epub': docx, 'story.txt': fb2Story})) {
    writeFileSync(join(cwd, name), content)
    expect(await run('glossary', 'learn', name)).toMatchObject({code: 0, out: expect.stringContaining('davan')})
  }
  const latin = Buffer.from(fb2Story.replace('UTF-8', 'windows-1251').replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1')
  for (const input of [docx, odtOf(odtStory), latin, archiveOf({'story.fb2': fb2Story})])
    expect(await xenogloss(['glossary', 'learn', '-'], {cwd, input: Buffer.from(input)})).toMatchObject({code: 0, out: expect.stringContaining('davan')})
})

test('documents of word processors are not written', async () => {
  expect(await run('annotate', 'book.epub', '--output', 'out.docx')).toMatchObject({
    code: 2,
    err: expect.stringContaining('out.docx: documents of word processors are not written'),
  })
})
