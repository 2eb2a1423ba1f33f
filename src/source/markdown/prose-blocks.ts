import type {Paragraph, Root, RootContent} from 'mdast'
import type {Point} from 'unist'
import {map} from '../../util/lists.js'

/**
 * Most of a story in Markdown is paragraphs without any mark, for which a parser of the whole grammar takes several times
 * as long as reading them takes. What follows finds these, and gives the parser the rest alone; the tree is the same.
 */

/**
 * What reaches beyond the blank lines around it, or changes what stands elsewhere: fenced code, HTML, definitions; and line
 * endings other than a line feed. With any of it the whole is for the parser.
 */
const FAR_REACHING = /^ {0,3}(?:`{3}|~{3}|<|\[)|[\r\0]|^\ufeff|[>\-+*.)][ \t]+(?:`{3}|~{3}|<|\[)/mu

/** A character that may be a mark; a tab, which may be one; white space at either end of a line. */
const MARK = /[*_`[\]<&\\\t]|^[ ]|[ ]$/mu

/** A line that begins otherwise may be a heading, a list, a quotation, a rule, an underline. */
const BEGINNING = /^(?:\p{L}|\p{M}|[“”‘’„«»"'(—–…¿¡]|\d+(?![.)\d]))/u

/** Between what is given to the parser stands a paragraph, so that lists and quotations do not run into each other. */
const BETWEEN = '\n\nx\n\n'

interface Block {
  readonly start: number
  readonly end: number
  /** The line that it begins in, counted from 1. */
  readonly line: number
  readonly plain: boolean
}

function isPlain(text: string): boolean {
  if (MARK.test(text)) return false
  for (let from = 0; from >= 0; ) {
    if (!BEGINNING.test(text.slice(from, from + 12))) return false
    const next = text.indexOf('\n', from)
    from = next < 0 ? -1 : next + 1
  }
  return true
}

/** The blocks between blank lines, those that are for the parser as long as they follow each other. */
function blocksOf(source: string): Block[] {
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

/** A plain paragraph: one text node. */
function paragraphOf(source: string, {start, end, line}: Block): Paragraph {
  const value = source.slice(start, end)
  let lines = 0
  let lineStart = 0
  for (let i = value.indexOf('\n'); i >= 0; i = value.indexOf('\n', i + 1)) {
    lines++
    lineStart = i + 1
  }
  const position = () => ({start: {line, column: 1, offset: start}, end: {line: line + lines, column: value.length - lineStart + 1, offset: end}})
  return {type: 'paragraph', children: [{type: 'text', value, position: position()}], position: position()}
}

/** Moves a node and all that is in it. */
function move(node: RootContent, offset: number, line: number): void {
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
 * Markdown → mdast, by way of `parse` where there is any mark.
 *
 * @param parse the parser of the whole grammar, with the positions of its source
 */
export function readProse(source: string, parse: (source: string) => Root): Root {
  if (FAR_REACHING.test(source)) return parse(source)
  const blocks = blocksOf(source)
  if (!blocks.some(({plain}) => plain)) return parse(source)
  const marked = blocks.filter(({plain}) => !plain)
  const rest = parse(map(marked, ({start, end}) => source.slice(start, end)).join(BETWEEN)).children
  const children: RootContent[] = []
  let next = 0
  let given = 0
  let givenLine = 1
  for (const block of blocks) {
    if (block.plain) {
      children.push(paragraphOf(source, block))
      continue
    }
    const length = block.end - block.start
    for (; next < rest.length && ((rest[next] as RootContent).position?.start.offset ?? 0) < given + length; next++) {
      const node = rest[next] as RootContent
      move(node, block.start - given, block.line - givenLine)
      children.push(node)
    }
    // The paragraph between.
    next++
    given += length + BETWEEN.length
    for (let i = source.indexOf('\n', block.start); i >= 0 && i < block.end; i = source.indexOf('\n', i + 1)) givenLine++
    givenLine += 4
  }
  const lines = source.split('\n')
  const end = {line: lines.length, column: (lines.at(-1) as string).length + 1, offset: source.length}
  return {type: 'root', children, position: {start: {line: 1, column: 1, offset: 0}, end}}
}
