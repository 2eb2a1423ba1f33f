import {hasTag, isAddition, isEmphasized, isMark, roleOf} from './page-elements.js'
import {openingTag, textToHtml} from './page-html.js'
import type {PageText, ReadPage} from './types.js'

/** Stands for what has no words. */
const OPAQUE = '<img>'
const [ELEMENT, TEXT] = [1, 3]

interface Frame {
  next: ChildNode | null
  readonly closingTag: string
  readonly isEmphasized: boolean
  readonly isTaken: boolean
}

/** The language of what stands around a root, as that of a page. */
function languageAround(root: Element | ShadowRoot): string | undefined {
  const outer = 'host' in root ? root.host : hasTag(root) ? root.parentElement : root
  return outer?.closest('[lang]')?.getAttribute('lang') || undefined
}

/** The opening tag; a line ending that begins preformatted text would be dropped unless another stands before it. */
const open = (element: Element): string =>
  `${openingTag(element)}${/^(?:pre|listing)$/u.test(element.localName) && element.textContent?.startsWith('\n') ? '\n' : ''}`

/**
 * Reads the words under a root as HTML, with the way back to its text nodes. Annotations are read as if they were not there.
 *
 * @param isOwn whether this program has made an annotation
 * @param maxLength of the HTML in UTF-16 code units; what stands behind is not read
 */
export function readPage(root: Element | ShadowRoot, {isOwn, maxLength}: {isOwn: (element: Element) => boolean; maxLength: number}): ReadPage {
  const language = languageAround(root)
  const parts: string[] = language === undefined ? [] : [`<html lang="${language.replace(/[^\w-]/gu, '')}"><body>`]
  let length = parts[0]?.length ?? 0
  const texts: PageText[] = []
  const write = (html: string) => {
    if (html === '') return
    parts.push(html)
    length += html.length
  }
  const stack: Frame[] = []
  const enter = (node: Element | ShadowRoot, outer: Omit<Frame, 'next' | 'closingTag'>) => {
    const tagged = 'localName' in node && hasTag(node) && !isMark(node) ? node : undefined
    const isTaken = outer.isTaken || ('localName' in node && isMark(node) && !isOwn(node))
    const emphasized = outer.isEmphasized || (tagged !== undefined && isEmphasized(tagged))
    if (tagged) write(open(tagged))
    stack.push({next: node.firstChild, closingTag: tagged ? `</${tagged.localName}>` : '', isEmphasized: emphasized, isTaken})
  }
  const readElement = (element: Element, frame: Frame) => {
    const role = roleOf(element)
    if (role === 'ignored' || isAddition(element)) return
    if (role === 'break') write('<br>')
    else if (role !== 'opaque') enter(element, frame)
    // What a ruby annotation says is a translation.
    else if (element.localName === 'rt') write(`<rt>${textToHtml(element.textContent as string)}</rt>`)
    else write(OPAQUE)
  }
  const readText = (node: Text, {isEmphasized, isTaken}: Frame) => {
    const text = node.data
    if (text === '') return
    const start = length
    write(textToHtml(text))
    texts.push({node, text, start, end: length, isEmphasized, isTaken})
  }
  if (!('localName' in root) || (roleOf(root) !== 'opaque' && roleOf(root) !== 'ignored')) enter(root, {isEmphasized: false, isTaken: false})
  for (let frame = stack.at(-1); frame && length < maxLength; frame = stack.at(-1)) {
    const node = frame.next
    if (node === null) {
      write(frame.closingTag)
      stack.pop()
    } else {
      frame.next = node.nextSibling
      if (node.nodeType === TEXT) readText(node as Text, frame)
      else if (node.nodeType === ELEMENT) readElement(node as Element, frame)
    }
  }
  return {html: parts.join(''), texts}
}
