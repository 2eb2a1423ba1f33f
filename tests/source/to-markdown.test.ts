/** Printing annotated trees beside the extensions of other plugins: the same as without annotation, whichever comes first. */
import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {type Processor, unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {remarkXenogloss, xenoglossToMarkdown} from '../../src/index.js'
import {byTurns} from '../support/random-inputs.js'
import {quotedAndGlossed, specExamples, withInventedWords} from '../support/spec-examples.js'

/** A plugin that adds the extension, as users do. */
function printXenogloss(this: Processor, options?: Parameters<typeof xenoglossToMarkdown>[0]): void {
  const data = this.data() as {toMarkdownExtensions?: unknown[]}
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), xenoglossToMarkdown(options)]
}

const plugins = [remarkGfm, remarkFrontmatter, remarkDirective]
const parser = unified().use(remarkParse).use(plugins)
const without = unified().use(remarkParse).use(plugins).use(remarkStringify).freeze()
const orders = [
  ['before', unified().use(remarkParse).use(printXenogloss).use(plugins).use(remarkStringify).freeze()],
  ['behind', unified().use(remarkParse).use(plugins).use(printXenogloss).use(remarkStringify).freeze()],
] as const

const annotator = unified().use(remarkXenogloss).freeze()
const annotated = (source: string): Root => annotator.runSync(parser.parse(source), source) as Root

function countNodes(tree: Root): number {
  let count = 0
  visit(tree, ['utterance', 'term', 'gloss'], () => void count++)
  return count
}

test('the examples of the specifications, with invented words or quoted and glossed', () => {
  let found = 0
  for (const [index, {name, markdown}] of byTurns(specExamples, 3).entries()) {
    const source = index % 2 === 0 ? withInventedWords(markdown) : quotedAndGlossed(markdown)
    const tree = annotated(source)
    found += countNodes(tree)
    const expected = without.stringify(parser.parse(source))
    for (const [order, printer] of orders) expect([name, order, printer.stringify(tree)]).toEqual([name, order, expected])
  }
  expect(found).toBeGreaterThan(80)
})

test.each(orders)('check boxes, escapes, front matter and directives, %s the other extensions', (_, printer) => {
  const source = [
    '---',
    'title: The ferry',
    '---',
    '',
    '* [ ] “Orreth sulvane, mirrod.” (Good evening, traveller.)',
    '* [x] “Vennu okresh tal?” (Where is it?) 10\\:word',
    '',
    '::note[Sulvane tal okresh]{#n}',
    '',
    ':abbr[“Orreth sulvane.”]{title="Good evening"}[^1]',
    '',
    '[^1]: “Kessu davu.” (So be it.)',
    '',
  ].join('\n')
  expect(countNodes(annotated(source))).toBeGreaterThan(5)
  expect(printer.stringify(annotated(source))).toBe(source)
})

test('marks are printed beside check boxes', () => {
  const printer = unified().use(remarkParse).use(printXenogloss, {marks: true}).use(remarkGfm).use(remarkStringify)
  expect(printer.stringify(annotated('* [ ] “Orreth sulvane, mirrod.” (Good evening, traveller.)'))).toBe(
    '* [ ] “:line[Orreth sulvane, mirrod.]” (:gloss[Good evening, traveller.])\n',
  )
})
