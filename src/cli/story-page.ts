import {createHash} from 'node:crypto'
import {resolve} from 'node:path'
import {omitUndefined} from '../util/objects.js'
import {type DisplayOptions, resolveDisplayOptions} from './display-options.js'
import {loadStory} from './load-stories.js'
import {annotationOptions} from './reading-options.js'
import type {Session} from './session.js'
import {storyTitle} from './targets.js'

/** The page of a story, as `serve` delivers it. */
export interface StoryPage {
  /** Hash of the content. */
  readonly version: string
  readonly page: string
  readonly glossary: string
}

/** Reads a story and renders its page, without inline scripts and styles. @throws CommandError for a problem in the story or its configuration */
export async function renderStoryPage(path: string, given: DisplayOptions, session: Session): Promise<StoryPage> {
  const optionsOf = await annotationOptions(given, session)
  const story = await loadStory({path, relativePath: path.replace(/^.*[/\\]/u, ''), isExplicit: true}, given, session)
  const [{annotateStory}, {json}, {toPage}] = await Promise.all([
    import('./annotate-story.js'),
    import('../formats/json/json.js'),
    import('../render/to-page.js'),
  ])
  const annotation = await annotateStory(story, await optionsOf(story))
  const {to: _, author: __, iri: ___, renderer: ____, title = storyTitle({...story, annotation}), ...displayOptions} = resolveDisplayOptions(given, session)
  const renderOptions = omitUndefined(displayOptions)
  const glossary = json.write(annotation.glossary)
  const version = createHash('sha256')
    .update(JSON.stringify([title, renderOptions, story.source, annotation.standoff, annotation.glossaries]))
    .digest('hex')
    .slice(0, 16)
  // Different stories are served at the same address over time; readers' choices are stored by file.
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16)
  const page = toPage(annotation, {...renderOptions, title, story: name, links: {style: '/reader.css', script: `/story.js?${version}`}})
  return {version, page, glossary}
}
