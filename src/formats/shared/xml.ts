import type {Element, Nodes} from 'xast'
import type {ReadOptions} from '../types.js'
import {wrong} from './input.js'

/** What is read in elements of XML: names without their prefix, fields that there is something in. */

/** What is kept of a parsed element: what readers ask for, and in which line it begins. */
export type Lined = Element & {readonly line: number}

export const lineOf = (element: Element): number => (element as Partial<Lined>).line ?? element.position?.start.line ?? 1
/** Where an element begins, for people. */
export const placeOf = (element: Element): string => `line ${lineOf(element)}`

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

/** What is known of elements by their ids. */
export interface Ids<T> {
  /** @throws TypeError that names the line of an element whose id another has */
  readonly add: (element: Element, known: T) => void
  readonly get: (id: string) => T | undefined
}

export function idsBy<T>(attribute: string, options: ReadOptions): Ids<T> {
  const byId = new Map<string, {readonly place: string; readonly known: T}>()
  return {
    add: (element, known) => {
      const id = element.attributes[attribute]
      if (typeof id !== 'string') return
      const before = byId.get(id)
      if (before) throw wrong(options, placeOf(element), `expected an ${attribute} of its own, got that of ${before.place}: “${id.slice(0, 60)}”`)
      byId.set(id, {place: placeOf(element), known})
    },
    get: (id) => byId.get(id)?.known,
  }
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
