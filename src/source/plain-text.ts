import type {Paragraph, PhrasingContent, Root} from 'mdast'
import type {Position} from 'unist'
import {location} from 'vfile-location'
import {findChosenLineEnds} from '../prose/chosen-line-ends.js'
import {findStarEmphasis} from '../prose/star-emphasis.js'
import type {SourceSpan, Span} from '../prose/types.js'
import {map} from '../util/lists.js'
import {splitAtBlankLines} from './blank-line-blocks.js'
import type {SourceFormat} from './format-types.js'
import {wrapInNode} from './wrap-nodes.js'

/** Plain text → mdast: every block between blank lines is a paragraph of text, with breaks where the author ended a line. */
function parse(source: string): Root {
  const points = location(source)
  const createPosition = ({start, end}: SourceSpan): Position => ({
    start: points.toPoint(start) as Position['start'],
    end: points.toPoint(end) as Position['end'],
  })
  const blocks = [...splitAtBlankLines(source)]
  const lineEnds = findChosenLineEnds(map(blocks, ({start, end}) => source.slice(start, end)))
  const createText = (span: SourceSpan): PhrasingContent => ({type: 'text', value: source.slice(span.start, span.end), position: createPosition(span)})
  const children = map(blocks, (block, index): Paragraph => {
    const phrases: PhrasingContent[] = []
    let {start} = block
    for (const lineEnd of lineEnds[index] as Span[]) {
      const span = {start: block.start + lineEnd.start, end: block.start + lineEnd.end}
      phrases.push(createText({start, end: span.start}), {type: 'break', position: createPosition(span)})
      start = span.end
    }
    return {type: 'paragraph', children: [...phrases, createText({start, end: block.end})], position: createPosition(block)}
  })
  return {type: 'root', children, position: createPosition({start: 0, end: source.length})}
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
