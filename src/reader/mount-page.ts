import {queryAll} from './dom.js'
import {define} from './element.js'
import {mount} from './reader.js'

/** What holds a story: an element that says so, or the one into which a site put what a plugin made, with its entries. */
const STORY = '.xg-story'
const ENTRIES = `.xg-data:not(${STORY} *, xeno-gloss *)`

/** Mounts the reader on every story of the page, also on those that a script adds later, and defines `<xeno-gloss>`. */
export function mountPage(): void {
  define()
  /** Mounted stories: what unmounts them, and the element that showed that there is a story. */
  const mounted = new Map<HTMLElement, [sign: HTMLElement, unmount: () => void]>()
  let isDue = false
  const mountAll = () => {
    isDue = false
    const found = new Map(queryAll(document, `${STORY}, ${ENTRIES}`).map((sign) => [sign.matches(STORY) ? sign : (sign.parentElement as HTMLElement), sign]))
    for (const [story, [sign, unmount]] of mounted) {
      // A site may keep the element and fill it with the next story.
      if (found.get(story) === sign) continue
      unmount()
      mounted.delete(story)
    }
    for (const [story, sign] of found) if (!mounted.has(story)) mounted.set(story, [sign, mount(story)])
  }
  new MutationObserver(() => {
    if (!isDue) setTimeout(mountAll, 50)
    isDue = true
  }).observe(document, {childList: true, subtree: true})
  mountAll()
}
