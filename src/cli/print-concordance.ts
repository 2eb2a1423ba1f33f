import max from 'lodash-es/max.js'
import {location} from 'vfile-location'
import type {Occurrence} from '../glossary/concordance.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {visible} from '../prose/visible.js'
import type {Standoff} from '../source/annotation-types.js'
import {EXIT} from './command-failure.js'
import {storiesOf} from './load-stories.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'

export interface ConcordanceOptions extends ReadingOptions {
  readonly width: number
  readonly json?: boolean
}

interface Place extends Occurrence {
  readonly line: number
  readonly column: number
}

/** Entries that a word may be, of the languages that were met: as good a reading each as the best. */
async function entriesFor(word: string, glossaries: readonly Glossary[]): Promise<Entry[]> {
  const [{createLexicon}, {mergeGlossaries}, {standing}] = await Promise.all([
    import('../lexicon/create-lexicon.js'),
    import('../glossary/merge-glossaries.js'),
    import('../lexicon/entry.js'),
  ])
  const languages = [...new Set(glossaries.map(({language}) => language))]
  return languages.flatMap((language) => {
    const merged = mergeGlossaries(glossaries.filter((glossary) => glossary.language === language))
    const readings = createLexicon(standing(merged)).lookup(word)
    return readings.filter(({score}) => score === readings[0]?.score).map(({entry}) => entry)
  })
}

/** One line an occurrence, the word in the middle. */
function text(places: readonly Place[], width: number, {out}: Session): string {
  const where = places.map(({work = '', line, column}) => visible(`${work}:${line}:${column}`))
  const longest = max(where.map((said) => said.length)) ?? 0
  return places
    .map(({before, word, after, meaning}, index) => {
      const context = `${visible(before).padStart(width)}${out.bold(visible(word.replace(/\s+/gu, ' ')))}${visible(after)}`
      return `${out.dim((where[index] ?? '').padEnd(longest))}  ${context}${meaning === undefined ? '' : out.green(`  “${visible(meaning)}”`)}\n`
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
  const stories = await storiesOf(args, session, {format: given.format})
  const [{annotate}, {concordance}] = await Promise.all([import('../annotate/annotate.js'), import('../glossary/concordance.js')])
  const read: {readonly work: string; readonly source: string; readonly standoff: Standoff}[] = []
  const glossaries: Glossary[] = []
  for await (const {source, format, work} of stories.read()) {
    const annotation = annotate(source, {...options, format, work})
    read.push({work, source, standoff: annotation.standoff})
    glossaries.push(...annotation.glossaries)
  }
  const entries = await entriesFor(word, glossaries)
  const places = read.flatMap((story): Place[] => {
    const points = location(story.source)
    const found = entries.flatMap((entry) => concordance(entry, [story], {width: given.width})).sort((a, b) => a.start - b.start)
    return found.map((occurrence) => ({
      ...occurrence,
      line: points.toPoint(occurrence.start)?.line ?? 1,
      column: points.toPoint(occurrence.start)?.column ?? 1,
    }))
  })
  if (places.length === 0) session.note(`“${visible(word)}” stands in none of the stories, as a word of an invented language`)
  await session.print(given.json ? `${JSON.stringify(places, null, 2)}\n` : text(places, given.width, session))
  return stories.exitCode() || (places.length > 0 ? EXIT.done : EXIT.found)
}
