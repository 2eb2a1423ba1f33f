import {location} from 'vfile-location'
import type {Explanation} from '../lint/explain.js'
import type {SourceSpan} from '../prose/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {findLine} from './find-line.js'
import {type LoadedStory, loadStory} from './load-stories.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'
import type {StoryPlace} from './story-document.js'

export interface ExplainOptions extends ReadingOptions {
  readonly word?: string
  readonly json?: boolean
}

/** @throws CommandError if the story has no such place */
function toSpan(place: StoryPlace, {path, source, document}: Pick<LoadedStory, 'path' | 'source' | 'document'>): SourceSpan {
  const span = document ? document.findPlace(place) : place.file === undefined ? findLine(source, place) : 'only a place in an e-book names a file'
  if (typeof span === 'string') throw commandError(`${escapeForTerminal(path)}: ${escapeForTerminal(span)}`, EXIT.usage)
  return span
}

/** Yields the occurrences of a word or phrase, ignoring case, but not inside longer words. */
function* findOccurrences(word: string, source: string): Generator<SourceSpan> {
  const [lowerSource, lowerWord] = [source.toLowerCase(), word.toLowerCase()]
  // If lower-casing changes the length, offsets would be wrong; then case matters.
  const [text, wanted] = lowerSource.length === source.length ? [lowerSource, lowerWord] : [source, word]
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at))
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    if (!isLetter(at - 1) && !isLetter(at + wanted.length)) yield {start: at, end: at + wanted.length}
  }
}

/**
 * Prints explanations of the annotations at a place, or of a word.
 *
 * @returns the exit code
 */
export async function printExplanations(path: string, place: StoryPlace | undefined, given: ExplainOptions, session: Session): Promise<number> {
  const {word, json} = given
  if ((place === undefined) === (word === undefined)) throw commandError('Specify either a place (line:column) or --word', EXIT.usage)
  if (word?.trim() === '') throw commandError('--word must not be empty', EXIT.usage)
  const optionsOf = await annotationOptions(given, session)
  const story = await loadStory({path, relativePath: path, isExplicit: true}, given, session)
  const [{annotateStory}, {explain}] = await Promise.all([import('./annotate-story.js'), import('../lint/explain.js')])
  const annotation = await annotateStory(story, await optionsOf(story))
  const points = location(story.source)
  const spans = place ? [toSpan(place, story)] : [...findOccurrences(word as string, story.source)]
  const unique = new Map<string, Explanation>()
  for (const span of spans)
    for (const explanation of explain(annotation, story.source, span))
      unique.set(`${explanation.kind}${explanation.id ?? ''}${explanation.start}-${explanation.end}`, explanation)
  const explanations = [...unique.values()].map((explanation) => {
    if (story.document) return {...explanation, place: story.document.formatPlace(explanation)}
    const {line = 1, column = 1} = points.toPoint(explanation.start) ?? {}
    return {...explanation, line, column, place: `${line}:${column}`}
  })
  if (explanations.length === 0) session.note('No text of an invented language was found there')
  const text = explanations.map(
    ({kind, place: at, sentences}) =>
      `${session.out.bold(escapeForTerminal(`${path === '-' ? 'stdin' : path}:${at}`))} ${session.out.dim(kind)}\n${sentences.map((sentence) => `  ${escapeForTerminal(sentence)}\n`).join('')}`,
  )
  await session.print(json ? `${JSON.stringify(explanations, null, 2)}\n` : text.join('\n'))
  return explanations.length > 0 ? EXIT.success : EXIT.findings
}
