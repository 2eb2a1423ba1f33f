import type {Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {InferInput} from 'valibot'
import {expectTypeOf, test} from 'vitest'
import {annotate, type Dictionary, type Entry, type Format, type Options, type TermNode, type UtteranceNode, type XenoglossFields} from '../../src/index.js'
import type {dictionarySchema} from '../../src/lexicon/dictionary-schema.js'

test('mdast includes the nodes', () => {
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

test('the format determines the type of the tree', () => {
  expectTypeOf(annotate('', {format: 'html'}).tree).toEqualTypeOf<HastRoot>()
  expectTypeOf(annotate('', {format: 'text', lang: 'tlh'}).tree).toEqualTypeOf<Root>()
  expectTypeOf(annotate('', {lang: 'tlh'}).tree).toEqualTypeOf<Root>()
  expectTypeOf(annotate('', {format: 'html' as Format}).tree).toEqualTypeOf<Root | HastRoot>()
  expectTypeOf(annotate('', {} as Options).tree).toEqualTypeOf<Root | HastRoot>()
  visit(annotate('', {format: 'html'}).tree, 'element', ({data}) => {
    expectTypeOf(data?.xenogloss).toEqualTypeOf<XenoglossFields | undefined>()
    if (data?.xenogloss?.type === 'utterance') expectTypeOf(data.xenogloss.translation).toEqualTypeOf<string | undefined>()
  })
})

test('the dictionary schema matches the Dictionary type', () => {
  expectTypeOf<InferInput<typeof dictionarySchema>>().toExtend<Dictionary>()
  // The type has read-only lists, the schema does not.
  expectTypeOf<keyof Dictionary>().toEqualTypeOf<keyof InferInput<typeof dictionarySchema>>()
  expectTypeOf<keyof Entry>().toEqualTypeOf<keyof InferInput<typeof dictionarySchema>['entries'][number]>()
})

test('options', () => {
  expectTypeOf<Options['format']>().toEqualTypeOf<'markdown' | 'text' | 'html' | undefined>()
})
