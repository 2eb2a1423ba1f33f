import type {Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {type DefaultTreeAdapterTypes as Dom, defaultTreeAdapter, type ParserOptions, parse, parseFragment} from 'parse5'
import {VFile} from 'vfile'
import {shallow} from './shallow.js'
import {unformatted} from './unformatted.js'

/** What begins a whole page; anything else is a piece of one. */
const PAGE = /<(?:!doctype|html|head|body|frameset)(?=[\t\n\f\r />])/iu

/**
 * Formatting elements that are never closed are opened anew in every paragraph after them, as the standard has it: 10,000
 * of them before 10,000 paragraphs make 100 million elements. Pages with more elements than this, and than two for every
 * tag, are read as if formatting elements were none.
 */
const MOST = 200_000
const MOST_PER_TAG = 2

/** What is thrown, and caught here, when a parser makes too many elements. */
const TOO_MANY = new Error('Too many elements')

function read(source: string, most: number): Dom.Document | Dom.DocumentFragment {
  let count = 0
  const createElement: typeof defaultTreeAdapter.createElement = (...given) => {
    if (++count > most) throw TOO_MANY
    return defaultTreeAdapter.createElement(...given)
  }
  const options: ParserOptions<Dom.DefaultTreeAdapterMap> = {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: {...defaultTreeAdapter, createElement},
  }
  // A byte order mark before a page is none of its text; a space there is not, either, and keeps the offsets.
  return PAGE.test(source) ? parse(source.replace(/^\ufeff/u, ' '), options) : parseFragment(source, options)
}

/** HTML → hast. Never throws on any string. */
export function parseHtml(source: string): Root {
  let document: Dom.Document | Dom.DocumentFragment
  try {
    document = read(source, Math.max(MOST, MOST_PER_TAG * source.split('<').length))
  } catch (error) {
    if (error !== TOO_MANY) throw error
    document = read(unformatted(source), Number.POSITIVE_INFINITY)
  }
  shallow(document)
  return fromParse5(document, {file: new VFile(source)}) as Root
}

/** What a piece of HTML shows: its text, without tags and with the characters that references stand for. */
export function shownIn(piece: string): string {
  if (!/[&<\r]/u.test(piece)) return piece
  let shown = ''
  const stack: Dom.ChildNode[] = [...parseFragment(piece).childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) shown += node.value
    else if ('tagName' in node) for (const child of [...node.childNodes].reverse()) stack.push(child)
  }
  return shown
}
