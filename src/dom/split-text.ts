import type {SourceSpan} from '../prose/types.js'
import {keepSelection} from './keep-selection.js'
import {textToHtml, toTextOffset} from './page-html.js'
import {setAttributes} from './set-attributes.js'
import type {Mark, PageText, Split} from './types.js'

/** Converts offsets in the HTML to offsets in a text, inside its bounds. */
function createClipper({text, start, end}: PageText): (offset: number) => number {
  const isPlain = end - start === text.length && textToHtml(text).length === text.length
  return (offset) => {
    const inside = Math.min(Math.max(offset, start), end) - start
    return isPlain ? inside : toTextOffset(text, inside)
  }
}

/**
 * Splits a text node: it keeps its place and what stands before the first mark; the rest follows in nodes of its own. So whoever made the
 * node can go on using it.
 *
 * @param marks those that begin before the end of the text and end behind its beginning
 * @param register gets each element that is made
 */
export function splitText(page: PageText, marks: readonly Mark[], register: (element: Element) => void): Split | undefined {
  const {node, text} = page
  const document = node.ownerDocument
  const clip = createClipper(page)
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
  const clipSpan = ({start, end}: SourceSpan): SourceSpan => ({start: clip(start), end: clip(end)})
  const first = marks.map(clipSpan).find(({start, end}) => start < end)
  if (!first) return undefined
  const kept = text.slice(0, first.start)
  const followers = build(first.start, text.length, marks)
  keepSelection(node, followers, () => {
    node.data = kept
    node.after(...followers)
  })
  return {node, text, kept, followers}
}

/** Undoes a split; a text that somebody has changed since stays as it is. */
export function joinText({node, text, kept, followers}: Split): void {
  const join = () => {
    for (const follower of followers) follower.remove()
    if (node.data === kept) node.data = text
  }
  keepSelection(node, followers, join)
}
