import type {Root as HastRoot} from 'hast'
import * as v from 'valibot'
import type {Annotation} from '../annotate/types.js'
import type {Tree} from '../source/types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {createHastFields} from './render-options-schema.js'
import {renderStory} from './render-story.js'
import {toElements} from './to-elements.js'
import type {HastOptions} from './types.js'

/** An annotation, or its tree alone, which has no word links and no glossary entries. */
export type RenderInput = Tree | (Pick<Annotation<Tree>, 'tree'> & Partial<Pick<Annotation, 'standoff' | 'glossary' | 'glossaries' | 'hostLanguage'>>)

const createSchema = () => v.strictObject(createHastFields())

/**
 * Renders an annotated story as hast. Everything else in an HTML story stays, scripts included; `toPage` removes active content.
 *
 * @throws TypeError for wrong options, and for what is no tree
 */
export function toHast(story: RenderInput, given: HastOptions = {}): HastRoot {
  const options = checkOptionsBySchema(createSchema, given)
  if (typeof (story as unknown) !== 'object' || story === null) throw new TypeError('toHast: expected a tree or what `annotate` returns')
  const {tree, ...data} = 'tree' in story ? story : {tree: story}
  return renderStory(toElements(tree, options.prefix), data, options)
}
