import {readSelection} from './keep-selection.js'
import {joinText} from './split-text.js'
import type {Split} from './types.js'

/**
 * Watches the text nodes that were split. If the page changes one, moves it or takes it away, what follows it goes, too; and a node that the page
 * puts elsewhere has its whole text again.
 */
export function guardSplits(root: Node, splits: Map<Node, Split>): {readonly forget: () => void; readonly stop: () => void} {
  const release = (node: Node, parent?: Node) => {
    const split = splits.get(node)
    if (!split) return
    splits.delete(node)
    // Normalizing removes empty texts. Frameworks do not hold on to a text that is alone, but to its parent.
    const [follower] = split.followers
    if (parent && split.isAlone && split.kept === '' && !node.parentNode && follower?.parentNode === parent) parent.insertBefore(node, follower)
    joinText(split, readSelection(split.node.ownerDocument))
  }
  const {MutationObserver: Observer = MutationObserver} = (root.ownerDocument?.defaultView ?? {}) as {MutationObserver?: typeof MutationObserver}
  const observer = new Observer((records) => {
    for (const {type, target, removedNodes} of records) {
      const split = type === 'characterData' ? splits.get(target) : undefined
      if (split && split.node.data !== split.kept) release(target)
      for (const node of removedNodes) release(node, target)
    }
    // What the guard itself has changed.
    observer.takeRecords()
  })
  observer.observe(root, {subtree: true, childList: true, characterData: true})
  return {forget: () => void observer.takeRecords(), stop: () => observer.disconnect()}
}
