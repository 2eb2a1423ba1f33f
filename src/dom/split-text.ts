import type {SourceSpan} from '../prose/types.js'
import {type KeptSelection, keepSelection} from './keep-selection.js'
import {toTextOffset} from './page-html.js'
import {setAttributes} from './set-attributes.js'
import type {Mark, PageText, Split} from './types.js'

/**
 * Splits a text node: it keeps its place and what stands before the first mark; the rest follows in nodes of its own. So whoever made the
 * node can go on using it.
 *
 * @param marks those that begin before the end of the text and end behind its beginning
 * @param register gets each element that is made
 */
export function splitText(
  page: PageText,
  marks: readonly Mark[],
  {register, selection}: {readonly register: (element: Element) => void; readonly selection: KeptSelection | undefined},
): Split | undefined {
  const {node, text} = page
  const document = node.ownerDocument
  const build = (from: number, to: number, inside: readonly Mark[]): ChildNode[] => {
    const nodes: ChildNode[] = []
    let at = from
    const addText = (end: number) => {
      if (end > at) nodes.push(document.createTextNode(text.slice(at, end)))
      at = end
    }
    for (const {annotations, attributes, ...span} of inside) {
      const {start, end} = clipSpan(span)
      if (start >= end || start < at) continue
      addText(start)
      const element = setAttributes(document.createElement('span'), attributes)
      register(element)
      element.append(...build(start, end, annotations))
      nodes.push(element)
      at = end
    }
    addText(to)
    return nodes
  }
  const clipSpan = ({start, end}: SourceSpan): SourceSpan => ({start: toTextOffset(page, start), end: toTextOffset(page, end)})
  const first = marks.map(clipSpan).find(({start, end}) => start < end)
  if (!first) return undefined
  const kept = text.slice(0, first.start)
  const isAlone = node.parentNode?.childNodes.length === 1
  const followers = build(first.start, text.length, marks)
  keepSelection(node, followers, selection, () => {
    node.data = kept
    node.after(...followers)
  })
  return {node, text, kept, isAlone, followers}
}

/** Undoes a split; a text that somebody has changed since stays as it is. */
export function joinText({node, text, kept, followers}: Split, selection: KeptSelection | undefined): void {
  const join = () => {
    for (const follower of followers) follower.remove()
    if (node.data === kept) node.data = text
  }
  keepSelection(node, followers, selection, join)
}
