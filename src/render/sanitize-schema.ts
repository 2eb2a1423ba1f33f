/** The part of a rehype-sanitize (hast-util-sanitize) schema that is extended. */
type Definition = string | readonly [string, ...unknown[]]
interface Schema {
  attributes?: Record<string, readonly Definition[]> | null | undefined
  clobber?: readonly string[] | null | undefined
  tagNames?: readonly string[] | null | undefined
}

const CLASS = /^xg-/u
/** xenogloss ids, and ids with the sanitizer's prefix, such as those of footnotes; others could clash with names in the page. */
const ID = /^(?:xg|user-content)-/u
const TAG_NAMES = ['bdi', 'dd', 'dfn', 'div', 'dl', 'dt', 'rp', 'rt', 'ruby', 'section', 'small', 'span', 'sup']
const DATA_ATTRIBUTES = ['dataXg', 'dataXgEntry', 'dataXgHidden', 'dataXgOf', 'dataXgParts', 'dataXgSure', 'dataXgTip', 'dataXgWord']

const nameOf = (definition: Definition): string => (typeof definition === 'string' ? definition : definition[0])

/** A tag's own `className` definition overrides that of `*`, so it is extended as well. */
const allowClasses = (definitions: readonly Definition[]): Definition[] =>
  definitions.map((definition) => (nameOf(definition) === 'className' && typeof definition !== 'string' ? [...definition, CLASS] : definition))

/**
 * Extends a rehype-sanitize schema so that it keeps the output of the renderers: `rehypeSanitize, extendSanitizeSchema(defaultSchema)`.
 * So that references still work, ids are no longer prefixed: xenogloss ids and ids that have the prefix stay, others are removed.
 */
export function extendSanitizeSchema<S extends object>(schema: S): S {
  const {attributes, clobber, tagNames} = schema as Schema
  const byTag = Object.fromEntries(Object.entries(attributes ?? {}).map(([tag, definitions]) => [tag, allowClasses(definitions)]))
  const global = (attributes?.['*'] ?? []).filter((definition) => nameOf(definition) !== 'id')
  return {
    ...schema,
    attributes: {
      ...byTag,
      '*': [...global, 'ariaLabel', ['className', CLASS], ['id', ID]],
      div: [...(byTag.div ?? []), 'hidden'],
      span: [...(byTag.span ?? []), ...DATA_ATTRIBUTES],
    },
    clobber: (clobber ?? []).filter((name) => name !== 'id'),
    tagNames: [...new Set([...(tagNames ?? []), ...TAG_NAMES])],
  }
}
