import * as v from 'valibot'
import type {Tree} from '../source/types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import type {AnnotatorParts} from './annotator-parts.js'
import {createAnnotationMessages} from './messages.js'
import {openStory} from './open-story.js'
import {hostOption} from './options-schema.js'
import {annotateTree} from './pipeline.js'
import type {Annotation, Options, Source} from './types.js'

const listOf = (what: string, method: string) =>
  v.array(
    v.custom<object>((value) => typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[method] === 'function'),
    `a list of ${what}`,
  )

const createSchema = () =>
  v.strictObject({
    host: hostOption,
    formats: v.pipe(listOf('formats', 'parse'), v.minLength(1, 'a list of formats')),
    conventions: listOf('conventions', 'find'),
    clues: listOf('clues', 'prepare'),
    languages: v.optional(listOf('recognisers', 'frequency')),
    frontMatter: v.optional(v.function('a reader of front matter')),
  })

/**
 * Makes an `annotate` of named parts, so that a bundle carries what it names:
 *
 * ```js
 * const annotate = createAnnotator({host: english, formats: [text], conventions, clues})
 * ```
 *
 * @returns a function like `annotate`; its options `host` and `conventions` choose among the parts or add to them
 * @throws TypeError for wrong parts, naming the part and what it may be
 */
export function createAnnotator(parts: AnnotatorParts): (source: Source, options?: Options) => Annotation<Tree> {
  checkOptionsBySchema(createSchema, parts)
  return (source, options = {}) => {
    const {tree, text, settings, problems} = openStory(source, options, parts)
    const data = annotateTree(tree, text, settings)
    return {tree, ...data, messages: createAnnotationMessages(text, {...data, problems}, settings)}
  }
}
