interface Point {
  readonly node: Node
  readonly offset: number
}

const TEXT = 3

/** The text nodes in some nodes, in order. */
function textsIn(nodes: readonly Node[]): Text[] {
  return nodes.flatMap((node) => (node.nodeType === TEXT ? [node as Text] : textsIn([...node.childNodes])))
}

/** Where a point stands in texts that follow each other, in UTF-16 code units; undefined if it is in none of them. */
function offsetIn(texts: readonly Text[], {node, offset}: Point): number | undefined {
  let before = 0
  for (const text of texts) {
    if (text === node) return before + offset
    before += text.data.length
  }
  return undefined
}

function pointAt(texts: readonly Text[], offset: number): Point | undefined {
  let before = 0
  for (const node of texts) {
    if (offset <= before + node.data.length) return {node, offset: offset - before}
    before += node.data.length
  }
  return undefined
}

/**
 * Splits or joins a text, and sets the selection again that begins or ends in it.
 *
 * @param followers what stands behind the node while it is split
 */
export function keepSelection(node: Text, followers: readonly ChildNode[], change: () => void): void {
  const selection = node.ownerDocument.getSelection?.()
  const {anchorNode, anchorOffset, focusNode, focusOffset} = selection ?? {anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0}
  const touches = (point: Node | null) => point === node || followers.some((follower) => follower.contains(point))
  if (!selection || !anchorNode || !focusNode || !(touches(anchorNode) || touches(focusNode))) {
    change()
    return
  }
  const current = () => textsIn(followers[0]?.parentNode === node.parentNode ? [node, ...followers] : [node])
  const before = current()
  const points = [
    {node: anchorNode, offset: anchorOffset},
    {node: focusNode, offset: focusOffset},
  ]
  const offsets = points.map((point) => offsetIn(before, point))
  change()
  const after = current()
  const [anchor, focus] = points.map((point, i) => {
    const offset = offsets[i]
    return offset === undefined ? point : (pointAt(after, offset) ?? point)
  }) as [Point, Point]
  try {
    selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
  } catch {
    // The other end of the selection is no longer there.
  }
}
