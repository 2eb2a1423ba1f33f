interface Point {
  readonly node: Node
  readonly offset: number
}

/** Where the selection begins and ends. It is read once for many changes: reading it makes the browser lay out the page. */
export interface KeptSelection {
  readonly selection: Selection
  points: readonly [anchor: Point, focus: Point]
}

export function readSelection(document: Document): KeptSelection | undefined {
  const selection = document.getSelection?.()
  const {anchorNode, anchorOffset, focusNode, focusOffset} = selection ?? {}
  if (!selection || !anchorNode || !focusNode) return undefined
  return {
    selection,
    points: [
      {node: anchorNode, offset: anchorOffset as number},
      {node: focusNode, offset: focusOffset as number},
    ],
  }
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
 * @param kept is brought up to date
 */
export function keepSelection(node: Text, followers: readonly ChildNode[], kept: KeptSelection | undefined, change: () => void): void {
  const isTouched = kept?.points.some((point) => point.node === node || followers.some((follower) => follower.contains(point.node)))
  if (!kept || !isTouched) {
    change()
    return
  }
  const current = () => textsIn(followers[0]?.parentNode === node.parentNode ? [node, ...followers] : [node])
  const before = current()
  const offsets = kept.points.map((point) => offsetIn(before, point))
  change()
  const after = current()
  const moved = (point: Point, offset: number | undefined): Point => (offset === undefined ? point : (pointAt(after, offset) ?? point))
  const [anchor, focus] = [moved(kept.points[0], offsets[0]), moved(kept.points[1], offsets[1])]
  kept.points = [anchor, focus]
  try {
    kept.selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
  } catch {
    // The other end of the selection is no longer there.
  }
}
