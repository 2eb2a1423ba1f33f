import type {TextDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'
import type {Span} from '../prose/types.js'
import type {Declaration, MarkName, Tree, TreeNode} from './types.js'

/**
 * The marks by which an author says outright what a stretch is, in the syntax of text directives:
 * `:line[Sel davan]{lang=art-x-vessik translation="I am here"}`, `:word[selma]{meaning=light}`, `:gloss[I am here]`, `:host[mute pan]`.
 */
const NAMES: ReadonlySet<string> = new Set<MarkName>(['line', 'word', 'gloss', 'host'])

const isMark = (node: TreeNode): node is TextDirective => node.type === 'textDirective' && NAMES.has(node.name)

/** What a node of a mark says. */
export function markOf(node: TreeNode): Omit<Declaration, keyof Span> | undefined {
  if (!isMark(node)) return undefined
  const {lang, meaning, translation} = node.attributes ?? {}
  const said = translation ?? meaning
  return {as: node.name as MarkName, ...(lang && {lang}), ...(said && {meaning: said})}
}

/** Makes marks spans in HTML: an unknown node becomes a `div`, which may not stand in a paragraph. */
export function dressMarks(tree: Tree): void {
  visit(tree, 'textDirective', (node) => {
    if (isMark(node)) node.data = {hName: 'span', ...node.data}
  })
}
