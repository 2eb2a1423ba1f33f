import {map} from '../util/lists.js'

/** What stands in the text for a node that has no words of its own: an object replacement character. */
export const OPAQUE = '￼'

/** A text without what is none, such as pictures. */
export const legible = (text: string): string =>
  text.includes(OPAQUE)
    ? map(text.split(OPAQUE), (part) => part.trim())
        .filter((part) => part !== '')
        .join(' ')
    : text
