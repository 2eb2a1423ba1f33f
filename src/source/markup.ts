/** What the nodes of a tree are to a reader, be it mdast (https://github.com/syntax-tree/mdast) or hast. */

import type {Element} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {map} from '../util/lists.js'
import type {TreeNode, TreeParent} from './types.js'

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

const named = (role: Role, tags: string): [string, Role][] => map(tags.split(' '), (tag) => [tag, role])

/**
 * HTML, living standard, section 15 (rendering), and what older pages have. What is named nowhere is shown in the line,
 * as browsers show what they do not know.
 */
const HTML: ReadonlyMap<string, Role> = new Map([
  ...named('emphasis', 'b em i strong u cite'),
  ...named('break', 'br'),
  ...named('opaque', 'applet audio button canvas code embed iframe img input kbd map math meter object output picture plaintext progress'),
  ...named('opaque', 'rp rt samp select svg textarea video xmp'),
  ...named('silent', 'base basefont bgsound datalist head link meta noembed noframes noscript param script source style template title track'),
  ...named('container', 'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption'),
  ...named('container', 'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option'),
  ...named('container', 'p pre search section summary table tbody td tfoot th thead tr ul'),
])

/** What an element of this name is to a reader. */
export const roleOfTag = (tagName: string): Role => HTML.get(tagName) ?? 'phrase'

export const isParent = (node: TreeNode): node is TreeParent => 'children' in node

/** What browsers do not show unless it is searched for (HTML, living standard, section 6.1). */
const isHidden = ({properties: {hidden} = {}}: Element): boolean => hidden !== undefined && hidden !== null && hidden !== false && hidden !== 'until-found'

export function roleOf(node: TreeNode): Role {
  if (node.type === 'element') return isHidden(node) ? 'silent' : roleOfTag(node.tagName)
  return MDAST[node.type] ?? (isParent(node) ? 'container' : 'opaque')
}

/** Nodes that hold one paragraph and nothing but phrases. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])
export const isParagraph = ({type}: TreeNode): boolean => PARAGRAPHS.has(type)

export const isHeading = (node: TreeNode): boolean => node.type === 'heading' || (node.type === 'element' && /^h[1-6]$/u.test(node.tagName))

/** Whether line endings are as the author set them. */
export const isPreformatted = (node: TreeNode): boolean => node.type === 'element' && (node.tagName === 'pre' || node.tagName === 'listing')

const said = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** The language that an element says its words are of. */
export function langOf(node: TreeNode): string | undefined {
  if (node.type !== 'element') return undefined
  const {lang, xmlLang, 'xml:lang': written} = node.properties ?? {}
  return said(lang) ?? said(xmlLang) ?? said(written)
}

/** Elements that hold a page or a part of it: the language that they name is the page's, and no word about any line. */
const SHEETS: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'section', 'div'])
const PAGES: ReadonlySet<string> = new Set(['html', 'body', 'main'])

/** Whether an element that holds other blocks, or none, does so for a page. */
export const isSheet = (node: TreeNode, {holdsBlocks}: {holdsBlocks: boolean}): boolean =>
  node.type === 'element' && (holdsBlocks ? SHEETS : PAGES).has(node.tagName)

/** What is shown over a node: its ruby, or what appears when a pointer rests on it. */
export function shownOver(node: TreeNode): string | undefined {
  if (node.type === 'link') return said(node.title)
  if (node.type !== 'element') return undefined
  if (node.tagName !== 'ruby') return said(node.properties?.title)
  const above = node.children.filter((child) => child.type === 'element' && child.tagName === 'rt')
  return said(map(above, textOf).join(' ').trim())
}

/** The label of the note that a node refers to. */
export function referenceOf(node: TreeNode): string | undefined {
  if (node.type === 'footnoteReference') return `^${node.identifier}`
  if (node.type !== 'element' || node.tagName !== 'a') return undefined
  const {href} = node.properties ?? {}
  return typeof href === 'string' && /^#./u.test(href) ? href : undefined
}

/** What stands raised behind a line and refers to a note: a number, stars, daggers. */
const MARK = /^\s*(\d{1,3}|[*†‡§]{1,4})\s*$/u

const isRaised = (node: TreeNode | undefined): boolean => node?.type === 'element' && node.tagName === 'sup'
const isTag = (node: TreeNode | undefined, tag: RegExp): boolean => node?.type === 'html' && tag.test(node.value)

/**
 * The label by which a raised text refers to the note that begins with the same: all that a `sup` holds, be it an element or raw HTML in
 * Markdown.
 */
export function raisedLabel(node: TreeNode, {parent, siblings, index}: {parent: TreeNode; siblings: readonly TreeNode[]; index: number}): string | undefined {
  if (node.type !== 'text') return undefined
  const raised = isRaised(parent) ? siblings.length === 1 : isTag(siblings[index - 1], /^<sup\b/iu) && isTag(siblings[index + 1], /^<\/sup\s*>$/iu)
  return raised ? MARK.exec(node.value)?.[1] : undefined
}

/** Whether a text is the mark that a link to a note shows. */
export const isLinkedMark = (node: TreeNode, parent: TreeNode): boolean => node.type === 'text' && referenceOf(parent) !== undefined && MARK.test(node.value)

const idOf = ({properties: {id, name} = {}}: Element): string | undefined => said(id) ?? said(name)

/** Whether a node is counted among its parent's items. */
export const isItem = (node: TreeNode): boolean => node.type === 'listItem' || (node.type === 'element' && node.tagName === 'li')

/** The labels by which marks refer to a node; `nth`: how many items of its parent come before it. */
export function labelsOf(node: TreeNode, parent?: TreeParent, nth = 0): string[] {
  if (node.type === 'footnoteDefinition') return [`^${node.identifier}`]
  if (node.type === 'listItem') return parent?.type === 'list' && parent.ordered ? [String((parent.start ?? 1) + nth)] : []
  if (node.type !== 'element') return []
  const id = idOf(node)
  const labels = id === undefined ? [] : [`#${id}`]
  if (isItem(node) && parent?.type === 'element' && parent.tagName === 'ol')
    labels.push(String((typeof parent.properties?.start === 'number' ? parent.properties.start : 1) + nth))
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
      const role = roleOf(child)
      if (child.type === 'element' && role === 'container') {
        for (let i = stack.length - 1; i > 0 && !found.has((stack[i] as (typeof stack)[number]).node); i--) {
          found.add((stack[i] as (typeof stack)[number]).node)
        }
      }
      if (isParent(child) && role !== 'opaque' && role !== 'silent') stack.push({node: child, index: 0})
    }
  }
  return found
}
