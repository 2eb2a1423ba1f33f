/** The role of tree nodes in the text that a reader sees, for mdast (https://github.com/syntax-tree/mdast) and hast. */

import type {Element} from 'hast'
import {map} from '../util/lists.js'
import type {TreeNode, TreeParent} from './types.js'

/**
 * `text` and `break` add characters; `phrase` and `emphasis` hold part of a paragraph; an `opaque` node is visible but has no words; an
 * `ignored` node is invisible; a `container` holds paragraphs.
 */
export type NodeRole = 'text' | 'break' | 'phrase' | 'emphasis' | 'opaque' | 'ignored' | 'container'

const MDAST: Readonly<Record<string, NodeRole>> = {
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
  comment: 'ignored',
  doctype: 'ignored',
  definition: 'ignored',
  yaml: 'ignored',
  toml: 'ignored',
  thematicBreak: 'container',
}

const assignRole = (role: NodeRole, tags: string): [string, NodeRole][] => map(tags.split(' '), (tag) => [tag, role])

/**
 * HTML elements (living standard, section 15, rendering) and obsolete ones. Other elements are phrases, because browsers show unknown
 * elements inline.
 */
const HTML: ReadonlyMap<string, NodeRole> = new Map([
  ...assignRole('emphasis', 'b em i strong u cite'),
  ...assignRole('break', 'br'),
  ...assignRole('opaque', 'applet audio button canvas code embed iframe img input kbd map math meter object output picture plaintext progress'),
  ...assignRole('opaque', 'rp rt samp select svg textarea video xmp'),
  ...assignRole('ignored', 'base basefont bgsound datalist head link meta noembed noframes noscript param script source style template title track'),
  ...assignRole('container', 'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption'),
  ...assignRole('container', 'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option'),
  ...assignRole('container', 'p pre search section summary table tbody td tfoot th thead tr ul'),
])

export const getTagRole = (tagName: string): NodeRole => HTML.get(tagName) ?? 'phrase'

export const isParent = (node: TreeNode): node is TreeParent => 'children' in node

/** Returns whether an element is hidden (HTML, living standard, section 6.1); `until-found` is not. */
const isHidden = ({properties: {hidden} = {}}: Element): boolean => hidden !== undefined && hidden !== null && hidden !== false && hidden !== 'until-found'

export function getNodeRole(node: TreeNode): NodeRole {
  if (node.type === 'element') return isHidden(node) ? 'ignored' : getTagRole(node.tagName)
  return MDAST[node.type] ?? (isParent(node) ? 'container' : 'opaque')
}

/** Italics or bold type as an attribute. */
const EMPHASIZING_STYLE = /\bfont-style\s*:\s*(?:italic|oblique)|\bfont-weight\s*:\s*(?:bold|[6-9]00)/iu

/** Returns whether an element emphasizes its text, by its name or its style. */
export const isEmphasis = (node: Element): boolean =>
  getNodeRole(node) === 'emphasis' || (typeof node.properties?.style === 'string' && EMPHASIZING_STYLE.test(node.properties.style))

/** Node types that hold one paragraph of phrasing content. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])
export const isParagraph = ({type}: TreeNode): boolean => PARAGRAPHS.has(type)

export const isHeading = (node: TreeNode): boolean => node.type === 'heading' || (node.type === 'element' && /^h[1-6]$/u.test(node.tagName))

/** Returns whether a node starts a table row, or an item of a description list. */
export const startsRow = (node: TreeNode): boolean => node.type === 'tableRow' || (node.type === 'element' && (node.tagName === 'tr' || node.tagName === 'dt'))

export const isDescription = (node: TreeNode): boolean => node.type === 'element' && node.tagName === 'dd'

/** Returns whether the author's line endings count inside an element. */
export const isPreformatted = (node: TreeNode): boolean => node.type === 'element' && (node.tagName === 'pre' || node.tagName === 'listing')

/** Elements around a page or a section of one, whose `lang` says nothing about single lines. */
const PAGE_OR_SECTION: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'section', 'div'])
const PAGE: ReadonlySet<string> = new Set(['html', 'body', 'main'])

/** Returns whether an element is a container for a page; `article`, `section` and `div` only if they hold other blocks. */
export const isPageContainer = (node: TreeNode, {holdsBlocks}: {holdsBlocks: boolean}): boolean =>
  node.type === 'element' && (holdsBlocks ? PAGE_OR_SECTION : PAGE).has(node.tagName)

/** Returns the inline elements that hold paragraphs: `<i><p>…</p></i>`. */
export function findInlineContainers(tree: TreeParent): ReadonlySet<TreeNode> {
  const found = new Set<TreeNode>()
  if (!tree.children.some((child) => child.type === 'element')) return found
  const stack: {node: TreeParent; index: number}[] = [{node: tree, index: 0}]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.node.children[top.index++]
    if (!child) stack.pop()
    else {
      const role = getNodeRole(child)
      if (child.type === 'element' && role === 'container') {
        for (let i = stack.length - 1; i > 0 && !found.has((stack[i] as (typeof stack)[number]).node); i--) {
          found.add((stack[i] as (typeof stack)[number]).node)
        }
      }
      if (isParent(child) && role !== 'opaque' && role !== 'ignored') stack.push({node: child, index: 0})
    }
  }
  return found
}
