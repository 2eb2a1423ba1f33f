/**
 * Syntax that other Markdown dialects have in running text, and that CommonMark takes for text: spans of Pandoc (`[Sel davan]{lang=vsk}`),
 * links (`[[Sel|davan]]`), embeds and comments (`%%to do%%`) of Obsidian, spoilers (`||Sel davan||`), inline notes (`^[I am here]`).
 * Their characters stay in the tree as text nodes of their own, which are printed, but are no part of what the reader sees.
 */

import type {Parents, Root, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {groupBy} from '../../util/lists.js'
import type {TreeNode} from '../types.js'

/** Characters that are syntax; of a span, its beginning, or its end with the language that it declares. */
export interface InlineSyntax {
  readonly opens?: true
  /** BCP 47; `und` if the span is foreign in an unnamed language, absent if it says nothing of languages. */
  readonly closes?: {readonly lang?: string}
}

/** Returns the syntax that a text node consists of. */
export const readInlineSyntax = (node: TreeNode): InlineSyntax | undefined =>
  node.type === 'text' ? (node.data as {syntax?: InlineSyntax} | undefined)?.syntax : undefined

/** Tests whether a source may have any. */
const ANY = /\[\[|\]\{|%%|\|\||\^\[/u
const TOKEN = /!?\[\[(?:[^[\]|\n]*\|)?|%%|\|\||\^(?=\[)|\[|\]/gu
/** Pandoc's attributes: `{.foreign lang=vsk}`. Limited, since each closing bracket is tested. */
const ATTRIBUTES = /\{((?:\s*(?:[.#][\p{L}\p{N}_-]{1,60}|[\p{L}:_-]{1,60}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'{}]{1,200}))){1,10})\s*\}/uy
const LANG = /(?:^|\s)(?:xml:)?lang=["']?([\p{L}\p{N}-]+)/iu
const FOREIGN = /(?:^|\s)\.foreign(?:$|\s)/u

interface Cut {
  /** Index of the text node among its siblings. */
  readonly child: number
  readonly start: number
  readonly end: number
  readonly syntax: InlineSyntax
}

function readAttributes(text: string, at: number): {length: number; syntax: InlineSyntax} | undefined {
  ATTRIBUTES.lastIndex = at
  const [whole, attributes = ''] = ATTRIBUTES.exec(text) ?? []
  if (whole === undefined) return undefined
  const lang = LANG.exec(attributes)?.[1] ?? (FOREIGN.test(attributes) ? 'und' : undefined)
  return {length: whole.length, syntax: {closes: lang === undefined ? {} : {lang}}}
}

/** The syntax in a text node; `open` holds the unclosed brackets of the nodes before it. */
function* findSyntax({value}: Text, child: number, open: Omit<Cut, 'syntax'>[]): Generator<Cut> {
  let from = 0
  /** Closing marks beyond which there is no other, by mark: each is searched for once. */
  const missing = new Set<string>()
  const findClosing = (mark: string, start: number): number => {
    const at = missing.has(mark) ? -1 : value.indexOf(mark, start)
    if (at < 0) missing.add(mark)
    return at
  }
  for (const {0: token, index: start} of value.matchAll(TOKEN)) {
    if (start < from) continue
    const end = start + token.length
    if (token === '[') open.push({child, start, end})
    else if (token === '^') yield {child, start, end, syntax: {}}
    else if (token === ']') {
      const opening = open.pop()
      const attributes = opening && readAttributes(value, end)
      if (!attributes) continue
      yield {...opening, syntax: {opens: true}}
      from = end + attributes.length
      yield {child, start, end: from, syntax: attributes.syntax}
    } else {
      const mark = token.endsWith('%%') || token === '||' ? token : ']]'
      const closing = findClosing(mark, end)
      if (closing < 0) continue
      const isHidden = mark === '%%' || token.startsWith('!')
      from = closing + mark.length
      if (isHidden) yield {child, start, end: from, syntax: {}}
      else
        yield* [
          {child, start, end, syntax: {}},
          {child, start: closing, end: from, syntax: {}},
        ]
    }
  }
}

/** Splits a text node at its syntax. Its source must be its value, so that positions can be told. */
function split(node: Text, cuts: readonly Cut[]): Text[] {
  const parts: Text[] = []
  const {start: from} = node.position ?? {}
  const add = (start: number, end: number, syntax?: InlineSyntax) => {
    if (start >= end) return
    const at = (offset: number) => from && {line: from.line, column: from.column + offset, offset: (from.offset as number) + offset}
    const [first, last] = [at(start), at(end)]
    parts.push({
      type: 'text',
      value: node.value.slice(start, end),
      ...(first && last && {position: {start: first, end: last}}),
      ...(syntax && {data: {syntax} as Text['data']}),
    })
  }
  let at = 0
  for (const {start, end, syntax} of [...cuts].sort((a, b) => a.start - b.start)) {
    add(at, start)
    add(start, end, syntax)
    at = end
  }
  add(at, node.value.length)
  return parts
}

/** Splits the text nodes of a tree at the syntax of other dialects. Changes the tree in place; a second time changes nothing. */
export function splitInlineSyntax(tree: Root, source: string): void {
  if (!ANY.test(source)) return
  const isVerbatim = ({value, position}: Text): boolean =>
    position?.start?.offset !== undefined && position.end?.offset !== undefined && source.slice(position.start.offset, position.end.offset) === value
  visit(tree, (parent) => {
    if (!('children' in parent)) return SKIP
    const {children} = parent as Parents
    if (!children.some(({type}) => type === 'text')) return undefined
    const open: Omit<Cut, 'syntax'>[] = []
    const cuts = children.flatMap((child, index) =>
      child.type === 'text' && readInlineSyntax(child) === undefined && isVerbatim(child) ? [...findSyntax(child, index, open)] : [],
    )
    if (cuts.length === 0) return undefined
    const byChild = groupBy(cuts, ({child}) => child)
    parent.children = children.flatMap((child, index) => {
      const own = byChild.get(index)
      return own && child.type === 'text' ? split(child, own) : [child]
    }) as typeof children
    return undefined
  })
}
