import type {Paragraph, PhrasingContent, Root} from 'mdast'
import type {Point} from 'unist'
import {location} from 'vfile-location'
import {findChosenLineEnds} from '../prose/chosen-line-ends.js'
import {findStarEmphasis} from '../prose/star-emphasis.js'
import type {Span} from '../prose/types.js'
import {map} from '../util/lists.js'
import {splitAtBlankLines} from './blank-line-blocks.js'
import type {SourceFormat} from './format-types.js'
import {wrapInNode} from './wrap-nodes.js'

/** Plain text → mdast: every block between blank lines is a paragraph of text, with breaks where the author ended a line. */
function parse(source: string): Root {
  const points = location(source)
  const toPoint = (offset: number): Point => points.toPoint(offset) as Point
  const blocks = [...splitAtBlankLines(source)]
  const lineEnds = findChosenLineEnds(map(blocks, ({start, end}) => source.slice(start, end)))
  const children = map(blocks, (block, index): Paragraph => {
    const phrases: PhrasingContent[] = []
    const first = toPoint(block.start)
    let [from, start] = [block.start, first]
    const addText = (to: number, end: Point) => phrases.push({type: 'text', value: source.slice(from, to), position: {start, end}})
    // Neighbours share their points: a story of lines has many.
    for (const lineEnd of lineEnds[index] as Span[]) {
      const [end, next] = [toPoint(block.start + lineEnd.start), toPoint(block.start + lineEnd.end)]
      addText(block.start + lineEnd.start, end)
      phrases.push({type: 'break', position: {start: end, end: next}})
      from = block.start + lineEnd.end
      start = next
    }
    const last = toPoint(block.end)
    addText(block.end, last)
    return {type: 'paragraph', children: phrases, position: {start: first, end: last}}
  })
  return {type: 'root', children, position: {start: toPoint(0), end: toPoint(source.length)}}
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
