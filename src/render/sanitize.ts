import type {ElementContent, Nodes, Properties, Root, RootContent} from 'hast'
import {roleOf} from '../source/markup.js'
import {flatMap} from '../util/lists.js'

/** Elements that stay: those of words, lists, tables and pictures. Others that hold words leave them behind. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav nobr ol p pre q rp rt ruby s samp section small ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
)

/** Properties that neither run nor load anything, nor hide one thing behind another. */
const PROPERTIES: ReadonlySet<string> = new Set(
  'align alt className cite colSpan dateTime dir height id lang open reversed rowSpan scope span start title value width xmlLang'.split(' '),
)
const LINKS: ReadonlySet<string> = new Set(['href', 'src'])
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto'])

/** Whether an address leads to a page or within this one. Browsers drop white space and control characters in it. */
function isHarmless(address: unknown): boolean {
  if (typeof address !== 'string') return false
  const scheme = /^([^:/?#]*):/u.exec(address.replace(/[\p{Cc}\s]/gu, ''))?.[1]
  return scheme === undefined || SCHEMES.has(scheme.toLowerCase())
}

const harmless = (tagName: string, properties: Properties = {}): Properties =>
  Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) => PROPERTIES.has(name) || (LINKS.has(name) && isHarmless(value)) || (name === 'name' && tagName === 'a'),
    ),
  )

function cleaned(node: Nodes): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type === 'root') return flatMap(node.children, cleaned)
  if (node.type !== 'element') return []
  const {tagName, properties} = node
  const children = () => flatMap(node.children, cleaned)
  // What the annotator made is ours.
  if (node.data?.xenogloss) return [{...node, children: children()}]
  const role = roleOf(node)
  if (ELEMENTS.has(tagName) && role !== 'silent') return [{type: 'element', tagName, properties: harmless(tagName, properties), children: children()}]
  return role === 'opaque' || role === 'silent' ? [] : children()
}

/**
 * What of a stranger's story may stand in a page of ours: its words and pictures, their markup, and our own nodes. Nothing
 * of it runs, sends, or loads anything but pictures; of a whole page it is the body.
 */
export function sanitize(tree: Root): Root {
  const page = tree.children.find((child) => child.type === 'element' && child.tagName === 'html')
  const body = page?.type === 'element' ? page.children.find((child) => child.type === 'element' && child.tagName === 'body') : undefined
  return {type: 'root', children: cleaned(body ?? tree) as RootContent[]}
}
