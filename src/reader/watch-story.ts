import {TARGET} from './story-elements.js'

/** Delay in milliseconds: scripts may add many elements one by one. */
const DELAY = 50

/**
 * Watches the content of a story: calls `onChange` after every change, and `onAdd` soon after elements with tooltips were added.
 *
 * @returns a function that ends it
 */
export function watchStory(root: HTMLElement, onChange: () => void, onAdd: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const isTarget = (node: Node) => node instanceof Element && (node.matches(TARGET) || node.querySelector(TARGET))
  const observer = new MutationObserver((records) => {
    onChange()
    if (records.some(({addedNodes}) => [...addedNodes].some(isTarget))) {
      timer ??= setTimeout(() => {
        timer = undefined
        onAdd()
      }, DELAY)
    }
  })
  observer.observe(root, {childList: true, subtree: true})
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
