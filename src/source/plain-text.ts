import type {Paragraph, Root} from 'mdast'
import type {Position} from 'unist'
import {location} from 'vfile-location'
import {findStarEmphasis} from '../prose/star-emphasis.js'
import {splitAtBlankLines} from './blank-line-blocks.js'
import type {SourceFormat} from './format-types.js'
import {wrapInNode} from './wrap-nodes.js'

/** Plain text → mdast: every block between blank lines is a paragraph with one text node. */
function parse(source: string): Root {
  const points = location(source)
  const createPosition = (start: number, end: number): Position => ({
    start: points.toPoint(start) as Position['start'],
    end: points.toPoint(end) as Position['end'],
  })
  const children = Array.from(splitAtBlankLines(source), ({start, end}): Paragraph => {
    const position = createPosition(start, end)
    return {type: 'paragraph', children: [{type: 'text', value: source.slice(start, end), position}], position}
  })
  return {type: 'root', children, position: createPosition(0, source.length)}
}

export const plainText: SourceFormat<Root> = {
  name: 'text',
  parse,
  bomLength: () => 0,
  // Without markup, every character is itself.
  createLocator:
    () =>
    (value, at, {start, end}) => [{start: at, end: at + value.length, source: {start, end}}],
  collapsesLines: false,
  findEmphasis: findStarEmphasis,
  wrap: wrapInNode,
  show: (piece) => piece,
}
