/** As much of a schema of rehype-sanitize (hast-util-sanitize) as is extended; what else it holds stays. */
type Definition = string | readonly [string, ...unknown[]]
interface Schema {
  attributes?: Record<string, readonly Definition[]> | null | undefined
  clobber?: readonly string[] | null | undefined
  tagNames?: readonly string[] | null | undefined
}

const CLASS = /^xg-/u
/** Of our own, and of what has been prefixed already, as the ids of footnotes are: no other id can pass for anything in the page. */
const ID = /^(?:xg|user-content)-/u
const ELEMENTS = ['bdi', 'dd', 'dfn', 'div', 'dl', 'dt', 'rp', 'rt', 'ruby', 'section', 'small', 'span', 'sup']
const DATA = ['dataXg', 'dataXgEntry', 'dataXgHidden', 'dataXgOf', 'dataXgSure', 'dataXgTip', 'dataXgWord']

const nameOf = (definition: Definition): string => (typeof definition === 'string' ? definition : definition[0])

/** Where a tag has classes of its own, those for all tags are not looked at. */
const withClass = (definitions: readonly Definition[]): Definition[] =>
  definitions.map((definition) => (nameOf(definition) === 'className' && typeof definition !== 'string' ? [...definition, CLASS] : definition))

/**
 * A schema of rehype-sanitize that lets through what our renderers write, too: `rehypeSanitize, extendSanitizeSchema(defaultSchema)`. References
 * hold: ids are not prefixed but dropped, unless they are ours or have the prefix already.
 */
export function extendSanitizeSchema<Given extends object>(schema: Given): Given {
  const {attributes, clobber, tagNames} = schema as Schema
  const own = Object.fromEntries(Object.entries(attributes ?? {}).map(([tag, definitions]) => [tag, withClass(definitions)]))
  const everywhere = (attributes?.['*'] ?? []).filter((definition) => nameOf(definition) !== 'id')
  return {
    ...schema,
    attributes: {
      ...own,
      '*': [...everywhere, 'ariaLabel', ['className', CLASS], ['id', ID]],
      div: [...(own.div ?? []), 'hidden'],
      span: [...(own.span ?? []), ...DATA],
    },
    clobber: (clobber ?? []).filter((name) => name !== 'id'),
    tagNames: [...new Set([...(tagNames ?? []), ...ELEMENTS])],
  }
}
