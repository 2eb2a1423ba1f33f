import type {Element, ElementContent, Root as HastRoot} from 'hast'
import {toHtml as stringify} from 'hast-util-to-html'
import {glossaryToHast} from './formats/html-list.js'
import {pageNames} from './formats/ids.js'
import {formOf, isAffix, standing} from './lexicon/entry.js'
import {renderers} from './renderers/index.js'
import {tooltip} from './renderers/tooltip.js'
import {present, toElements, wordsOf} from './stages/present.js'
import {sanitize} from './stages/sanitize.js'
import {sceneOf} from './stages/scene.js'
import {bare, fold} from './text/folding.js'
import type {Annotation, Entry, Glossary, Renderer, Scene, ShowOptions, Tree} from './types.js'

export {glossaryToHast, renderers}

/** An annotated story; of a tree alone it is not known which words of a translation render which, nor what its glossary says. */
type Shown = Tree | (Pick<Annotation<Tree>, 'tree'> & Partial<Pick<Annotation, 'standoff' | 'glossary' | 'glossaries'>>)

export interface HastOptions extends ShowOptions {
  /** How lines and words are shown: a renderer of the shelf (`renderers`), its name, or one of your own. Default `tooltip`. */
  readonly renderer?: Renderer | string | undefined
}

function rendererOf(renderer: Renderer | string): Renderer {
  if (typeof renderer !== 'string') return renderer
  const found = renderers.find(({name}) => name === renderer)
  if (!found) throw new TypeError(`There is no renderer '${renderer}'; there are ${renderers.map(({name}) => `'${name}'`).join(', ')}`)
  return found
}

/** The id of a word's entry: that of the dictionary, else the one whose spelling or form it is. */
function entryFinder(glossaries: readonly Glossary[]): Scene['entryOf'] {
  const ids = new Map<string, string>()
  for (const glossary of glossaries) {
    const {language, entries, ...rest} = standing(glossary)
    const {idOf} = pageNames({language, entries, ...rest})
    const put = (spelling: string, entry: Entry) => {
      const key = `${language}\0${bare(fold(spelling))}`
      if (!ids.has(key)) ids.set(key, idOf(entry))
    }
    const words = entries.filter((entry) => !isAffix(entry))
    for (const entry of words) put(entry.headword, entry)
    for (const entry of words) for (const spelling of [...(entry.variants ?? []), ...(entry.forms ?? []).map((form) => formOf(form).form)]) put(spelling, entry)
  }
  return ({lang, key, readings: [best]}) => ids.get(`${lang}\0${key}`) ?? (best && ids.get(`${lang}\0${bare(fold(best.entry.headword))}`))
}

/**
 * Annotated story → hast, shown as a renderer says. Whatever else is in an HTML story stays in it, scripts too; `toPage` takes out what runs.
 *
 * @throws TypeError for a renderer that is not there
 */
export function toHast(story: Shown, {renderer = tooltip, ...options}: HastOptions = {}): HastRoot {
  const {tree, standoff, glossary, glossaries = glossary ? [glossary] : []} = 'tree' in story ? story : {tree: story}
  const root = toElements(tree)
  const scene = sceneOf(root, {entryOf: entryFinder(glossaries), lists: () => glossaries.map(glossaryToHast)}, options)
  return present(root, {renderer: rendererOf(renderer), scene, words: standoff ? wordsOf(standoff.links, standoff.terms) : []})
}

const element = (tagName: string, properties: Element['properties'], ...children: (ElementContent | string)[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? {type: 'text', value: child} : child)),
})

/** What a page is made with. */
export interface PageOptions {
  readonly title: string
  /** The language that the story is told in, BCP 47. Default `'en'`. */
  readonly lang?: string
  readonly renderer?: Renderer | string
  /** Text of the style sheet (`xenogloss/reader.css`) and of the module (`xenogloss/reader`) to put into the page. */
  readonly style?: string
  readonly script?: string
}

/**
 * A whole page: the story, and the glossaries that it teaches, in one file that needs no other. Of an HTML story, its body without
 * scripts, styles, forms and frames, without what handles events, and without addresses but those of pages and pictures.
 *
 * @returns HTML
 */
export function toPage(
  {tree, glossary, glossaries = [glossary]}: Pick<Annotation<Tree>, 'tree' | 'glossary'> & Partial<Pick<Annotation, 'glossaries'>>,
  {title, lang = 'en', renderer, style, script}: PageOptions,
): string {
  const story = sanitize(toHast({tree, glossary, glossaries}, renderer ? {renderer} : {}))
  const head = [
    element('meta', {charSet: 'utf-8'}),
    element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    element('title', {}, title),
    ...(style === undefined ? [] : [element('style', {}, style)]),
  ]
  const learnt = glossaries.filter(({entries}) => entries.length > 0)
  const lists = learnt.flatMap((own) => [...(learnt.length > 1 ? [element('h3', {}, own.language)] : []), glossaryToHast(own)])
  const body = [
    element('main', {className: ['xg-story']}, ...(story.children as ElementContent[])),
    ...(lists.length === 0 ? [] : [element('section', {ariaLabel: 'Glossary'}, element('h2', {}, 'Glossary'), ...lists)]),
    ...(script === undefined ? [] : [element('script', {type: 'module'}, script)]),
  ]
  const page = element('html', {lang, className: ['xg-page']}, element('head', {}, ...head), element('body', {}, ...body))
  return `${stringify({type: 'root', children: [{type: 'doctype'}, page]})}\n`
}
