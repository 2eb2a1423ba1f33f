/** rehype-sanitize on renderer output, and page size. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import rehypeSanitize, {defaultSchema} from 'rehype-sanitize'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {extendSanitizeSchema, renderers, toHast} from '../../src/html.js'
import {annotate, type Dictionary} from '../../src/index.js'
import {hasShared, shared} from '../support/shared.js'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary
const annotation = annotate(read('examples/story/salt-road.md'), {dictionaries: [vessik]})
const sanitized = (tree: Root, schema: typeof defaultSchema) => unified().use(rehypeSanitize, schema).runSync(tree) as Root

describe('rehype-sanitize', () => {
  test.each(renderers)('with the extended schema keeps the output of $name', (renderer) => {
    const tree = toHast(annotation, {renderer, gloss: 'hidden'})
    expect(toHtml(sanitized(tree, extendSanitizeSchema(defaultSchema)))).toBe(toHtml(tree))
  })

  test('with its default schema keeps the output of the plain renderer', () => {
    const tree = toHast(annotation, {renderer: 'plain'})
    expect(toHtml(sanitized(tree, defaultSchema))).toBe(toHtml(tree))
  })

  test('with the extended schema allows nothing else', () => {
    const schema = extendSanitizeSchema(defaultSchema)
    const untrusted: Root = {
      type: 'root',
      children: [
        {
          type: 'element',
          tagName: 'span',
          properties: {id: 'cookie', className: ['navbar', 'xg-term'], dataXg: 't1', dataTrack: 'x', style: 'position:fixed', onClick: 'run()'},
          children: [{type: 'element', tagName: 'script', properties: {}, children: [{type: 'text', value: 'run()'}]}],
        },
      ],
    }
    expect(toHtml(sanitized(untrusted, schema))).toBe('<span class="xg-term" data-xg="t1"></span>')
    expect(schema).not.toBe(defaultSchema)
    expect(schema.strip).toBe(defaultSchema.strip)
  })
})

describe('page size', () => {
  const bytes = (tree: Root) => Buffer.byteLength(toHtml(tree))

  test.runIf(hasShared)('an annotated chapter is less than 1.5 times the size of the plain one', () => {
    const source = readFileSync(shared('story/memoirs-103.txt'), 'utf8')
    const {tree, ...others} = annotate(source, {format: 'text'})
    const plain: Root = {type: 'root', children: toHast({tree}, {languages: []}).children}
    const text = {
      ...plain,
      children: plain.children.map((node) => (node.type === 'element' ? {...node, children: [{type: 'text' as const, value: textOf(node)}]} : node)),
    }
    expect(bytes(toHast({tree, ...others})) / bytes(text)).toBeLessThan(1.5)
  })

  test.each([
    ['reader.js', 4608],
    ['reader-page.js', 4608],
    ['style.css', 2560],
  ])('%s is at most %d bytes gzipped', (file, limit) => {
    expect(gzipSync(read(`dist/${file}`), {level: 9}).length).toBeLessThanOrEqual(limit)
  })

  test('a page contains each meaning once', () => {
    const html = toHtml(toHast(annotation))
    const tips = html.match(/data-xg-tip="[^"]*"/gu) ?? []
    expect(tips.length).toBeGreaterThan(0)
    // Only chains of affixes, which no entry contains.
    for (const tip of tips) expect(tip).toMatch(/ \+ /u)
  })

  test('the text equals that of the plain page', () => {
    const plain = unified().use(remarkParse).use(remarkRehype)
    const source = read('examples/story/salt-road.md')
    const tree = toHast(annotation, {entries: 'apart'})
    expect(textOf(tree)).toBe(textOf(plain.runSync(plain.parse(source))))
  })
})
