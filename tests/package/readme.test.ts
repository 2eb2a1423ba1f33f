/** README.md: its snippets run, its commands work, its links lead to files of the package. */
import {execFileSync, execSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {fileURLToPath} from 'node:url'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {visit} from 'unist-util-visit'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {archiveOf, epub3Files, twoChapters} from '../support/books.js'
import {docxOf, docxStory, paragraph, run} from '../support/documents.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const README = readFileSync(join(root, 'README.md'), 'utf8')
const PAGES = [
  'README.md',
  'src/README.md',
  'src/render/README.md',
  'src/formats/README.md',
  'src/hosts/README.md',
  'src/lint/rules/README.md',
  'examples/README.md',
  'tests/README.md',
  '.github/CONTRIBUTING.md',
]

const codeOf = (language: string): string[] => {
  const found: string[] = []
  visit(fromMarkdown(README), 'code', ({lang, value}) => {
    if (lang === language) found.push(value)
  })
  return found
}

/** Inside the project, so that snippets find `xenogloss` and its development dependencies. */
const folder = join(root, 'out/readme')

describe('its snippets and commands run', () => {
  const snippets = codeOf('js')
  /** What each snippet prints; one process runs them all, as each would load the library anew. */
  let printedBy: readonly string[] = []
  beforeAll(() => {
    mkdirSync(folder, {recursive: true})
    const story = '# The inn\n\n“Sulvane tal okresh,” she said. (The evening goes on.)\n\n“Mirrod sulvane,” he said.\n'
    for (const name of ['story.md', 'chapter-1.md', 'chapter-2.md']) writeFileSync(join(folder, name), story)
    writeFileSync(join(folder, 'book.epub'), archiveOf(epub3Files({chapters: twoChapters('chapter%201.xhtml', 'chapter%202.xhtml')})))
    const untranslated = paragraph(run('“Vashk orril menta,” she said to him, and he did not answer.'))
    writeFileSync(join(folder, 'manuscript.docx'), docxOf(docxStory + untranslated, {footnotes: ['I am here now.']}))
    for (const [index, code] of snippets.entries()) writeFileSync(join(folder, `snippet-${index}.mjs`), code)
    const mark = '- - next snippet'
    const all = snippets.map((_, index) => `console.log('${mark}')\nawait import('./snippet-${index}.mjs')`).join('\n')
    writeFileSync(join(folder, 'snippets.mjs'), all)
    printedBy = execFileSync(process.execPath, ['snippets.mjs'], {cwd: folder, encoding: 'utf8'}).split(mark).slice(1)
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test.each(snippets.map((code, index) => [index, code] as const))('snippet %i', (index, code) => {
    const printed = printedBy[index]
    // `console.log(…) // what it prints`
    const said = [...code.matchAll(/console\.log\(.*\) \/\/ ([^…\n]+)/gu)].map(([, text]) => (text as string).trim())
    for (const text of said) expect(printed).toContain(text)
  })

  test('the commands of the command line', () => {
    const commands = codeOf('sh').flatMap((code) => code.split('\n').filter((line) => line.startsWith('npx xenogloss')))
    expect(commands.length).toBeGreaterThanOrEqual(5)
    for (const command of commands) {
      const line = command.replace('npx xenogloss', `"${process.execPath}" "${join(root, 'dist/cli.js')}"`)
      // `lint` exits with 1 if it has remarks.
      const {status} = trying(() => execSync(line, {cwd: folder, stdio: ['ignore', 'pipe', 'pipe']}))
      expect([command, status], command).toEqual([command, command.includes(' lint ') ? 1 : 0])
    }
  })
})

function trying(run: () => unknown): {readonly status: number} {
  try {
    run()
    return {status: 0}
  } catch (error) {
    return {status: (error as {status: number}).status}
  }
}

test('it is read in five minutes', () => {
  expect(README.split(/\s+/u).length).toBeLessThanOrEqual(1800)
})

describe.each(PAGES)('links of %s', (page) => {
  const links: string[] = []
  visit(fromMarkdown(readFileSync(join(root, page), 'utf8')), ['link', 'image'], (node) => {
    if ('url' in node && !/^(?:[a-z]+:|#)/iu.test(node.url)) links.push(node.url)
  })

  test('lead to files, and to headings', () => {
    for (const link of links) {
      const [path = '', heading] = link.split('#')
      const target = normalize(join(dirname(page), path))
      expect(existsSync(join(root, target)), `${page}: ${link}`).toBe(true)
      if (heading === undefined) continue
      const slugs = [...readFileSync(join(root, target), 'utf8').matchAll(/^#+ (.+)$/gmu)].map(([, title]) =>
        (title as string)
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s-]/gu, '')
          .trim()
          .replace(/\s/gu, '-'),
      )
      expect(slugs, `${page}: ${link}`).toContain(heading)
    }
  })

  test('lead to files that are published, from README', () => {
    if (page !== 'README.md') return
    const {files} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {files: string[]}
    const isPublished = (path: string) =>
      files.some((entry) => path === entry || path.startsWith(`${entry}/`)) || ['README.md', 'LICENSE', 'CHANGELOG.md'].includes(path)
    expect(links.map((link) => normalize(link.split('#')[0] as string)).filter((path) => !isPublished(path))).toEqual([])
  })
})
