import {fileError} from '../shared/input.js'
import type {ReadOptions} from '../types.js'

/** Reads structured content of other programs as text. */

/** An element that is being read, not yet validated. */
interface UntrustedElement {
  readonly tag?: unknown
  readonly content?: unknown
  readonly data?: unknown
  readonly alt?: unknown
  readonly title?: unknown
}

/** Maximum nesting, because a million brackets would exhaust the stack. */
export const MAX_DEPTH = 200

/** Elements that are displayed on separate lines. */
const BLOCK_TAGS: ReadonlySet<unknown> = new Set(['br', 'div', 'ol', 'ul', 'li', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'details', 'summary'])

export const isElement = (content: unknown): content is UntrustedElement => typeof content === 'object' && content !== null && !Array.isArray(content)
const stringIn = (...candidates: readonly unknown[]): string => candidates.find((text): text is string => typeof text === 'string') ?? ''

/** Reads a numbered list, and returns the text that stands in its place. */
type ReadList = (list: UntrustedElement, depth: number) => string

/** Returns the text of content, with line breaks around blocks. */
export function textIn(content: unknown, options: ReadOptions, depth: number, readList?: ReadList): string {
  if (depth > MAX_DEPTH) throw fileError(options, `structured content is nested more than ${MAX_DEPTH} deep`)
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map((part) => textIn(part, options, depth + 1, readList)).join('')
  if (!isElement(content)) return ''
  const {tag, alt, title} = content
  if (tag === 'img') return stringIn(alt, title)
  if (tag === 'rp') return ''
  if (tag === 'ol' && readList) return readList(content, depth + 1)
  const text = textIn(content.content, options, depth + 1, readList)
  if (tag === 'rt') return `(${text})`
  return BLOCK_TAGS.has(tag) ? `\n${text}\n` : tag === 'td' || tag === 'th' ? ` ${text} ` : text
}

const joinLines = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) => line.replace(/\s+/gu, ' ').trim() || [])
    .join('\n')

/** Converts content to plain text: blocks on separate lines, descriptions instead of images, and ruby readings in parentheses. */
export const contentToText = (content: unknown, options: ReadOptions): string => joinLines(textIn(content, options, 0))

/**
 * Reads content as senses: each item of a numbered list is one, and so is each item of the lists in it. Lists with bullets hold synonyms or
 * examples as often, and are text.
 *
 * @returns the senses, and the text that stands beside the lists; without a list, the whole text
 */
export function sensesInContent(content: unknown, options: ReadOptions): {readonly senses: readonly string[]; readonly rest: string} {
  const senses: string[] = []
  const readItems: ReadList = ({content: items}, depth) => {
    if (depth > MAX_DEPTH) throw fileError(options, `structured content is nested more than ${MAX_DEPTH} deep`)
    if (!Array.isArray(items)) readItem(items, depth)
    else for (const item of items) Array.isArray(item) ? readItems({content: item}, depth + 1) : readItem(item, depth)
    return '\n'
  }
  const readItem = (item: unknown, depth: number): void => {
    // An item comes before those of the lists in it.
    const index = senses.push('') - 1
    senses[index] = joinLines(textIn(item, options, depth, readItems))
  }
  const rest = joinLines(textIn(content, options, 0, readItems))
  return {senses: senses.filter(Boolean), rest}
}
