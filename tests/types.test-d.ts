import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {InferInput} from 'valibot'
import {expectTypeOf, test} from 'vitest'
import {annotate, type Dictionary, type Entry, type Options, type TermNode, type UtteranceNode} from '../src/index.js'
import type {dictionarySchema} from '../src/lexicon/dictionary-schema.js'

test('the nodes are known to mdast', () => {
  const {tree} = annotate('')
  expectTypeOf(tree).toEqualTypeOf<Root>()
  visit(tree, 'utterance', (node) => {
    expectTypeOf(node).toEqualTypeOf<UtteranceNode>()
    expectTypeOf(node.lang).toEqualTypeOf<string>()
  })
  visit(tree, 'term', (node) => {
    expectTypeOf(node).toEqualTypeOf<TermNode>()
    expectTypeOf(node.readings[0]?.entry).toEqualTypeOf<Entry | undefined>()
  })
})

test('the dictionary of the schema is the dictionary of the types', () => {
  expectTypeOf<InferInput<typeof dictionarySchema>>().toExtend<Dictionary>()
  // What is handed out is read-only; the schema's lists are not.
  expectTypeOf<keyof Dictionary>().toEqualTypeOf<keyof InferInput<typeof dictionarySchema>>()
  expectTypeOf<keyof Entry>().toEqualTypeOf<keyof InferInput<typeof dictionarySchema>['entries'][number]>()
})

test('options', () => {
  expectTypeOf<Options['format']>().toEqualTypeOf<'markdown' | 'text' | 'html' | undefined>()
})
