import type {Element, ElementContent, Nodes} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {toXml} from 'xast-util-to-xml'
import type {ReadOptions, Written} from '../types.js'
import {textOf, wrong} from './input.js'

/** XML 1.0 as the formats read and write it: names without their prefix, no DOCTYPE, everything bounded. */

/** Elements that may stand inside of each other: the parser's stack holds some thousand, no dictionary needs twenty. */
const DEEPEST = 200
/** Tags, attributes, comments: while it is parsed, each takes 0.8 kB (measured), and so many are a dictionary of sixty thousand entries. */
const MOST_MARKS = 2_500_000
/** What is no element: where it begins and ends. */
const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

const lineAt = (text: string, offset: number): string => `line ${text.slice(0, offset).split('\n').length}`

/** Behind the tag that begins at `at`, and how many attributes it has; -1, if nothing ends it. */
function tagFrom(text: string, at: number): {end: number; attributes: number} {
  const mark = /["'>]/gu
  mark.lastIndex = at
  for (let attributes = 0; ; attributes++) {
    const found = mark.exec(text)
    if (!found) return {end: -1, attributes}
    if (found[0] === '>') return {end: mark.lastIndex, attributes}
    const close = text.indexOf(found[0], mark.lastIndex)
    if (close < 0) return {end: -1, attributes}
    mark.lastIndex = close + 1
  }
}

/**
 * Refuses what no tree should be made of: a DOCTYPE, for its entities (a billion laughs, files of the machine), more than the stack
 * holds, more than the memory. Once through the text; what is not well-formed is left to the parser.
 */
function guard(text: string, options: ReadOptions): void {
  let [open, marks] = [0, 0]
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const opaque = OPAQUE.find(([mark]) => text.startsWith(mark, at))
    if (!opaque && text.startsWith('<!', at)) throw wrong(options, lineAt(text, at), 'expected no DOCTYPE and no entities of its own')
    const {end, attributes} = opaque ? {end: text.indexOf(opaque[1], at + opaque[0].length), attributes: 0} : tagFrom(text, at)
    if (end < 0) return
    marks += 1 + attributes
    if (marks > MOST_MARKS) throw wrong(options, lineAt(text, at), `expected at most ${MOST_MARKS} tags and attributes, got more`)
    if (!opaque) open += text[at + 1] === '/' ? -1 : text[end - 2] === '/' ? 0 : 1
    if (open > DEEPEST) throw wrong(options, lineAt(text, at), `expected at most ${DEEPEST} elements inside of each other, got more`)
    at = end
  }
}

/**
 * The root element of a file.
 * @throws TypeError that names the file, the line and what is not well-formed there, or that the root is none of `names`
 */
export function rootOf(input: Written, names: readonly string[], options: ReadOptions): Element {
  const text = textOf(input, options)
  guard(text, options)
  let root: Element | undefined
  try {
    root = fromXml(text).children.find((node) => node.type === 'element')
  } catch (error) {
    const {line = 1, cause} = error as {line?: number; cause?: Error}
    throw wrong(options, `line ${line}`, 'not XML', String(cause?.message ?? error).split(/ \(line|\n/u, 1)[0] as string)
  }
  if (root && names.includes(localName(root))) return root
  throw wrong(options, lineOf(root), `expected <${names[0]}>, got <${root?.name ?? ''}>`)
}

export const lineOf = (element: Element | undefined): string => `line ${element?.position?.start.line ?? 1}`

export const localName = ({name}: Element): string => name.slice(name.indexOf(':') + 1)

/** Its children of these names. */
export const childrenOf = (element: Element, ...names: readonly string[]): Element[] =>
  element.children.filter((child) => child.type === 'element').filter((child) => names.includes(localName(child)))

/** What stands in it of these names, in the order of the text; nothing inside of what is found, or of what is `apart`. */
export function within(element: Element, names: readonly string[], apart: readonly string[] = []): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || apart.includes(localName(child))) return []
    return names.includes(localName(child)) ? [child] : within(child, names, apart)
  })
}

/** All text in it, as it stands there. */
export const textIn = (node: Nodes): string =>
  node.type === 'text' || node.type === 'cdata' ? node.value : 'children' in node ? node.children.map(textIn).join('') : ''

/** @throws TypeError that names the line of an element whose id another has */
export function uniqueIds(elements: Iterable<Element>, attribute: string, options: ReadOptions): Map<string, Element> {
  const byId = new Map<string, Element>()
  for (const element of elements) {
    const id = element.attributes[attribute]
    if (typeof id !== 'string') continue
    if (byId.has(id)) throw wrong(options, lineOf(element), `expected an ${attribute} of its own, got that of ${lineOf(byId.get(id))}: “${id.slice(0, 60)}”`)
    byId.set(id, element)
  }
  return byId
}

/** Lines as one: the white space around their ends is that of whoever indented the file. Never empty, as no field of a dictionary is. */
export const unfolded = (text: string): string => {
  if (!text.includes('\n')) return text
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter(Boolean).join(' ') || ' '
}

/** The value that a text is, if it is one of these: other programs may mean something else by the same field. */
export const oneOf = <T extends string>(values: readonly T[], text: string | null | undefined): T | undefined => values.find((value) => value === text)

/** The fields that there is something in. */
export const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))) as T

/** Elements for a value that may be missing, or for each of several. */
export const each = <T>(values: T | readonly T[] | undefined, make: (value: T, index: number) => Element): Element[] => ([values ?? []].flat() as T[]).map(make)

/** Characters that XML 1.0 cannot hold (section 2.2), not even escaped: controls, lone surrogates, U+FFFE, U+FFFF. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A value whose strings XML can hold: U+FFFD stands for every other character, so that one of them does not cost the file. */
export const printable = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? inner.replace(UNPRINTABLE, '\ufffd') : inner)) as T

/** Attributes must escape the white space that readers would turn into blanks (section 3.3.3); two characters that never occur stand for it. */
const STAND_INS: Readonly<Record<string, string>> = {'\n': '\ufffe', '\t': '\uffff'}
const ESCAPES: Readonly<Record<string, string>> = {'\ufffe': '&#10;', '\uffff': '&#9;', '\r': '&#13;', ']]>': ']]&gt;'}

/** Each element that has only elements in it, on lines of their own. */
function indented(element: Element, depth: number): Element {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [name, value?.replace(/[\n\t]/gu, (space) => STAND_INS[space] as string)]),
  )
  const children = element.children.map((child) => (child.type === 'element' ? indented(child, depth + 1) : child))
  const isTight = children.length === 0 || children.some(({type}) => type !== 'element')
  const space = (by: number): ElementContent => ({type: 'text', value: `\n${'  '.repeat(by)}`})
  return {...element, attributes, children: isTight ? children : [...children.flatMap((child) => [space(depth + 1), child]), space(depth)]}
}

/**
 * The file, of `printable` strings. Escaped besides: a carriage return, which readers would take for a line's end (section 2.11), and
 * `]]>`, which may not stand in text (section 2.4).
 */
export const written = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(indented(root, 0), {closeEmptyElements: true, tightClose: true}).replace(
    /[\r\ufffe\uffff]|\]\]>/gu,
    (mark) => ESCAPES[mark] as string,
  )}\n`
