import type {ElementContent, Root as HastRoot} from 'hast'
import {toHtml as stringify} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Annotation} from '../annotate/types.js'
import {glossaryToHast} from '../formats/html/glossary-to-hast.js'
import {pageNames} from '../formats/shared/ids.js'
import {formOf, isAffix, standing} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {bare, fold} from '../prose/folding.js'
import type {Tree} from '../source/types.js'
import {sceneOf} from './render-context.js'
import {renderers} from './renderers/index.js'
import {tooltip} from './renderers/tooltip.js'
import {sanitize} from './sanitize.js'
import {present, toElements, wordsOf} from './show-nodes.js'
import type {RenderContext, Renderer, RenderOptions} from './types.js'

/** An annotated story; of a tree alone it is not known which words of a translation render which, nor what its glossary says. */
export type Shown = Tree | (Pick<Annotation<Tree>, 'tree'> & Partial<Pick<Annotation, 'standoff' | 'glossary' | 'glossaries'>>)

/** How a story is shown. */
export interface HastOptions extends RenderOptions {
  /** How lines and words are shown: a renderer of the shelf (`renderers`), its name, or one of your own. Default `tooltip`. */
  readonly renderer?: Renderer | string | undefined
  /**
   * Where the entries are to which words refer: `enclosed` behind the story by a renderer that needs them (hidden, by `tooltip`), or
   * `apart`, where the page shows `glossaryToHast` itself. Default `'enclosed'`.
   */
  readonly entries?: 'enclosed' | 'apart' | undefined
}

function rendererOf(renderer: Renderer | string): Renderer {
  if (typeof renderer !== 'string') return renderer
  const found = renderers.find(({name}) => name === renderer)
  if (!found) throw new TypeError(`There is no renderer '${renderer}'; there are ${renderers.map(({name}) => `'${name}'`).join(', ')}`)
  return found
}

/** A word's entry and its id: that of the dictionary, else the one whose spelling or form it is. */
function entryFinder(glossaries: readonly Glossary[]): RenderContext['entryOf'] {
  const found = new Map<string, {readonly id: string; readonly entry: Entry}>()
  for (const glossary of glossaries) {
    const {language, entries, ...rest} = standing(glossary)
    const {idOf} = pageNames({language, entries, ...rest})
    const put = (spelling: string, entry: Entry) => {
      const key = `${language}\0${bare(fold(spelling))}`
      if (!found.has(key)) found.set(key, {id: idOf(entry), entry})
    }
    const words = entries.filter((entry) => !isAffix(entry))
    for (const entry of words) put(entry.headword, entry)
    for (const entry of words) for (const spelling of [...(entry.variants ?? []), ...(entry.forms ?? []).map((form) => formOf(form).form)]) put(spelling, entry)
  }
  return ({lang, key, readings: [best]}) => found.get(`${lang}\0${key}`) ?? (best && found.get(`${lang}\0${bare(fold(best.entry.headword))}`))
}

/**
 * Annotated story → hast, shown as a renderer says. Whatever else is in an HTML story stays in it, scripts too; `toPage` takes out what runs.
 *
 * @throws TypeError for a renderer that is not there
 */
export function toHast(story: Shown, {renderer = tooltip, entries = 'enclosed', ...options}: HastOptions = {}): HastRoot {
  const {tree, standoff, glossary, glossaries = glossary ? [glossary] : []} = 'tree' in story ? story : {tree: story}
  const root = toElements(tree)
  const scene = sceneOf(
    root,
    {entryOf: entryFinder(glossaries), lists: () => (entries === 'apart' ? [] : glossaries.filter((own) => own.entries.length > 0).map(glossaryToHast))},
    options,
  )
  return present(root, {renderer: rendererOf(renderer), scene, words: standoff ? wordsOf(standoff.links, standoff.terms) : []})
}

/** What a page is made with. */
export interface PageOptions extends RenderOptions {
  readonly title: string
  readonly renderer?: Renderer | string | undefined
  /** By what name the reader's choices are remembered in the browser (`data-xg-story`). Default: by the address of the page. */
  readonly story?: string | undefined
  /** Text of the style sheet (`xenogloss/reader.css`) and of the script (`xenogloss/reader/page`) to put into the page. */
  readonly style?: string
  readonly script?: string
  /** Addresses of the same, for pages that allow nothing inline. */
  readonly links?: {readonly style?: string | undefined; readonly script?: string | undefined} | undefined
}

/**
 * A whole page: the story, and the glossaries that it teaches, in one file that needs no other. Of an HTML story, its body without
 * scripts, styles, forms and frames, without what handles events, and without addresses but those of pages and pictures.
 *
 * @returns HTML
 */
export function toPage(
  {tree, standoff, glossary, glossaries = [glossary]}: Pick<Annotation<Tree>, 'tree' | 'glossary'> & Partial<Pick<Annotation, 'standoff' | 'glossaries'>>,
  {title, lang = 'en', renderer = tooltip, story: name, style, script, links, ...options}: PageOptions,
): string {
  // The page shows the entries that tips are made of.
  const entries = rendererOf(renderer) === tooltip ? 'apart' : 'enclosed'
  const story = sanitize(toHast({tree, glossary, glossaries, ...(standoff && {standoff})}, {...options, lang, renderer, entries}))
  const head = [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('title', {}, title),
    ...(style === undefined ? [] : [h('style', {}, style)]),
    ...(links?.style === undefined ? [] : [h('link', {rel: ['stylesheet'], href: links.style})]),
    ...(links?.script === undefined ? [] : [h('script', {type: 'module', src: links.script})]),
  ]
  const learnt = glossaries.filter(({entries}) => entries.length > 0)
  const lists = learnt.flatMap((own) => [...(learnt.length > 1 ? [h('h3', {}, own.language)] : []), glossaryToHast(own)])
  const body = [
    h('main', {className: ['xg-story'], dataXgStory: name}, story.children as ElementContent[]),
    ...(lists.length === 0 ? [] : [h('section', {ariaLabel: 'Glossary'}, [h('h2', {}, 'Glossary'), ...lists])]),
    ...(script === undefined ? [] : [h('script', {type: 'module'}, script)]),
  ]
  const page = h('html', {lang, className: ['xg-page']}, h('head', {}, ...head), h('body', {}, ...body))
  return `${stringify({type: 'root', children: [{type: 'doctype'}, page]})}\n`
}
