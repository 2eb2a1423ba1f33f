import type {Element, ElementContent, Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import {type State, toHast} from 'mdast-util-to-hast'
import type {Renderer, XenoglossNode} from '../types.js'

/** Annotated mdast → hast, our nodes as the renderer says. HTML in the story stays text: stories come from strangers. */
export function present(tree: Root, {renderer}: {renderer: Renderer}): HastRoot {
  const handle = (state: State, node: XenoglossNode): ElementContent => {
    const {tagName, properties} = renderer.render(node)
    const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
    const element: Element = {type: 'element', tagName, properties: given, children: state.all(node) as ElementContent[]}
    state.patch(node, element)
    return element
  }
  const handlers = {utterance: handle, gloss: handle, translation: handle, term: handle}
  const root = toHast(tree, {handlers: handlers as never})
  return root.type === 'root' ? root : {type: 'root', children: [root as Element]}
}
