/**
 * Fast path for Markdown. Most of a story is paragraphs without any syntax, which the full parser reads several times slower than
 * needed. This module finds them and passes only the rest to the parser; the resulting tree is the same.
 */

import type {Paragraph, Root, RootContent} from 'mdast'
import type {Point} from 'unist'
import {map} from '../../util/lists.js'

/**
 * Syntax that extends past blank lines or affects other blocks: fenced code, HTML, definitions; also line endings other than line feeds.
 * Such sources go to the parser as a whole.
 */
const FAR_REACHING = /^ {0,3}(?:`{3}|~{3}|<|\[)|[\r\0]|^\ufeff|[>\-+*.)][ \t]+(?:`{3}|~{3}|<|\[)/mu

/** Characters that may be inline syntax, tabs, and spaces at either end of a line. */
const SYNTAX = /[*_`[\]<&\\\t]|^[ ]|[ ]$/mu

/** The beginning of a line that is not a heading, list, quotation, rule or underline. */
const PLAIN_LINE_START = /^(?:\p{L}|\p{M}|[“”‘’„«»"'(—–…¿¡]|\d+(?![.)\d]))/u

/** A paragraph between blocks for the parser, which keeps lists and quotations apart. */
const SEPARATOR = '\n\nx\n\n'

interface Block {
  readonly start: number
  readonly end: number
  /** Line of its start, counted from 1. */
  readonly line: number
  /** Whether it needs no parser. */
  readonly plain: boolean
}

function isPlain(text: string): boolean {
  if (SYNTAX.test(text)) return false
  for (let from = 0; from >= 0; ) {
    if (!PLAIN_LINE_START.test(text.slice(from, from + 12))) return false
    const next = text.indexOf('\n', from)
    from = next < 0 ? -1 : next + 1
  }
  return true
}

/** Splits a source at blank lines, except between adjacent blocks for the parser. */
function splitBlocks(source: string): Block[] {
  const blocks: Block[] = []
  let line = 1
  let at = 0
  while (at < source.length) {
    let end = source.indexOf('\n\n', at)
    if (end < 0) end = source.endsWith('\n') ? source.length - 1 : source.length
    const text = source.slice(at, end)
    if (text !== '') {
      const plain = isPlain(text)
      const last = blocks.at(-1)
      if (last && !plain && !last.plain) blocks[blocks.length - 1] = {...last, end}
      else blocks.push({start: at, end, line, plain})
    }
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) line++
    at = end
    while (source.charCodeAt(at) === 10) {
      at++
      line++
    }
  }
  return blocks
}

/** Creates the paragraph of a plain block, with one text node. */
function createParagraph(source: string, {start, end, line}: Block): Paragraph {
  const value = source.slice(start, end)
  let lines = 0
  let lineStart = 0
  for (let i = value.indexOf('\n'); i >= 0; i = value.indexOf('\n', i + 1)) {
    lines++
    lineStart = i + 1
  }
  const createPosition = () => ({start: {line, column: 1, offset: start}, end: {line: line + lines, column: value.length - lineStart + 1, offset: end}})
  return {type: 'paragraph', children: [{type: 'text', value, position: createPosition()}], position: createPosition()}
}

/** Shifts the positions of a node and its descendants. */
function shiftPositions(node: RootContent, offset: number, line: number): void {
  const stack: {position?: {start: Point; end: Point} | undefined; children?: unknown[]}[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    for (const point of [top.position?.start, top.position?.end]) {
      if (!point) continue
      point.line += line
      if (point.offset !== undefined) point.offset += offset
    }
    for (const child of top.children ?? []) stack.push(child as (typeof stack)[number])
  }
}

/**
 * Markdown → mdast; calls `parse` only for blocks with syntax.
 *
 * @param parse the full parser, with positions in the source it is given
 */
export function parseProse(source: string, parse: (source: string) => Root): Root {
  if (FAR_REACHING.test(source)) return parse(source)
  const blocks = splitBlocks(source)
  if (!blocks.some(({plain}) => plain)) return parse(source)
  const parserBlocks = blocks.filter(({plain}) => !plain)
  const parsed = parse(map(parserBlocks, ({start, end}) => source.slice(start, end)).join(SEPARATOR)).children
  const children: RootContent[] = []
  let next = 0
  let parsedOffset = 0
  let parsedLine = 1
  for (const block of blocks) {
    if (block.plain) {
      children.push(createParagraph(source, block))
      continue
    }
    const length = block.end - block.start
    for (; next < parsed.length && ((parsed[next] as RootContent).position?.start.offset ?? 0) < parsedOffset + length; next++) {
      const node = parsed[next] as RootContent
      shiftPositions(node, block.start - parsedOffset, block.line - parsedLine)
      children.push(node)
    }
    // Skip the separator.
    next++
    parsedOffset += length + SEPARATOR.length
    for (let i = source.indexOf('\n', block.start); i >= 0 && i < block.end; i = source.indexOf('\n', i + 1)) parsedLine++
    parsedLine += 4
  }
  const lines = source.split('\n')
  const end = {line: lines.length, column: (lines.at(-1) as string).length + 1, offset: source.length}
  return {type: 'root', children, position: {start: {line: 1, column: 1, offset: 0}, end}}
}
