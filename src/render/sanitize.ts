import type {ElementContent, Nodes, Properties, Root, RootContent} from 'hast'
import {getNodeRole} from '../source/node-roles.js'
import {flatMap} from '../util/lists.js'

/** Elements that are kept: text, lists, tables, pictures. Other elements are replaced by their text. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav nobr ol p pre q rp rt ruby s samp section small ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
)

/** Properties that cannot run, load, or overlay anything. */
const PROPERTIES: ReadonlySet<string> = new Set(
  'align alt className cite colSpan dateTime dir height id lang open reversed rowSpan scope span start title value width xmlLang'.split(' '),
)
const URL_PROPERTIES: ReadonlySet<string> = new Set(['href', 'src'])
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto'])

/** Whether a URL leads to a page or a place in this one. Browsers ignore white space and control characters in URLs. */
function isSafeUrl(url: unknown): boolean {
  if (typeof url !== 'string') return false
  const scheme = /^([^:/?#]*):/u.exec(url.replace(/[\p{Cc}\s]/gu, ''))?.[1]
  return scheme === undefined || SCHEMES.has(scheme.toLowerCase())
}

const safeProperties = (tagName: string, properties: Properties = {}): Properties =>
  Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) => PROPERTIES.has(name) || (URL_PROPERTIES.has(name) && isSafeUrl(value)) || (name === 'name' && tagName === 'a'),
    ),
  )

function sanitizeNode(node: Nodes): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type === 'root') return flatMap(node.children, sanitizeNode)
  if (node.type !== 'element') return []
  const {tagName, properties} = node
  const children = () => flatMap(node.children, sanitizeNode)
  // Elements that xenogloss made are trusted.
  if (node.data?.xenogloss) return [{...node, children: children()}]
  const role = getNodeRole(node)
  if (ELEMENTS.has(tagName) && role !== 'ignored') return [{type: 'element', tagName, properties: safeProperties(tagName, properties), children: children()}]
  return role === 'opaque' || role === 'ignored' ? [] : children()
}

/**
 * Keeps the text, pictures and markup of an untrusted story, and the xenogloss nodes. The result runs nothing, sends nothing, and loads only
 * pictures. Of a whole page, only the body is kept.
 */
export function sanitize(tree: Root): Root {
  const page = tree.children.find((child) => child.type === 'element' && child.tagName === 'html')
  const body = page?.type === 'element' ? page.children.find((child) => child.type === 'element' && child.tagName === 'body') : undefined
  return {type: 'root', children: sanitizeNode(body ?? tree) as RootContent[]}
}
