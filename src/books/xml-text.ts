import {replaceInvalidCharacters} from '../formats/shared/xml-write.js'

/** Text and tags that are put into documents. */

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Escapes text for content and attributes. */
export const escapeXml = (text: string): string => replaceInvalidCharacters(text).replace(/[&<>"]/gu, (character) => ESCAPES[character] as string)

/** A start tag; the end of an empty element if `isEmpty`. */
export const startTag = (name: string, attributes: Readonly<Record<string, string>>, isEmpty = false): string =>
  `<${name}${Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(value)}"`)
    .join('')}${isEmpty ? '/' : ''}>`
