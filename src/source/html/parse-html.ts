import type {Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {type DefaultTreeAdapterTypes as Dom, defaultTreeAdapter, parseFragment as parseText} from 'parse5'
import {VFile} from 'vfile'
import {blankFormattingTags} from './blank-formatting-tags.js'
import {parseFragment, parsePage} from './bulk-parser.js'
import {limitDepth} from './limit-depth.js'

/** A tag that makes the source a page; anything else is a fragment. */
const PAGE = /<(?:!doctype|html|head|body|frameset)(?=[\t\n\f\r />])/iu

/**
 * Limits on the number of elements. The standard reopens unclosed formatting elements in every later paragraph, so that 10,000 of them
 * before 10,000 paragraphs make 100 million elements. Beyond both limits (absolute, and per tag) formatting tags are ignored.
 */
const MAX_ELEMENTS = 200_000
const MAX_ELEMENTS_PER_TAG = 2

/** Aborts the parser when it exceeds the limit; always caught in this file. */
const TOO_MANY_ELEMENTS = new Error('Too many elements')

function parseWithLimit(source: string, maxElements: number): Dom.Document | Dom.DocumentFragment {
  let count = 0
  const createElement: typeof defaultTreeAdapter.createElement = (...parameters) => {
    if (++count > maxElements) throw TOO_MANY_ELEMENTS
    return defaultTreeAdapter.createElement(...parameters)
  }
  // Replaces a byte order mark before a page with a space, which the parser ignores, too, and which keeps the offsets.
  return PAGE.test(source) ? parsePage(source.replace(/^\ufeff/u, ' '), createElement) : parseFragment(source, createElement)
}

/** HTML → hast. Never throws on any string. */
export function parseHtml(source: string): Root {
  let document: Dom.Document | Dom.DocumentFragment
  try {
    document = parseWithLimit(source, Math.max(MAX_ELEMENTS, MAX_ELEMENTS_PER_TAG * source.split('<').length))
  } catch (error) {
    if (error !== TOO_MANY_ELEMENTS) throw error
    document = parseWithLimit(blankFormattingTags(source), Number.POSITIVE_INFINITY)
  }
  limitDepth(document)
  return fromParse5(document, {file: new VFile(source)}) as Root
}

/** Returns the text of a piece of HTML, without tags and with references decoded. */
export function htmlToText(html: string): string {
  if (!/[&<\r]/u.test(html)) return html
  let text = ''
  const stack: Dom.ChildNode[] = [...parseText(html).childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) text += node.value
    else if ('tagName' in node) for (const child of [...node.childNodes].reverse()) stack.push(child)
  }
  return text
}
