/** Writing a page as HTML: what the annotator reads of it. */
import type {PageText} from './types.js'

const REFERENCES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '"': '&quot;', '\r': '&#13;', '\0': '\ufffd'}
const toReference = (character: string): string => REFERENCES[character] as string

/** Text as HTML. Each character becomes itself or one reference. */
export const textToHtml = (text: string): string => text.replace(/[&<\r\0]/gu, toReference)

const REFERENCES_IN_TEXT: ReadonlySet<string> = new Set('&<\r')

/** Attributes that say something about lines: language, tooltip, and the ends of links to notes. */
const ATTRIBUTES = ['lang', 'xml:lang', 'title', 'id', 'name', 'start'] as const
const EMPHASIZING = /font-(?:style|weight)/iu

/** The opening tag of an element, with the attributes that an annotator reads. */
export function openingTag(element: Element): string {
  let tag = `<${element.localName}`
  const write = (name: string, value: string | null) => {
    if (value) tag += ` ${name}="${value.replace(/[&"\r\0]/gu, toReference)}"`
  }
  for (const name of ATTRIBUTES) write(name, element.getAttribute(name))
  const [href, style] = [element.getAttribute('href'), element.getAttribute('style')]
  if (href?.startsWith('#')) write('href', href)
  if (style && EMPHASIZING.test(style)) write('style', style)
  return `${tag}>`
}

/** The offset in a text of an offset in its HTML; where a reference stands, that of its character. */
export function toTextOffset({text, start, end}: PageText, htmlOffset: number): number {
  const inside = Math.min(Math.max(htmlOffset, start), end) - start
  if (end - start === text.length) return inside
  let at = 0
  let offset = 0
  for (; at < inside; offset++) at += REFERENCES_IN_TEXT.has(text[offset] as string) ? textToHtml(text[offset] as string).length : 1
  return offset
}
