/** What the nodes of a tree are to a reader, be it mdast (https://github.com/syntax-tree/mdast) or hast. */
import type {Element} from 'hast'
import type {TreeNode, TreeParent} from '../types.js'

/**
 * `text` and `break` have characters of their own; `phrase` and `emphasis` hold part of a paragraph; an `opaque` node has no
 * words; a `silent` one is not even seen; every other node is a `container` of paragraphs.
 */
export type Role = 'text' | 'break' | 'phrase' | 'emphasis' | 'opaque' | 'silent' | 'container'

const MDAST: Readonly<Record<string, Role>> = {
  text: 'text',
  break: 'break',
  emphasis: 'emphasis',
  strong: 'emphasis',
  delete: 'phrase',
  link: 'phrase',
  linkReference: 'phrase',
  utterance: 'phrase',
  gloss: 'phrase',
  translation: 'phrase',
  term: 'phrase',
  textDirective: 'phrase',
  mdxJsxTextElement: 'phrase',
  comment: 'silent',
  doctype: 'silent',
  definition: 'silent',
  yaml: 'silent',
  toml: 'silent',
  thematicBreak: 'container',
}

const named = (role: Role, tags: string): [string, Role][] => tags.split(' ').map((tag) => [tag, role])

/** HTML, living standard, section 3.2.5.2.5 (phrasing content), and what older pages have. */
const HTML: ReadonlyMap<string, Role> = new Map([
  ...named('emphasis', 'b em i strong u cite'),
  ...named('phrase', 'a abbr bdi bdo big data del dfn font ins label mark nobr q ruby s small span strike sub sup time tt var wbr'),
  ...named('break', 'br'),
  ...named('opaque', 'audio button canvas code embed iframe img input kbd map math meter object output picture progress rp rt samp select svg textarea video'),
  ...named('silent', 'base head link meta noscript script style template title'),
  ...named('container', 'hr'),
])

export const isParent = (node: TreeNode): node is TreeParent => 'children' in node

export function roleOf(node: TreeNode): Role {
  if (node.type === 'element') return HTML.get(node.tagName) ?? 'container'
  return MDAST[node.type] ?? (isParent(node) ? 'container' : 'opaque')
}

/** Nodes that hold one paragraph and nothing but phrases. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])
export const isParagraph = ({type}: TreeNode): boolean => PARAGRAPHS.has(type)

export const isHeading = (node: TreeNode): boolean => node.type === 'heading' || (node.type === 'element' && /^h[1-6]$/u.test(node.tagName))

const said = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** The language that an element says its words are of. */
export function langOf(node: TreeNode): string | undefined {
  if (node.type !== 'element') return undefined
  const {lang, xmlLang, 'xml:lang': written} = node.properties
  return said(lang) ?? said(xmlLang) ?? said(written)
}

/** The label of the note that a node refers to. */
export function referenceOf(node: TreeNode): string | undefined {
  if (node.type === 'footnoteReference') return `^${node.identifier}`
  if (node.type !== 'element' || node.tagName !== 'a') return undefined
  const {href} = node.properties
  return typeof href === 'string' && /^#./u.test(href) ? href : undefined
}

const idOf = ({properties: {id, name}}: Element): string | undefined => said(id) ?? said(name)

/** The labels by which marks refer to a node, which is the child of `parent` at `index`. */
export function labelsOf(node: TreeNode, parent?: TreeParent, index = 0): string[] {
  if (node.type === 'footnoteDefinition') return [`^${node.identifier}`]
  if (node.type === 'listItem') return parent?.type === 'list' && parent.ordered ? [String((parent.start ?? 1) + index)] : []
  if (node.type !== 'element') return []
  const id = idOf(node)
  const labels = id === undefined ? [] : [`#${id}`]
  if (node.tagName === 'li' && parent?.type === 'element' && parent.tagName === 'ol') {
    const before = parent.children.slice(0, index).filter((child) => child.type === 'element' && child.tagName === 'li').length
    labels.push(String((Number(parent.properties.start) || 1) + before))
  }
  return labels
}

/** Elements whose words are phrases wherever they stand, but for those that hold paragraphs: `<i><p>…</p></i>`. */
export function containersAmong(tree: TreeParent): ReadonlySet<TreeNode> {
  const found = new Set<TreeNode>()
  if (!tree.children.some((child) => child.type === 'element')) return found
  const stack: {node: TreeParent; index: number}[] = [{node: tree, index: 0}]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.node.children[top.index++]
    if (!child) stack.pop()
    else {
      if (child.type === 'element' && roleOf(child) === 'container') {
        for (let i = stack.length - 1; i > 0 && !found.has((stack[i] as (typeof stack)[number]).node); i--) {
          found.add((stack[i] as (typeof stack)[number]).node)
        }
      }
      if (isParent(child)) stack.push({node: child, index: 0})
    }
  }
  return found
}
