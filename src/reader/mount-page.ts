import {define} from './element.js'
import {mount} from './reader.js'

/** Mounts the reader on every story of the page, and defines `<xeno-gloss>`. */
export function mountPage(): void {
  define()
  for (const story of document.querySelectorAll<HTMLElement>('.xg-story')) mount(story)
}
