import type {Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {toText} from 'hast-util-to-text'
import {parseFragment} from 'parse5'
import {limitDepth} from '../../source/html/limit-depth.js'

/** Parses HTML of any depth. */
export function parseHtml(markup: string): Root {
  const document = parseFragment(markup)
  limitDepth(document)
  return fromParse5(document) as Root
}

/** Returns the text that HTML shows; other text is returned as it is. */
export const htmlToText = (text: string): string => (/<[a-z!/]/iu.test(text) ? toText(parseHtml(text)) : text).trim()
