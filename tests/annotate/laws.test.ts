/** Invariants of every story. */
import fc from 'fast-check'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toMarkdown} from 'mdast-util-to-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {allParts} from '../../src/annotate/all-parts.js'
import {annotateTree} from '../../src/annotate/pipeline.js'
import {resolveOptions} from '../../src/annotate/resolve-options.js'
import {settleHost} from '../../src/annotate/settle-host.js'
import {annotate, type Format, remarkXenogloss, xenoglossToMarkdown} from '../../src/index.js'
import {markdown} from '../../src/source/markdown/markdown-source.js'
import {randomInputs} from '../support/random-inputs.js'
import {randomStories} from '../support/random-stories.js'

const format = fc.constantFrom<Format>('markdown', 'text')
const stories = fc.tuple(randomStories, format)

test('the text of the story is unchanged', () => {
  fc.assert(
    fc.property(randomStories, (source) => {
      expect(textOf(annotate(source).tree)).toBe(textOf(fromMarkdown(source)))
      expect(textOf(annotate(source, {format: 'text'}).tree).replace(/\s+/gu, '')).toBe(source.replace(/\s+/gu, ''))
    }),
    randomInputs(20),
  )
})

test('the same input gives the same output', () => {
  fc.assert(
    fc.property(stories, ([source, kind]) => {
      expect(annotate(source, {format: kind})).toEqual(annotate(source, {format: kind}))
    }),
    randomInputs(10),
  )
})

test('spans are ordered, nested and within the source; references are valid', () => {
  fc.assert(
    fc.property(stories, ([source, kind]) => {
      const {utterances, glosses, terms, links} = annotate(source, {format: kind}).standoff
      for (const list of [utterances, glosses, terms]) {
        for (const [index, {start, end}] of list.entries()) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(source.length)
          expect(start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0)
        }
      }
      const ids = new Set([...utterances, ...terms].map(({id}) => id))
      const contains = (outer: {start: number; end: number}, inner: {start: number; end: number}) => outer.start <= inner.start && inner.end <= outer.end
      for (const gloss of glosses) {
        expect(gloss.of.length).toBeGreaterThan(0)
        for (const id of gloss.of) expect(ids).toContain(id)
        for (const part of gloss.parts) {
          expect(contains(gloss, part)).toBe(true)
          for (const id of part.of) expect(gloss.of).toContain(id)
        }
      }
      for (const u of utterances) {
        expect(u.confidence).toBeGreaterThanOrEqual(0.5)
        expect(u.confidence).toBeLessThanOrEqual(1)
        for (const t of terms) expect(contains(u, t) || t.end <= u.start || u.end <= t.start).toBe(true)
        if (u.gloss !== undefined) expect(glosses.find(({id}) => id === u.gloss)?.of).toContain(u.id)
      }
      for (const {
        source: [start, end],
        target,
      } of links) {
        expect(terms.some((term) => term.start === start && term.end === end) || utterances.some((u) => contains(u, {start, end}))).toBe(true)
        expect(glosses.some((gloss) => contains(gloss, {start: target[0], end: target[1]}))).toBe(true)
      }
    }),
    randomInputs(20),
  )
})

test('every xenogloss node has a position and an HTML element name', () => {
  fc.assert(
    fc.property(randomStories, (source) => {
      visit(annotate(source).tree, (node) => {
        if (!['utterance', 'gloss', 'translation', 'term'].includes(node.type)) return
        expect(node.position?.start.offset).toBeLessThan(node.position?.end.offset as number)
        expect(node.data).toMatchObject({hName: 'span'})
      })
    }),
    randomInputs(20),
  )
})

test('tree and standoff agree', () => {
  fc.assert(
    fc.property(randomStories, (source) => {
      const {tree, standoff} = annotate(source)
      const inTree = new Map<string, [number, number]>()
      visit(tree, (node) => {
        if (node.type !== 'utterance' && node.type !== 'gloss' && node.type !== 'term') return
        const start = node.position?.start.offset as number
        const end = node.position?.end.offset as number
        // Markup can split a node; its pieces together cover the span.
        const known = inTree.get(node.id)
        inTree.set(node.id, known ? [Math.min(known[0], start), Math.max(known[1], end)] : [start, end])
      })
      expect(inTree.size).toBe(standoff.utterances.length + standoff.glosses.length + standoff.terms.length)
      for (const {id, start, end} of [...standoff.utterances, ...standoff.glosses, ...standoff.terms]) {
        const [from, to] = inTree.get(id) as [number, number]
        expect(from).toBeLessThanOrEqual(start)
        expect(to).toBeGreaterThanOrEqual(end)
      }
    }),
    randomInputs(20),
  )
})

describe('the tree', () => {
  test('is the same after a second run', () => {
    fc.assert(
      fc.property(randomStories, (source) => {
        const {tree} = annotate(source)
        const again = structuredClone(tree)
        annotateTree(again, source, settleHost(again, {...resolveOptions({}, allParts), format: markdown}).settings)
        expect(again).toEqual(tree)
      }),
      randomInputs(20),
    )
  })

  test('prints as the same Markdown', () => {
    fc.assert(
      fc.property(randomStories, (source) => {
        const plain = toMarkdown(fromMarkdown(source))
        expect(toMarkdown(annotate(source).tree, {extensions: [xenoglossToMarkdown()]})).toBe(plain)
      }),
      randomInputs(20),
    )
  })

  test('equals the result of the plugin', () => {
    fc.assert(
      fc.property(randomStories, (source) => {
        const processor = unified().use(remarkParse).use(remarkXenogloss)
        const {tree} = annotate(source)
        expect(processor.runSync(processor.parse(source), source)).toEqual(tree)
      }),
      randomInputs(10),
    )
  })
})
