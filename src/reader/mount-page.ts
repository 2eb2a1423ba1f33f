import {queryAll} from './dom.js'
import {define} from './element.js'
import {mount} from './reader.js'

const STORY = '.xg-story'
/** What shows that there is a story: an element that says so, or the entries that a plugin put behind it, wherever the site put both. */
const SIGNS = `${STORY}, .xg-data:not(${STORY} *, xeno-gloss *)`

/** Mounts the reader on every story of the page, also on those that a script adds later, and defines `<xeno-gloss>`. */
export function mountPage(): void {
  define()
  /** What unmounts a story, by its sign: a site may keep the element and fill it with the next story. */
  const mounted = new Map<HTMLElement, () => void>()
  let isDue = false
  const mountAll = () => {
    isDue = false
    const signs = queryAll(document, SIGNS)
    for (const [sign, unmount] of mounted) if (!signs.includes(sign) && mounted.delete(sign)) unmount()
    for (const sign of signs) if (!mounted.has(sign)) mounted.set(sign, mount(sign.matches(STORY) ? sign : (sign.parentElement as HTMLElement)))
  }
  new MutationObserver(() => {
    if (!isDue) setTimeout(mountAll, 50)
    isDue = true
  }).observe(document, {childList: true, subtree: true})
  mountAll()
}
