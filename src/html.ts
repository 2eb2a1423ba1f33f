import type {Element, ElementContent, Root as HastRoot} from 'hast'
import {toHtml as stringify} from 'hast-util-to-html'
import {glossaryToHast} from './formats/html-list.js'
import {renderers} from './renderers/index.js'
import {tooltip} from './renderers/tooltip.js'
import {present} from './stages/present.js'
import {sanitize} from './stages/sanitize.js'
import type {Annotation, Renderer, Tree} from './types.js'

export {glossaryToHast, renderers}

/**
 * Annotated tree → hast; one that is hast is left as it is. Whatever else is in an HTML story stays in it, scripts too; `toPage`
 * takes out what runs.
 *
 * @param options.renderer how lines and words are shown; a renderer of the shelf (`renderers`) or of your own
 */
export function toHast(tree: Tree, {renderer = tooltip}: {renderer?: Renderer} = {}): HastRoot {
  return present(tree, {renderer})
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
  readonly renderer?: Renderer
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
  const story = sanitize(toHast(tree, renderer ? {renderer} : {}))
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
