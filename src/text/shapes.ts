import type {Span} from '../types.js'

/** How paragraphs are told apart where no markup does: by blank lines, or by every line ending. */
export type Shape = 'blank' | 'line'

/** Share of lines that must end as sentences do, for every line to be a paragraph. */
const ENDING = 0.7
const SENTENCE_END = /[.!?…:;—"”’»)\]*_]\s*$/u

/** How a story parts its paragraphs, from the stretches between its blank lines. */
export function shapeOf(stretches: readonly string[]): Shape {
  let lines = 0
  let ended = 0
  for (const stretch of stretches) {
    for (let from = 0, at = stretch.indexOf('\n'); at >= 0; from = at + 1, at = stretch.indexOf('\n', from)) {
      const line = stretch.slice(from, at)
      if (line.trim() === '') continue
      lines++
      if (SENTENCE_END.test(line)) ended++
    }
  }
  return lines > 0 && ended >= ENDING * lines ? 'line' : 'blank'
}

/** The paragraphs of a stretch of text. */
export function* paragraphsOf(text: string, {start, end}: Span, shape: Shape): Generator<Span> {
  const boundary = shape === 'line' ? /\n/gu : /\n\s*\n/gu
  let from = start
  boundary.lastIndex = start
  for (let match = boundary.exec(text); match && match.index < end; match = boundary.exec(text)) {
    if (text.slice(from, match.index).trim() !== '') yield {start: from, end: match.index}
    from = match.index + match[0].length
  }
  if (from < end && text.slice(from, end).trim() !== '') yield {start: from, end}
}
