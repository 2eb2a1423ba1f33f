import type {Root as HastRoot} from 'hast'
import type {Annotation} from '../annotate/types.js'
import {glossaryToHast} from '../formats/html/glossary-to-hast.js'
import {assignPageIds} from '../formats/shared/ids.js'
import {isAffix, toForm, withoutRejected} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import {lazy} from '../util/lazy.js'
import {findRenderer} from './find-renderer.js'
import {createPartsFinder} from './learned-parts.js'
import {createRenderContext} from './render-context.js'
import {collectTranslatedWords, renderNodes} from './render-nodes.js'
import {tooltip} from './renderers/tooltip.js'
import {DEFAULT_PREFIX, type HastOptions, type RenderContext, type TermEntry} from './types.js'

/** Returns a function that finds the entry of a term: by spelling or form, else by the headword of its best reading. */
function createEntryFinder(glossaries: readonly Glossary[], prefix: string): RenderContext['entryOf'] {
  const entriesByKey = new Map<string, TermEntry>()
  for (const glossary of glossaries) {
    const {language, entries, ...rest} = withoutRejected(glossary)
    const {idOf} = assignPageIds({language, entries, ...rest}, prefix)
    const findParts = lazy(() => createPartsFinder({language, entries, ...rest}))
    const add = (spelling: string, entry: Entry) => {
      const key = `${language}\0${stripApostrophes(fold(spelling))}`
      if (!entriesByKey.has(key)) entriesByKey.set(key, {id: idOf(entry), entry, learnedParts: () => findParts()(entry)})
    }
    const words = entries.filter((entry) => !isAffix(entry))
    for (const entry of words) add(entry.headword, entry)
    for (const entry of words) for (const spelling of [...(entry.variants ?? []), ...(entry.forms ?? []).map((form) => toForm(form).form)]) add(spelling, entry)
  }
  return ({lang, key, readings: [best]}) =>
    entriesByKey.get(`${lang}\0${key}`) ?? (best && entriesByKey.get(`${lang}\0${stripApostrophes(fold(best.entry.headword))}`))
}

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
