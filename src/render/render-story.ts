import type {Root as HastRoot} from 'hast'
import type {Annotation} from '../annotate/types.js'
import {glossaryToHast} from '../formats/html/glossary-to-hast.js'
import {createEntryFinder} from './entry-finder.js'
import {findRenderer} from './find-renderer.js'
import {createRenderContext} from './render-context.js'
import {renderNodes} from './render-nodes.js'
import {tooltip} from './renderers/tooltip.js'
import {collectTranslatedWords} from './translated-words.js'
import {DEFAULT_PREFIX, type HastOptions} from './types.js'

/** What is known of a story beside its tree. */
export type StoryData = Partial<Pick<Annotation, 'standoff' | 'glossary' | 'glossaries' | 'hostLanguage'>>

/**
 * Renders a story whose xenogloss nodes are elements with `data.xenogloss`.
 *
 * @param options already checked
 */
export function renderStory(
  root: HastRoot,
  {standoff, glossary, glossaries = glossary ? [glossary] : [], hostLanguage}: StoryData,
  given: HastOptions,
): HastRoot {
  const {renderer = tooltip, entries = 'enclosed', ...options} = given
  const {prefix = DEFAULT_PREFIX} = options
  const lists = () => (entries === 'apart' ? [] : glossaries.filter((own) => own.entries.length > 0).map((own) => glossaryToHast(own, {prefix})))
  const context = createRenderContext(root, {entryOf: createEntryFinder(glossaries, prefix), lists}, {...options, lang: options.lang ?? hostLanguage})
  const words = standoff ? collectTranslatedWords(standoff.links, standoff.terms) : []
  return renderNodes(root, {renderer: findRenderer(renderer), context, words})
}
