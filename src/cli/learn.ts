import {stat} from 'node:fs/promises'
import type {Dictionary, Glossary} from '../lexicon/types.js'
import {visible} from '../prose/visible.js'
import type {AnnotatedStory} from '../source/annotation-types.js'
import {EXIT, failure} from './command-failure.js'
import {storiesOf} from './load-stories.js'
import {readDictionary} from './read-dictionary.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'
import {type GlossaryOutput, writeGlossary} from './write-glossary.js'

export interface LearnOptions extends ReadingOptions, GlossaryOutput {
  readonly into?: string
  readonly language?: string
  readonly name?: string
}

/** By language, the one with most words first. */
function ranked(glossaries: ReadonlyMap<string, readonly Glossary[]>, merge: (all: readonly Glossary[]) => Glossary): Glossary[] {
  const merged = Array.from(glossaries.values(), merge).filter(({entries}) => entries.length > 0)
  return merged.sort((a, b) => b.entries.length - a.entries.length || (a.language < b.language ? -1 : 1))
}

/** A file that is brought up to date need not be there yet. */
const existing = async (path: string | undefined): Promise<Dictionary | undefined> =>
  path !== undefined && (await stat(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error))))
    ? readDictionary(path)
    : undefined

/**
 * Learns a glossary from stories, and writes it.
 *
 * @returns the exit code
 */
export async function learn(args: readonly string[], given: LearnOptions, session: Session): Promise<number> {
  const {into, language, name} = given
  const old = await existing(into)
  const options = await annotationOptions(given, session, old ? [old] : [])
  const stories = await storiesOf(args, session, {format: given.format})
  const {annotate} = await import('../annotate/annotate.js')
  const {mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const {forgetWorks} = await import('../glossary/forget-works.js')
  const learnt = new Map<string, Glossary[]>()
  const quoted: AnnotatedStory[] = []
  // The stories are kept for formats that quote them alone.
  const quotes = into === undefined && !/^json$/u.test(given.to ?? (/\.json$/iu.test(given.output ?? '.json') ? 'json' : ''))
  const works = new Set<string>()
  for await (const {source, format, work} of stories.read()) {
    const {glossaries, standoff, tree} = annotate(source, {...options, format, work})
    for (const glossary of glossaries) learnt.set(glossary.language, [...(learnt.get(glossary.language) ?? []), glossary])
    works.add(work)
    if (quotes) quoted.push({work, source, standoff, tree})
  }
  if (works.size === 0) return stories.exitCode()
  const found = ranked(learnt, mergeGlossaries)
  const wanted = language ?? old?.language
  const chosen = wanted === undefined ? found[0] : found.find((glossary) => glossary.language === wanted)
  const others = found.filter((glossary) => glossary !== chosen).map((glossary) => `${glossary.language} (${glossary.entries.length})`)
  if (!chosen && !old)
    throw failure(
      wanted ? `Nothing was learnt of ${visible(wanted)}; of others: ${visible(others.join(', ')) || 'nothing'}` : 'No word of an invented language was found',
      EXIT.found,
    )
  if (others.length > 0) session.note(`Learnt too, of other languages (entries): ${visible(others.join(', '))}; --language chooses`)
  const glossary = mergeGlossaries([...(chosen ? [chosen] : []), ...(old ? [forgetWorks(old, works)] : [])])
  const named = name === undefined ? glossary : {...glossary, name}
  await writeGlossary(named, into === undefined ? given : {output: into, to: 'json'}, session, {inputs: stories.files.map(({path}) => path), stories: quoted})
  return stories.exitCode()
}
