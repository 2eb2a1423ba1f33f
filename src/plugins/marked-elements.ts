import type {Element, ElementContent, Root as HastRoot, Text} from 'hast'
import type {Root as MdastRoot, Nodes, RootContent} from 'mdast'
import {isParent} from '../source/node-roles.js'
import type {TreeNode} from '../source/types.js'
import {map} from '../util/lists.js'
import type {RenderedNode} from './types.js'

/** The Markdown node that an element stands for while a story is rendered. */
interface Mark {
  readonly xenoglossSource?: TreeNode
}

const XENOGLOSS_TYPES: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'])

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  listItem: 'li',
  blockquote: 'blockquote',
  tableCell: 'td',
  link: 'a',
  linkReference: 'a',
  footnoteDefinition: 'div',
}

/** Returns the tag by which renderers recognise what a node is. */
function getTagName(node: TreeNode): string {
  if (node.type === 'element') return node.tagName
  return node.type === 'heading' ? `h${node.depth}` : (TAGS[node.type] ?? 'span')
}

function toMarkedElement(node: TreeNode): ElementContent {
  if (node.type === 'text') return {type: 'text', value: node.value, ...(node.position && {position: node.position})}
  const children = isParent(node) ? map(node.children as readonly TreeNode[], toMarkedElement) : []
  const mark: Mark = {xenoglossSource: node}
  if (!XENOGLOSS_TYPES.has(node.type)) return {type: 'element', tagName: getTagName(node), properties: {}, data: mark as Element['data'] & object, children}
  const {children: _, data: __, position: ___, ...fields} = node as Nodes & {readonly children: unknown}
  return {type: 'element', tagName: 'span', properties: {}, data: {xenogloss: fields} as Element['data'] & object, children}
}

/**
 * Converts annotated Markdown to elements for a renderer. Each node that is not of xenogloss is an element that remembers it, so that
 * what other plugins made of it later counts: MDX components, footnotes, directives.
 */
export const toMarkedElements = (tree: MdastRoot): HastRoot => ({type: 'root', children: map(tree.children as readonly TreeNode[], toMarkedElement)})

/** Returns the Markdown node that an element stands for; undefined for an element that a renderer made. */
export const getMarkedNode = (node: HastRoot['children'][number]): TreeNode | undefined =>
  node.type === 'element' ? (node.data as Mark | undefined)?.xenoglossSource : undefined

function fromMarkedElement(node: HastRoot['children'][number]): Nodes | RenderedNode {
  if (node.type !== 'element') return node as Text as Nodes
  const source = getMarkedNode(node)
  if (!source) return {type: 'xenoglossElement', data: {hName: node.tagName, hProperties: node.properties}, children: map(node.children, fromMarkedElement)}
  if (isParent(source)) source.children = map(node.children, fromMarkedElement) as never
  return source as Nodes
}

/** Puts the rendered elements back into the Markdown tree that they were made from. */
export function restoreMarkdown(tree: MdastRoot, rendered: HastRoot): void {
  tree.children = map(rendered.children, fromMarkedElement) as RootContent[]
}
