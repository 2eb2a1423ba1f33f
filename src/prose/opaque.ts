import {map} from '../util/lists.js'

/** Stands in a passage's text for a node without words: U+FFFC, the object replacement character. */
export const OPAQUE_CHARACTER = '\ufffc'

/** Removes placeholders of nodes without words, such as pictures. */
export const stripOpaque = (text: string): string =>
  text.includes(OPAQUE_CHARACTER)
    ? map(text.split(OPAQUE_CHARACTER), (part) => part.trim())
        .filter((part) => part !== '')
        .join(' ')
    : text
