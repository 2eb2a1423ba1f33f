/** Attributes of tree nodes that matter for annotation: language, hover text, and the labels that connect notes with references. */

import type {Element} from 'hast'
import {toString as toText} from 'hast-util-to-string'
import {map} from '../util/lists.js'
import type {TreeNode, TreeParent} from './types.js'

const nonEmptyString = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Returns the language tag of an element. */
export function getLang(node: TreeNode): string | undefined {
  if (node.type !== 'element') return undefined
  const {lang, xmlLang, 'xml:lang': rawXmlLang} = node.properties ?? {}
  return nonEmptyString(lang) ?? nonEmptyString(xmlLang) ?? nonEmptyString(rawXmlLang)
}

/** Returns the text shown over a node: its ruby or its tooltip. */
export function getHoverText(node: TreeNode): string | undefined {
  if (node.type === 'link') return nonEmptyString(node.title)
  if (node.type !== 'element') return undefined
  if (node.tagName !== 'ruby') return nonEmptyString(node.properties?.title)
  const rubyTexts = node.children.filter((child) => child.type === 'element' && child.tagName === 'rt')
  return nonEmptyString(map(rubyTexts, toText).join(' ').trim())
}

/** Returns the label of the note that a node refers to. */
export function getReferenceLabel(node: TreeNode): string | undefined {
  if (node.type === 'footnoteReference') return `^${node.identifier}`
  if (node.type !== 'element' || node.tagName !== 'a') return undefined
  const {href} = node.properties ?? {}
  return typeof href === 'string' && /^#./u.test(href) ? href : undefined
}

/** A note mark: a number, stars, daggers. */
const NOTE_MARK = /^\s*(\d{1,3}|[*†‡§]{1,4})\s*$/u

const isSuperscript = (node: TreeNode | undefined): boolean => node?.type === 'element' && node.tagName === 'sup'
const isRawTag = (node: TreeNode | undefined, tag: RegExp): boolean => node?.type === 'html' && tag.test(node.value)

/** Returns the note mark in a text that is the whole content of a `sup`, either an element or raw HTML in Markdown. */
export function getSuperscriptLabel(
  node: TreeNode,
  {parent, siblings, index}: {parent: TreeNode; siblings: readonly TreeNode[]; index: number},
): string | undefined {
  if (node.type !== 'text') return undefined
  const isWholeSuperscript = isSuperscript(parent)
    ? siblings.length === 1
    : isRawTag(siblings[index - 1], /^<sup\b/iu) && isRawTag(siblings[index + 1], /^<\/sup\s*>$/iu)
  return isWholeSuperscript ? NOTE_MARK.exec(node.value)?.[1] : undefined
}

/** Returns whether a text is a note mark inside a link to the note. */
export const isLinkedNoteMark = (node: TreeNode, parent: TreeNode): boolean =>
  node.type === 'text' && getReferenceLabel(parent) !== undefined && NOTE_MARK.test(node.value)

const getId = ({properties: {id, name} = {}}: Element): string | undefined => nonEmptyString(id) ?? nonEmptyString(name)

export const isListItem = (node: TreeNode): boolean => node.type === 'listItem' || (node.type === 'element' && node.tagName === 'li')

/**
 * Returns the labels by which references refer to a node.
 *
 * @param itemIndex number of items of the parent before the node
 */
export function getLabels(node: TreeNode, parent?: TreeParent, itemIndex = 0): string[] {
  if (node.type === 'footnoteDefinition') return [`^${node.identifier}`]
  if (node.type === 'listItem') return parent?.type === 'list' && parent.ordered ? [String((parent.start ?? 1) + itemIndex)] : []
  if (node.type !== 'element') return []
  const id = getId(node)
  const labels = id === undefined ? [] : [`#${id}`]
  if (isListItem(node) && parent?.type === 'element' && parent.tagName === 'ol')
    labels.push(String((typeof parent.properties?.start === 'number' ? parent.properties.start : 1) + itemIndex))
  return labels
}
