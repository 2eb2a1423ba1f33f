/**
 * The examples of the CommonMark specification, and ours of GitHub's additions: as they are, with invented words, quoted and glossed, and with
 * all their words given as terms; through annotate with every renderer, through the plugins, and printed again. Nothing throws, the
 * text stays, and without our elements the page is what it was. Normally every second example takes one way and every second renderer; `SPEC=all` takes all of them.
 */
import type {Root as HastRoot} from 'hast'
import MarkdownIt from 'markdown-it'
import type {Root as MdastRoot} from 'mdast'
import {toHast as fromMdast} from 'mdast-util-to-hast'
import {toMarkdown} from 'mdast-util-to-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {type HastOptions, renderers, toHast} from '../../src/html.js'
import {annotate, type Options, rehypeXenogloss, remarkXenogloss, xenoglossToMarkdown} from '../../src/index.js'
import {markdownItXenogloss} from '../../src/markdown-it.js'
import {markdown as markdownFormat} from '../../src/source/markdown/markdown-source.js'
import {quotedAndGlossed, specExamples, withInventedWords, wordsOf} from '../support/spec-examples.js'
import {strippedHtml} from '../support/strip-annotations.js'

type Story = readonly [source: string, options: Options]
const VARIANTS: readonly ((markdown: string) => Story)[] = [
  (markdown) => [markdown, {}],
  (markdown) => [withInventedWords(markdown), {}],
  (markdown) => [quotedAndGlossed(markdown), {}],
  (markdown) => [markdown, {terms: wordsOf(markdown)}],
]

const toElements = (tree: MdastRoot): HastRoot => fromMdast(structuredClone(tree)) as HastRoot

function checkAnnotate([source, options]: Story, nth: number): void {
  const plain = markdownFormat.parse(source)
  const {tree, ...data} = annotate(source, options as {format?: 'markdown'})
  expect(textOf(tree)).toBe(textOf(plain))
  const expected = strippedHtml(toElements(plain))
  for (const [index, renderer] of renderers.entries())
    if (takes(index + nth, 2, 0)) expect([renderer.name, strippedHtml(toHast({tree, ...data}, {renderer}))]).toEqual([renderer.name, expected])
  const extensions = [xenoglossToMarkdown()]
  expect(toMarkdown(tree, {extensions})).toBe(toMarkdown(plain, {extensions}))
}

const remark = unified().use(remarkParse).use(remarkGfm)
const toPlainElements = unified().use(remarkRehype, {allowDangerousHtml: true}).use(rehypeRaw)
/** Nothing behind the story, where it would stand in raw elements that an example leaves open. */
const renderer: HastOptions = {renderer: 'tooltip', entries: 'apart'}

/** What becomes of a story in each pipeline, with and without annotation. */
const PIPELINES: Readonly<Record<string, (story: Story, index: number) => readonly [found: string, expected: string]>> = {
  remark: ([source, options], index) => {
    const annotator = unified().use(remarkXenogloss, index % 2 === 0 ? options : {...options, ...renderer})
    const annotated = annotator.runSync(remark.parse(source), source)
    return [annotated, remark.parse(source)].map((tree) => strippedHtml(toPlainElements.runSync(tree) as HastRoot)) as [string, string]
  },
  rehype: ([source, options], index) => {
    const plain = toPlainElements.runSync(remark.parse(source)) as HastRoot
    const annotator = unified().use(rehypeXenogloss, index % 2 === 0 ? options : {...options, ...renderer})
    return [strippedHtml(annotator.runSync(structuredClone(plain), source) as HastRoot), strippedHtml(plain)]
  },
  'markdown-it': ([source, options], index) => {
    const parse = (html: string) => strippedHtml(unified().use(rehypeParse, {fragment: true}).parse(html) as HastRoot)
    const create = () => new MarkdownIt({html: true})
    return [
      parse(
        create()
          .use(markdownItXenogloss, index % 2 === 0 ? options : {...options, ...renderer})
          .render(source),
      ),
      parse(create().render(source)),
    ]
  },
}

const isWhole = process.env.SPEC === 'all'
const takes = (index: number, of: number, which: number): boolean => isWhole || index % of === which
const limit = isWhole ? 1_200_000 : 60_000

test('annotate, all renderers by turns, and printed again', {timeout: limit}, () => {
  for (const [index, {name, markdown}] of specExamples.entries()) {
    for (const [variant, change] of VARIANTS.entries()) {
      if (!takes(index, 2 * VARIANTS.length, 2 * variant)) continue
      const story = change(markdown)
      expect(() => checkAnnotate(story, Math.floor(index / (2 * VARIANTS.length))), `${name}, way ${variant}: ${JSON.stringify(story)}`).not.toThrow()
    }
  }
})

test.each(Object.entries(PIPELINES).map(([name, run], nth) => ({name, run, nth})))('$name', {timeout: limit}, ({run, nth}) => {
  for (const [index, {name, markdown}] of specExamples.entries()) {
    for (const [variant, change] of VARIANTS.entries()) {
      if (!takes(index + nth, VARIANTS.length, variant) || (!isWhole && index % 3 !== nth)) continue
      const story = change(markdown)
      const [found, expected] = run(story, index + variant)
      expect([name, variant, found]).toEqual([name, variant, expected])
    }
  }
})
