import type {Element, Nodes} from 'xast'
import type {ReadOptions} from '../types.js'
import {fileError} from './input.js'

/** Queries on XML elements. Names are compared without their prefix. */

/** A parsed element with the line on which it begins, from 1. */
export type ElementWithLine = Element & {readonly line: number}

/** Location of an element, for error messages. */
export const lineLabel = (element: Element): string => `line ${(element as Partial<ElementWithLine>).line ?? 1}`

export const localName = ({name}: Element): string => name.slice(name.indexOf(':') + 1)

/** Returns the child elements with any of these names. */
export const childrenOf = (element: Element, ...names: readonly string[]): Element[] =>
  element.children.filter((child) => child.type === 'element').filter((child) => names.includes(localName(child)))

/** Returns the outermost descendants with any of these names, in document order, but none inside elements named in `excluded`. */
export function descendantsOf(element: Element, names: readonly string[], excluded: readonly string[] = []): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || excluded.includes(localName(child))) return []
    return names.includes(localName(child)) ? [child] : descendantsOf(child, names, excluded)
  })
}

/** Returns all text in a node, unchanged. */
export const textContentOf = (node: Nodes): string =>
  node.type === 'text' || node.type === 'cdata' ? node.value : 'children' in node ? node.children.map(textContentOf).join('') : ''

/** Values by the ids of elements. */
export interface IdIndex<T> {
  /** @throws TypeError that names the line, if another element has the same id */
  readonly add: (element: Element, value: T) => void
  readonly get: (id: string) => T | undefined
}

export function createIdIndex<T>(attribute: string, options: ReadOptions): IdIndex<T> {
  const byId = new Map<string, {readonly label: string; readonly value: T}>()
  return {
    add: (element, value) => {
      const id = element.attributes[attribute]
      if (typeof id !== 'string') return
      const existing = byId.get(id)
      if (existing) throw fileError(options, lineLabel(element), `expected a unique ${attribute}, got “${id.slice(0, 60)}”, already used on ${existing.label}`)
      byId.set(id, {label: lineLabel(element), value})
    },
    get: (id) => byId.get(id)?.value,
  }
}

/** Joins lines into one and trims each: white space at line breaks is indentation. Never returns an empty string, which no field allows. */
export const unwrapLines = (text: string): string => {
  if (!text.includes('\n')) return text
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter(Boolean).join(' ') || ' '
}

/** Returns the text if it is one of these values: other programs may use the same field differently. */
export const oneOf = <T extends string>(values: readonly T[], text: string | null | undefined): T | undefined => values.find((value) => value === text)

/** Returns the value of a truth value as text, or undefined for any other text. */
export const booleanIn = (text: string | undefined): boolean | undefined => (text === 'true' ? true : text === 'false' ? false : undefined)

/** Joins the pronunciations that a file states for one word. */
export const joinPronunciations = (texts: readonly string[]): string | undefined => [...new Set(texts)].join(', ') || undefined

/** Omits undefined fields and empty lists. */
export const omitEmpty = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))) as T
