import {createHash} from 'node:crypto'
import type {Root as HastRoot} from 'hast'
import type {Annotation} from '../annotate/types.js'
import type {Dictionary} from '../lexicon/types.js'
import type {CurrentStory} from '../playground/background/current-story.js'
import {omitUndefined} from '../util/objects.js'
import {storyParts} from './annotate-story.js'
import {type DisplayOptions, resolveDisplayOptions} from './display-options.js'
import {loadStory} from './load-stories.js'
import {annotationOptions} from './reading-options.js'
import type {Session} from './session.js'
import {storyTitle} from './targets.js'

/** A story as `serve` shows it. */
export interface ServedStory extends CurrentStory {
  /** Hash of the content. */
  readonly version: string
}

/**
 * Reads a story and annotates it as `annotate` does, with remarks as of `lint`.
 *
 * @param decided glossaries with what was decided, one for each language
 * @throws CommandError for a problem in the story or its configuration
 */
export async function annotateServedStory(path: string, given: DisplayOptions, session: Session, decided: readonly Dictionary[]): Promise<ServedStory> {
  const optionsOf = await annotationOptions(given, session, decided)
  const fileName = path.replace(/^.*[/\\]/u, '')
  const loaded = await loadStory({path, relativePath: fileName, isExplicit: true}, given, session)
  const [{annotateAndProofread}, {withDecisions}, parts] = await Promise.all([
    import('../playground/background/annotate-and-proofread.js'),
    import('../playground/background/with-decisions.js'),
    storyParts(loaded),
  ])
  const {source, format, work, document} = loaded
  const annotation = annotateAndProofread(source, {work, ...(await optionsOf(loaded)), format}, parts)
  const {gloss, density, known, languages, title = storyTitle({...loaded, annotation})} = resolveDisplayOptions(given, session)
  const display = omitUndefined({gloss, density, known, languages})
  const glossaries = withDecisions(annotation.glossaries, decided)
  const version = createHash('sha256')
    .update(JSON.stringify([title, display, source, annotation.standoff, glossaries]))
    .digest('hex')
    .slice(0, 16)
  const messages = document ? [...document.problems, ...document.locateMessages(annotation.messages)] : annotation.messages
  const {book} = document ?? {}
  return {
    ...{version, annotation, source, format, title, glossaries, messages, display},
    name: fileName.replace(/\.[^.]+$/u, '') || 'story',
    ...(book && {book: () => book.write(annotation as Annotation<HastRoot>, omitUndefined({density, known, languages})).bytes}),
  }
}
