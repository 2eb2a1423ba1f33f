import * as v from 'valibot'
import {checkOptionsBySchema} from '../util/check-options.js'
import {DEFAULT_PREFIX} from './types.js'

/** The part of a rehype-sanitize (hast-util-sanitize) schema that is extended. */
type Definition = string | readonly [string, ...unknown[]]
interface Schema {
  attributes?: Record<string, readonly Definition[]> | null | undefined
  clobber?: readonly string[] | null | undefined
  tagNames?: readonly string[] | null | undefined
}

const CLASS = /^xg-/u
/** Ids with the prefix, and ids with the sanitizer's prefix, such as those of footnotes; others could clash with names in the page. */
const idsWith = (prefix: string): RegExp => new RegExp(`^(?:${prefix.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')}|user-content-)`, 'u')

/** An empty prefix would keep every id. */
const createOptionsSchema = () => v.strictObject({prefix: v.optional(v.pipe(v.string(), v.regex(/^[^\s"'<>&#]+$/u, 'a text that ids begin with, not empty')))})
const TAG_NAMES = ['bdi', 'dd', 'dfn', 'div', 'dl', 'dt', 'rp', 'rt', 'ruby', 'section', 'small', 'span', 'sup']
const DATA_ATTRIBUTES = ['dataXg', 'dataXgEntry', 'dataXgHidden', 'dataXgOf', 'dataXgParts', 'dataXgSure', 'dataXgTip', 'dataXgWord']

const nameOf = (definition: Definition): string => (typeof definition === 'string' ? definition : definition[0])

/** A tag's own `className` definition overrides that of `*`, so it is extended as well. */
const allowClasses = (definitions: readonly Definition[]): Definition[] =>
  definitions.map((definition) => (nameOf(definition) === 'className' && typeof definition !== 'string' ? [...definition, CLASS] : definition))

/**
 * Extends a rehype-sanitize schema so that it keeps the output of the renderers: `rehypeSanitize, extendSanitizeSchema(defaultSchema)`.
 * So that references still work, ids are no longer prefixed: xenogloss ids and ids that have the prefix stay, others are removed.
 *
 * @param given what is to be kept
 * @param given.prefix what xenogloss ids begin with; as given to the renderer. Default `'xg-'`
 * @throws TypeError for wrong options
 */
export function extendSanitizeSchema<S extends object>(schema: S, given: {readonly prefix?: string | undefined} = {}): S {
  const {prefix = DEFAULT_PREFIX} = checkOptionsBySchema(createOptionsSchema, given)
  const {attributes, clobber, tagNames} = schema as Schema
  const byTag = Object.fromEntries(Object.entries(attributes ?? {}).map(([tag, definitions]) => [tag, allowClasses(definitions)]))
  const global = (attributes?.['*'] ?? []).filter((definition) => nameOf(definition) !== 'id')
  return {
    ...schema,
    attributes: {
      ...byTag,
      '*': [...global, 'ariaLabel', ['className', CLASS], ['id', idsWith(prefix)]],
      div: [...(byTag.div ?? []), 'hidden'],
      span: [...(byTag.span ?? []), ...DATA_ATTRIBUTES],
    },
    clobber: (clobber ?? []).filter((name) => name !== 'id'),
    tagNames: [...new Set([...(tagNames ?? []), ...TAG_NAMES])],
  }
}
