import type {ElementContent} from 'hast'
import {toHtml as stringify} from 'hast-util-to-html'
import {h} from 'hastscript'
import * as v from 'valibot'
import type {Annotation} from '../annotate/types.js'
import {glossaryToHast} from '../formats/html/glossary-to-hast.js'
import type {Tree} from '../source/types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {findRenderer} from './find-renderer.js'
import {addPageHeading} from './page-heading.js'
import {createRendererFields, createRenderFields} from './render-options-schema.js'
import {renderStory} from './render-story.js'
import {tooltip} from './renderers/tooltip.js'
import {sanitize} from './sanitize.js'
import {toElements} from './to-elements.js'
import type {Renderer, RenderOptions} from './types.js'

/** Options of `toPage`. */
export interface PageOptions extends RenderOptions {
  readonly title: string
  readonly renderer?: Renderer | string | undefined
  /** Key under which the browser stores the reader's settings (`data-xg-story`). Default: the path of the page. */
  readonly story?: string | undefined
  /** Text of the style sheet (`xenogloss/reader.css`) and of the script (`xenogloss/reader/page`) to inline. */
  readonly style?: string
  readonly script?: string
  /** URLs of the style sheet and the script, for pages that allow no inline content. */
  readonly links?: {readonly style?: string | undefined; readonly script?: string | undefined} | undefined
}

const createText = () => v.optional(v.string())
const createSchema = () =>
  v.strictObject({
    ...createRenderFields(),
    ...createRendererFields(),
    title: v.string(),
    story: createText(),
    style: createText(),
    script: createText(),
    links: v.optional(v.strictObject({style: createText(), script: createText()})),
  })

/**
 * Makes a self-contained page of the story and its glossaries, with the title as its heading unless the story has one. An HTML story
 * contributes its body without scripts, styles, forms, frames, event handlers, and URLs other than those of pages and pictures.
 *
 * @returns HTML
 * @throws TypeError for wrong options
 */
export function toPage(
  {
    tree,
    standoff,
    glossary,
    glossaries = [glossary],
    hostLanguage = 'en',
  }: Pick<Annotation<Tree>, 'tree' | 'glossary'> & Partial<Pick<Annotation, 'standoff' | 'glossaries' | 'hostLanguage'>>,
  given: PageOptions,
): string {
  const {title, lang = hostLanguage, renderer = tooltip, story: storageKey, style, script, links, ...options} = checkOptionsBySchema(createSchema, given)
  // Tooltips read their entries from the glossary of the page.
  const entries = findRenderer(renderer) === tooltip ? 'apart' : 'enclosed'
  const sanitized = sanitize(
    renderStory(toElements(tree, options.prefix), {glossary, glossaries, ...(standoff && {standoff})}, {...options, lang, renderer, entries}),
  )
  const {header, story} = addPageHeading(sanitized.children as ElementContent[], title)
  const head = [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('title', {}, title),
    ...(style === undefined ? [] : [h('style', {}, style)]),
    ...(links?.style === undefined ? [] : [h('link', {rel: ['stylesheet'], href: links.style})]),
    ...(links?.script === undefined ? [] : [h('script', {type: 'module', src: links.script})]),
  ]
  const nonEmpty = glossaries.filter(({entries}) => entries.length > 0)
  const lists = nonEmpty.flatMap((own) => [...(nonEmpty.length > 1 ? [h('h3', {}, own.language)] : []), glossaryToHast(own, {prefix: options.prefix})])
  const body = [
    ...header,
    h('main', {className: ['xg-story'], dataXgStory: storageKey}, story),
    ...(lists.length === 0 ? [] : [h('section', {ariaLabel: 'Glossary'}, [h('h2', {}, 'Glossary'), ...lists])]),
    ...(script === undefined ? [] : [h('script', {type: 'module'}, script)]),
  ]
  const page = h('html', {lang, className: ['xg-page']}, h('head', {}, ...head), h('body', {}, ...body))
  return `${stringify({type: 'root', children: [{type: 'doctype'}, page]})}\n`
}
