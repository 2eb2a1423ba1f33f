import type {Nodes, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {splitAtBlankLines} from '../blank-line-blocks.js'

/**
 * Limits on the inline marks of one block: micromark 4 takes quadratic time for them, 80 KB of `*a_ ` most of a minute, and hundreds of bytes for
 * each `[`. No story reaches them.
 */
const MAX_MARKS = 2000
/** Maximum of marks times characters, which is what a resolver processes. */
const MAX_WORK = 5e7

/** Of a row of stars two at a time make an emphasis, inside that of the next two: more of them than the limit overflow the stack. */
const MARK = /\*{1,2}|_{1,2}|`+|[[\]<!]/gu
/** A scene break, however long: its marks are no emphasis. */
const RULE = / {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})/u
const RULE_LINE = new RegExp(`^${RULE.source}$`, 'gmu')
const RULE_LINE_OR_MARK = new RegExp(`^(${RULE.source})$|[*_\`[\\]<!]`, 'gmu')

const NO_MARKS = /[^*_`[\]<!]+/gu

/** Characters that Unicode reserves for use inside programs; the parser takes them for letters. */
const MASKS = Array.from({length: 32}, (_, index) => String.fromCharCode(0xfdd0 + index))

/** Counts in a loop, because a list of ten million matches takes a gigabyte. */
function countMarks(block: string): number {
  const text = block.replace(RULE_LINE, '')
  let count = 0
  for (MARK.lastIndex = 0; MARK.test(text); ) count++
  return count
}

function isExcessive(block: string): boolean {
  if (block.length < MAX_MARKS) return false
  const marks = countMarks(block)
  return marks > MAX_MARKS || marks * block.length > MAX_WORK
}

/** A source whose excessive blocks have their marks hidden from the parser. */
export interface MaskedSource {
  readonly text: string
  /** Puts the marks back into the parsed tree, as text. */
  readonly unmask: (tree: Root) => void
}

/**
 * Masks the inline marks of blocks that have too many of them, so that they are read as text.
 *
 * @returns undefined if the source has all the characters that could stand for a mark
 */
export function maskMarks(source: string): MaskedSource | undefined {
  const excessive = Array.from(splitAtBlankLines(source)).filter(({start, end}) => isExcessive(source.slice(start, end)))
  if (excessive.length === 0) return {text: source, unmask: () => {}}
  const mask = MASKS.find((character) => !source.includes(character))
  if (mask === undefined) return undefined
  let hidden = ''
  let text = ''
  let from = 0
  for (const {start, end} of excessive) {
    const block = source.slice(start, end)
    text += source.slice(from, start) + block.replace(RULE_LINE_OR_MARK, (_, rule: string | undefined) => rule ?? mask)
    hidden += block.replace(RULE_LINE, '').replace(NO_MARKS, '')
    from = end
  }
  text += source.slice(from)
  let next = 0
  const restore = (value: string): string => value.replaceAll(mask, () => hidden.charAt(next++))
  const unmask = (tree: Root): void => {
    visit(tree, (node: Nodes) => {
      // In the order of the source.
      if (node.type === 'code') {
        if (node.lang) node.lang = restore(node.lang)
        if (node.meta) node.meta = restore(node.meta)
      }
      if ('value' in node) node.value = restore(node.value)
    })
  }
  return {text, unmask}
}
