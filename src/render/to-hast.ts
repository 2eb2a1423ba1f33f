import type {Root as HastRoot} from 'hast'
import type {Annotation} from '../annotate/types.js'
import {glossaryToHast} from '../formats/html/glossary-to-hast.js'
import {assignPageIds} from '../formats/shared/ids.js'
import {isAffix, toForm, withoutRejected} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import type {Tree} from '../source/types.js'
import {lazy} from '../util/lazy.js'
import {findRenderer} from './find-renderer.js'
import {createPartsFinder} from './learned-parts.js'
import {createRenderContext} from './render-context.js'
import {collectTranslatedWords, renderNodes} from './render-nodes.js'
import {tooltip} from './renderers/tooltip.js'
import {toElements} from './to-elements.js'
import type {RenderContext, Renderer, RenderOptions, TermEntry} from './types.js'

/** An annotation, or its tree alone, which has no word links and no glossary entries. */
export type RenderInput = Tree | (Pick<Annotation<Tree>, 'tree'> & Partial<Pick<Annotation, 'standoff' | 'glossary' | 'glossaries'>>)

/** Options of `toHast`. */
export interface HastOptions extends RenderOptions {
  /** A renderer, or the name of a built-in one (see `renderers`). Default `tooltip`. */
  readonly renderer?: Renderer | string | undefined
  /**
   * Where the glossary entries are that terms refer to: `enclosed` lets the renderer append them to the story (`tooltip` hides them);
   * `apart` leaves it to the page to show `glossaryToHast`. Default `'enclosed'`.
   */
  readonly entries?: 'enclosed' | 'apart' | undefined
}

/** Returns a function that finds the entry of a term: by spelling or form, else by the headword of its best reading. */
function createEntryFinder(glossaries: readonly Glossary[]): RenderContext['entryOf'] {
  const entriesByKey = new Map<string, TermEntry>()
  for (const glossary of glossaries) {
    const {language, entries, ...rest} = withoutRejected(glossary)
    const {idOf} = assignPageIds({language, entries, ...rest})
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

/**
 * Renders an annotated story as hast. Everything else in an HTML story stays, scripts included; `toPage` removes active content.
 *
 * @throws TypeError for an unknown renderer name
 */
export function toHast(story: RenderInput, {renderer = tooltip, entries = 'enclosed', ...options}: HastOptions = {}): HastRoot {
  const {tree, standoff, glossary, glossaries = glossary ? [glossary] : []} = 'tree' in story ? story : {tree: story}
  const root = toElements(tree)
  const lists = () => (entries === 'apart' ? [] : glossaries.filter((own) => own.entries.length > 0).map(glossaryToHast))
  const context = createRenderContext(root, {entryOf: createEntryFinder(glossaries), lists}, options)
  const words = standoff ? collectTranslatedWords(standoff.links, standoff.terms) : []
  return renderNodes(root, {renderer: findRenderer(renderer), context, words})
}
