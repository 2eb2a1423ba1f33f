import type {Glossary} from '../lexicon/types.js'
import type {AnnotatedStory} from '../source/annotation-types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {createStoryLoader} from './load-stories.js'
import {noteSeparateWords} from './note-separate-words.js'
import {readExisting} from './read-dictionary.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'
import {type GlossaryOutputOptions, writeGlossary} from './write-glossary.js'

export interface LearnOptions extends ReadingOptions, GlossaryOutputOptions {
  readonly into?: string
  readonly language?: string
  readonly name?: string
}

/** Merges the glossaries of each language; the language with the most entries comes first. */
function mergeByLanguage(glossaries: ReadonlyMap<string, readonly Glossary[]>, merge: (all: readonly Glossary[]) => Glossary): Glossary[] {
  const merged = Array.from(glossaries.values(), merge).filter(({entries}) => entries.length > 0)
  return merged.sort((a, b) => b.entries.length - a.entries.length || (a.language < b.language ? -1 : 1))
}

/**
 * Learns a glossary from stories, and writes it.
 *
 * @returns the exit code
 */
export async function learnGlossary(args: readonly string[], given: LearnOptions, session: Session): Promise<number> {
  const {into, language, name} = given
  const existing = await readExisting(into, session)
  const optionsOf = await annotationOptions(given, session, existing ? [existing] : [])
  const loader = await createStoryLoader(args, session, {format: given.format})
  const {annotateStory} = await import('./annotate-story.js')
  const {mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const {forgetWorks} = await import('../glossary/forget-works.js')
  const learned = new Map<string, Glossary[]>()
  const quotedStories: AnnotatedStory[] = []
  // Only formats that quote the stories need them in memory.
  const keepsStories = into === undefined && !/^json$/u.test(given.to ?? (/\.json$/iu.test(given.output ?? '.json') ? 'json' : ''))
  const works = new Set<string>()
  const byWork: [string, Glossary][] = existing ? [[into ?? '', existing]] : []
  for await (const story of loader.read()) {
    const {source, work} = story
    const {glossaries, standoff, tree} = await annotateStory(story, await optionsOf(story))
    for (const glossary of glossaries) {
      learned.set(glossary.language, [...(learned.get(glossary.language) ?? []), glossary])
      byWork.push([work, glossary])
    }
    works.add(work)
    if (keepsStories) quotedStories.push({work, source, standoff, tree})
  }
  if (works.size === 0) return loader.exitCode()
  const candidates = mergeByLanguage(learned, mergeGlossaries)
  const wanted = language ?? existing?.language
  const chosen = wanted === undefined ? candidates[0] : candidates.find((glossary) => glossary.language === wanted)
  const others = candidates.filter((glossary) => glossary !== chosen).map((glossary) => `${glossary.language} (${glossary.entries.length})`)
  if (!chosen && !existing)
    throw commandError(
      wanted
        ? `No words of ${escapeForTerminal(wanted)} were found; other languages (entries): ${escapeForTerminal(others.join(', ')) || 'none'}`
        : 'No words of an invented language were found',
      EXIT.findings,
    )
  if (others.length > 0) session.note(`Other languages found (entries): ${escapeForTerminal(others.join(', '))}; use --language to choose one`)
  await noteSeparateWords(
    byWork.filter(([, {language: own}]) => own === chosen?.language),
    session,
  )
  const glossary = mergeGlossaries([...(chosen ? [chosen] : []), ...(existing ? [forgetWorks(existing, works)] : [])])
  const named = name === undefined ? glossary : {...glossary, name}
  await writeGlossary(named, into === undefined ? given : {output: into, to: 'json'}, session, {
    inputs: loader.files.map(({path}) => path),
    stories: quotedStories,
  })
  return loader.exitCode()
}
