import max from 'lodash-es/max.js'
import {location} from 'vfile-location'
import type {Occurrence} from '../glossary/concordance.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import type {Standoff} from '../source/annotation-types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {EXIT} from './command-error.js'
import {createStoryLoader} from './load-stories.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'

export interface ConcordanceOptions extends ReadingOptions {
  readonly width: number
  readonly json?: boolean
}

interface LocatedOccurrence extends Occurrence {
  readonly line: number
  readonly column: number
}

/** The entries of a word's best readings, in all languages found. */
async function findEntries(word: string, glossaries: readonly Glossary[]): Promise<Entry[]> {
  const [{createLexicon}, {mergeGlossaries}, {withoutRejected}] = await Promise.all([
    import('../lexicon/create-lexicon.js'),
    import('../glossary/merge-glossaries.js'),
    import('../lexicon/entry.js'),
  ])
  const languages = [...new Set(glossaries.map(({language}) => language))]
  return languages.flatMap((language) => {
    const merged = mergeGlossaries(glossaries.filter((glossary) => glossary.language === language))
    const readings = createLexicon(withoutRejected(merged)).lookup(word)
    return readings.filter(({score}) => score === readings[0]?.score).map(({entry}) => entry)
  })
}

/** Formats one occurrence a line, with the words aligned. */
function formatOccurrences(occurrences: readonly LocatedOccurrence[], width: number, {out}: Session): string {
  const locations = occurrences.map(({work = '', line, column}) => escapeForTerminal(`${work}:${line}:${column}`))
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
  const options = await annotationOptions(given, session)
  const loader = await createStoryLoader(args, session, {format: given.format})
  const [{annotate}, {concordance}] = await Promise.all([import('../annotate/annotate.js'), import('../glossary/concordance.js')])
  const stories: {readonly work: string; readonly source: string; readonly standoff: Standoff}[] = []
  const glossaries: Glossary[] = []
  for await (const {source, format, work} of loader.read()) {
    const annotation = annotate(source, {...options, format, work})
    stories.push({work, source, standoff: annotation.standoff})
    glossaries.push(...annotation.glossaries)
  }
  const entries = await findEntries(word, glossaries)
  const occurrences = stories.flatMap((story): LocatedOccurrence[] => {
    const points = location(story.source)
    const found = entries.flatMap((entry) => concordance(entry, [story], {width: given.width})).sort((a, b) => a.start - b.start)
    return found.map((occurrence) => ({
      ...occurrence,
      line: points.toPoint(occurrence.start)?.line ?? 1,
      column: points.toPoint(occurrence.start)?.column ?? 1,
    }))
  })
  if (occurrences.length === 0) session.note(`No occurrence of “${escapeForTerminal(word)}” as a word of an invented language was found`)
  await session.print(given.json ? `${JSON.stringify(occurrences, null, 2)}\n` : formatOccurrences(occurrences, given.width, session))
  return loader.exitCode() || (occurrences.length > 0 ? EXIT.success : EXIT.findings)
}
