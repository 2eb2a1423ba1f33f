import {createHash} from 'node:crypto'
import {resolve} from 'node:path'
import {omitUndefined} from '../util/objects.js'
import {storyIn} from './load-stories.js'
import {annotationOptions} from './reading-options.js'
import type {Session} from './session.js'
import {type ShowingOptions, shownOptions} from './showing-options.js'
import {titleFor} from './targets.js'

/** A story as it is served. */
export interface ServedStory {
  /** Told from others by what is in it. */
  readonly version: string
  readonly page: string
  readonly glossary: string
}

/** Reads a story and makes its page, which allows nothing inline. @throws Failure that says what is wrong with it, or its configuration */
export async function servedStory(path: string, given: ShowingOptions, session: Session): Promise<ServedStory> {
  const options = await annotationOptions(given, session)
  const story = await storyIn({path, below: path.replace(/^.*[/\\]/u, ''), named: true}, given, session)
  const [{annotate}, {json}, {toPage}] = await Promise.all([
    import('../annotate/annotate.js'),
    import('../formats/json/json.js'),
    import('../render/to-hast.js'),
  ])
  const annotation = annotate(story.source, {...options, format: story.format, work: story.work})
  const {to: _, author: __, iri: ___, renderer: ____, title = titleFor({...story, annotation}), ...shown} = shownOptions(given, session)
  const show = omitUndefined(shown)
  const glossary = json.write(annotation.glossary)
  const version = createHash('sha256')
    .update(JSON.stringify([title, show, story.source, annotation.standoff, annotation.glossaries]))
    .digest('hex')
    .slice(0, 16)
  // Every story is served at the address of another some day; what a reader has chosen belongs to the file.
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16)
  const page = toPage(annotation, {...show, title, story: name, links: {style: '/reader.css', script: `/story.js?${version}`}})
  return {version, page, glossary}
}
