import {location} from 'vfile-location'
import type {SourceSpan} from '../prose/types.js'
import type {StoryPlace} from './story-document.js'

/** The span of a character, or of a whole line if no column is given; a sentence if the text has no such place. */
export function findLine(source: string, {line, column}: StoryPlace): SourceSpan | string {
  const points = location(source)
  const start = points.toOffset({line, column: column ?? 1})
  if (start === undefined) {
    const lastLine = points.toPoint(source.length)?.line
    return points.toOffset({line, column: 1}) === undefined ? `there is no line ${line}; the last line is ${lastLine}` : `line ${line} has no column ${column}`
  }
  const end = source.indexOf('\n', start)
  return {start, end: column === undefined ? (end === -1 ? source.length : end) : start + 1}
}
