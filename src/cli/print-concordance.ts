import max from 'lodash-es/max.js'
import {location} from 'vfile-location'
import type {ConcordanceStory, Occurrence} from '../glossary/concordance.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {EXIT} from './command-error.js'
import {createStoryLoader} from './load-stories.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'
import type {StoryDocument} from './story-document.js'

export interface ConcordanceOptions extends ReadingOptions {
  readonly width: number
  readonly json?: boolean
}

interface LocatedOccurrence extends Occurrence {
  readonly line?: number
  readonly column?: number
  /** Where it stands in a document that is no text. */
  readonly place?: string
}

/** Formats one occurrence a line, with the words aligned. */
function formatOccurrences(occurrences: readonly LocatedOccurrence[], width: number, {out}: Session): string {
  const locations = occurrences.map(({work = '', line, column, place}) => escapeForTerminal(`${work}:${place ?? `${line}:${column}`}`))
  const longest = max(locations.map((text) => text.length)) ?? 0
  return occurrences
    .map(({before, word, after, meaning}, index) => {
      const context = `${escapeForTerminal(before).padStart(width)}${out.bold(escapeForTerminal(word.replace(/\s+/gu, ' ')))}${escapeForTerminal(after)}`
      return `${out.dim((locations[index] ?? '').padEnd(longest))}  ${context}${meaning === undefined ? '' : out.green(`  “${escapeForTerminal(meaning)}”`)}\n`
    })
    .join('')
}

/**
 * Prints every occurrence of a word in stories.
 *
 * @returns the exit code
 */
export async function printConcordance(word: string, args: readonly string[], given: ConcordanceOptions, session: Session): Promise<number> {
  const optionsOf = await annotationOptions(given, session)
  const loader = await createStoryLoader(args, session, {format: given.format})
  const [{annotateStory}, {concordance}] = await Promise.all([import('./annotate-story.js'), import('../glossary/concordance.js')])
  const stories: ConcordanceStory[] = []
  const formatPlaceOf = new Map<string | undefined, StoryDocument['formatPlace']>()
  for await (const story of loader.read()) {
    const {source, work, document} = story
    const {standoff, glossaries} = await annotateStory(story, await optionsOf(story))
    stories.push({work, source, standoff, glossaries})
    if (document) formatPlaceOf.set(work, document.formatPlace)
  }
  const pointsOf = new Map(stories.map(({work, source}) => [work, location(source)]))
  const occurrences = concordance(word, stories, {width: given.width}).map((occurrence): LocatedOccurrence => {
    const place = formatPlaceOf.get(occurrence.work)?.(occurrence)
    if (place !== undefined) return {...occurrence, place}
    const {line = 1, column = 1} = pointsOf.get(occurrence.work)?.toPoint(occurrence.start) ?? {}
    return {...occurrence, line, column}
  })
  if (occurrences.length === 0) session.note(`No occurrence of “${escapeForTerminal(word)}” as a word of an invented language was found`)
  await session.print(given.json ? `${JSON.stringify(occurrences, null, 2)}\n` : formatOccurrences(occurrences, given.width, session))
  return loader.exitCode() || (occurrences.length > 0 ? EXIT.success : EXIT.findings)
}
