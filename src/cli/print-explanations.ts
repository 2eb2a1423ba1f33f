import {location} from 'vfile-location'
import type {Explanation} from '../lint/explain.js'
import type {SourceSpan} from '../prose/types.js'
import {visible} from '../prose/visible.js'
import {EXIT, failure} from './command-failure.js'
import {type Story, storyIn} from './load-stories.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'

/** Both from 1; without a column, the whole line. */
export interface LineColumn {
  readonly line: number
  readonly column?: number
}

export interface ExplainOptions extends ReadingOptions {
  readonly word?: string
  readonly json?: boolean
}

type Points = ReturnType<typeof location>

function spanAt({line, column}: LineColumn, {path, source}: Pick<Story, 'path' | 'source'>, points: Points): SourceSpan {
  const start = points.toOffset({line, column: column ?? 1})
  if (start === undefined) {
    const last = points.toPoint(source.length)?.line
    const sought = points.toOffset({line, column: 1}) === undefined ? `there is no line ${line}; the last is ${last}` : `line ${line} has no column ${column}`
    throw failure(`${visible(path)}: ${sought}`, EXIT.usage)
  }
  const end = source.indexOf('\n', start)
  return {start, end: column === undefined ? (end === -1 ? source.length : end) : start + 1}
}

/** Where words stand, whatever their case, and not as a part of longer ones. */
function* placesOf(word: string, source: string): Generator<SourceSpan> {
  const [text, wanted] = [source.toLowerCase(), word.toLowerCase()]
  // Where the case changes lengths, places would be wrong: then it counts.
  const [within, sought] = text.length === source.length ? [text, wanted] : [source, word]
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(within.charAt(at))
  for (let at = within.indexOf(sought); at !== -1; at = within.indexOf(sought, at + sought.length)) {
    if (!isLetter(at - 1) && !isLetter(at + sought.length)) yield {start: at, end: at + sought.length}
  }
}

/**
 * Prints why what stands at a place is what it is.
 *
 * @returns the exit code
 */
export async function printExplanations(path: string, place: LineColumn | undefined, given: ExplainOptions, session: Session): Promise<number> {
  const {word, json} = given
  if ((place === undefined) === (word === undefined)) throw failure('Say where: either line:column, or --word', EXIT.usage)
  if (word?.trim() === '') throw failure('The option `word` must be a word', EXIT.usage)
  const options = await annotationOptions(given, session)
  const story = await storyIn({path, below: path, named: true}, given, session)
  const [{annotate}, {explain}] = await Promise.all([import('../annotate/annotate.js'), import('../lint/explain.js')])
  const annotation = annotate(story.source, {...options, format: story.format, work: story.work})
  const points = location(story.source)
  const spans = place ? [spanAt(place, story, points)] : [...placesOf(word as string, story.source)]
  const found = new Map<string, Explanation>()
  for (const span of spans) for (const one of explain(annotation, story.source, span)) found.set(`${one.kind}${one.id ?? ''}${one.start}-${one.end}`, one)
  const all = [...found.values()].map((one) => ({...one, line: points.toPoint(one.start)?.line ?? 1, column: points.toPoint(one.start)?.column ?? 1}))
  if (all.length === 0) session.note('Nothing of an invented language was found there')
  const text = all.map(
    ({kind, line, column, sentences}) =>
      `${session.out.bold(visible(`${path === '-' ? 'stdin' : path}:${line}:${column}`))} ${session.out.dim(kind)}\n${sentences.map((sentence) => `  ${visible(sentence)}\n`).join('')}`,
  )
  await session.print(json ? `${JSON.stringify(all, null, 2)}\n` : text.join('\n'))
  return all.length > 0 ? EXIT.done : EXIT.found
}
