import type {TextDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'
import type {Span} from '../prose/types.js'
import type {Declaration, MarkName, Tree, TreeNode} from './types.js'

/**
 * The marks by which an author declares what a stretch is, in the syntax of text directives:
 * `:line[Sel davan]{lang=art-x-vessik translation="I am here"}`, `:word[selma]{meaning=light}`, `:gloss[I am here]`, `:host[mute pan]`.
 */
const NAMES: ReadonlySet<string> = new Set<MarkName>(['line', 'word', 'gloss', 'host'])

const isMark = (node: TreeNode): node is TextDirective => node.type === 'textDirective' && NAMES.has(node.name)

/** Returns what a mark declares; undefined for other nodes. */
export function readMark(node: TreeNode): Omit<Declaration, keyof Span> | undefined {
  if (!isMark(node)) return undefined
  const {lang, meaning: wordMeaning, translation} = node.attributes ?? {}
  const meaning = translation ?? wordMeaning
  return {as: node.name as MarkName, ...(lang && {lang}), ...(meaning && {meaning})}
}

/** Makes marks `span` elements in HTML: remark-rehype turns unknown nodes into `div`, which is not allowed in a paragraph. */
export function renderMarksAsSpans(tree: Tree): void {
  visit(tree, 'textDirective', (node) => {
    if (isMark(node)) node.data = {hName: 'span', ...node.data}
  })
}
