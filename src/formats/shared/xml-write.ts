import type {Element, ElementContent} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** XML 1.0 as the formats write it. */

/** Elements for a value that may be missing, or for each of several. */
export const each = <T>(values: T | readonly T[] | undefined, make: (value: T, index: number) => Element): Element[] => ([values ?? []].flat() as T[]).map(make)

/** Characters that XML 1.0 cannot hold (section 2.2), not even escaped: controls, lone surrogates, U+FFFE, U+FFFF. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A value whose strings XML can hold: U+FFFD stands for every other character, so that one of them does not cost the file. */
export function printable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(UNPRINTABLE, '\ufffd') as T
  if (Array.isArray(value)) return value.map(printable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [printable(name), printable(inner)])) as T
}

/** Attributes must escape the white space that readers would turn into blanks (section 3.3.3); two characters that never occur stand for it. */
const STAND_INS: Readonly<Record<string, string>> = {'\n': '\ufffe', '\t': '\uffff'}
const ESCAPES: Readonly<Record<string, string>> = {'\ufffe': '&#10;', '\uffff': '&#9;', '\r': '&#13;'}

const isElement = (node: ElementContent): node is Element => node.type === 'element'

/** Without elements in it. Escaped besides: a carriage return, which readers would take for a line's end (section 2.11). */
const printFlat = (node: ElementContent): string =>
  toXml(node, {closeEmptyElements: true, tightClose: true}).replace(/[\r\ufffe\uffff]/gu, (mark) => ESCAPES[mark] as string)

/** Elements that have only elements in them have each on a line of its own. Printed piece by piece: there may be any number. */
function print(node: ElementContent, depth: number): string {
  if (!isElement(node)) return printFlat(node)
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name, value?.replace(/[\n\t]/gu, (space) => STAND_INS[space] as string)]),
  )
  const {name, children} = node
  if (!children.some(isElement)) return printFlat({...node, attributes})
  const tag = printFlat({...node, attributes, children: []}).replace(/\/>$/u, '>')
  const space = (by: number): string => (children.every(isElement) ? `\n${'  '.repeat(by)}` : '')
  const [before, behind] = [space(depth + 1), space(depth)]
  return `${tag}${children.map((child) => before + print(child, depth + 1)).join('')}${behind}</${name}>`
}

/** `]]>` may not stand in text (section 2.4), even where it is made of several. */
const printed = (node: Element, depth: number): string => print(node, depth).replaceAll(']]>', ']]&gt;')

/** Stands in a file's tree for entries that are made and printed one by one: a tree of all of them would take a gigabyte. */
export const ENTRIES: Element = {type: 'element', name: 'entries', attributes: {}, children: []}

/** Elements made when they are asked for. */
export function* mapped<T>(items: Iterable<T>, make: (item: T) => Element): Generator<Element> {
  for (const item of items) yield make(item)
}

/** The file, of `printable` strings, with entries in the place of `ENTRIES`. */
export function written(root: Element, entries: Iterable<Element> = []): string {
  const file = `<?xml version="1.0" encoding="UTF-8"?>\n${printed(root, 0)}\n`
  const [, before, space, after] = /^(.*)(\n *)<entries\/>(.*)$/su.exec(file) ?? []
  if (space === undefined) return file
  const pieces = [before]
  for (const entry of entries) pieces.push(space, printed(entry, (space.length - 1) / 2))
  return [...pieces, after].join('')
}
