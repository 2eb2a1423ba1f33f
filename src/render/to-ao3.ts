import type {Element, ElementContent, Root} from 'hast'
import {sanitize as restrict, type Schema} from 'hast-util-sanitize'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import * as v from 'valibot'
import type {Annotation} from '../annotate/types.js'
import {sortAlphabetically} from '../lexicon/alphabet.js'
import {isAffix, sensesOf, withoutRejected} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import type {Tree} from '../source/types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {createRenderFields} from './render-options-schema.js'
import {renderStory} from './render-story.js'
import {sanitize} from './sanitize.js'
import {toElements} from './to-elements.js'
import type {RenderOptions} from './types.js'

/** Limits of the archive in code points, tags included (config.yml of otwcode/otwarchive, August 2026). */
const CHAPTER_LIMIT = 510_000
const NOTES_LIMIT = 5000

const TAGS =
  'a abbr acronym address b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 ' +
  'h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var'

/** What the archive's sanitizers allow (sanitizer_config.rb, user_class_sanitizer.rb). */
const SCHEMA: Schema = {
  tagNames: TAGS.split(' '),
  attributes: {
    '*': ['align', 'dir', 'lang', 'title', ['className', /^[a-zA-Z][\w-]+$/]],
    a: ['href', 'name'],
    img: ['src', 'alt', 'width', 'height'],
  },
  protocols: {href: ['http', 'https', 'mailto'], src: ['http', 'https']},
  strip: ['script', 'style'],
  clobber: [],
}

const createOptionsSchema = () =>
  v.strictObject({
    ...createRenderFields(),
    renderer: v.optional(v.picklist(['ao3', 'ruby'])),
    chapter: v.optional(v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'a number from 0 on'))),
  })

/** HTML for one field of the archive's posting form. */
export interface Ao3Text {
  readonly html: string
  /** Length in code points, tags included, as the archive counts. */
  readonly characters: number
  /** The archive's limit for this field. */
  readonly limit: number
}

/** Options of `toAo3`. */
export interface Ao3Options extends Omit<RenderOptions, 'prefix'> {
  /** `ao3`: translations as tooltips, which need the work skin; `ruby`: meanings above words, which need none. Default `'ao3'`. */
  readonly renderer?: 'ao3' | 'ruby' | undefined
  /** Number of the chapter in its work; keeps the anchor names of chapters apart. Default 1. */
  readonly chapter?: number | undefined
}

/** A chapter as the fields of the archive's posting form. */
export interface Ao3Chapter {
  readonly chapter: Ao3Text
  /** The glossary, split to fit into end notes: the first piece is for this chapter's, the others for another place. */
  readonly notes: readonly Ao3Text[]
}

const lengthOf = (text: string): number => [...text].length
const toField = (html: string, limit: number): Ao3Text => ({html, characters: lengthOf(html), limit})

/** The archive turns newlines into `<br>` and blank lines into paragraphs: replaces them by a space within blocks, by nothing between. */
function removeNewlines(nodes: readonly ElementContent[], inBlock: boolean): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') {
      const value = node.value.replace(/\s*[\r\n]\s*/gu, ' ')
      return !inBlock && value.trim() === '' ? [] : [{...node, value}]
    }
    if (node.type !== 'element' || node.tagName === 'pre') return [node]
    return [{...node, children: removeNewlines(node.children, inBlock || !CONTAINERS.has(node.tagName))}]
  })
}
const CONTAINERS: ReadonlySet<string> = new Set('blockquote details div dl figure ol table tbody tfoot thead tr ul'.split(' '))

function toAo3Html(root: Root): string {
  // First only what shows: of a page its body, without its title and what is hidden.
  const sanitized = restrict(sanitize(root), SCHEMA) as Root
  return toHtml({...sanitized, children: removeNewlines(sanitized.children as ElementContent[], false)})
}

function toListItem(entry: Entry, lang: string): Element[] {
  const {headword, variants = []} = entry
  const words = [headword, ...variants].flatMap((word, i) => [...(i > 0 ? [', '] : []), h('i', {lang, dir: 'auto'}, [word])])
  const meanings = sensesOf(entry).map(({definition}) => definition)
  return [h('dt', {}, words), h('dd', {}, [meanings.join('; ') || '(unknown)'])]
}

/** Splits a glossary into lists that fit into a note. An entry too long for a note keeps its headword only. */
function toNotes(glossary: Glossary): Ao3Text[] {
  const {language} = glossary
  const tagsLength = lengthOf('<dl></dl>')
  const lists: string[] = []
  let list = ''
  for (const entry of sortAlphabetically(withoutRejected(glossary))) {
    const item = toAo3Html({type: 'root', children: toListItem(entry, language)})
    const fitting =
      lengthOf(item) + tagsLength <= NOTES_LIMIT ? item : toAo3Html({type: 'root', children: toListItem({headword: entry.headword, senses: ['…']}, language)})
    if (list !== '' && lengthOf(list) + lengthOf(fitting) + tagsLength > NOTES_LIMIT) {
      lists.push(list)
      list = ''
    }
    list += fitting
  }
  return [...lists, ...(list === '' ? [] : [list])].map((items) => toField(`<dl>${items}</dl>`, NOTES_LIMIT))
}

/**
 * Renders a chapter for the posting form of the Archive of Our Own, and its glossary for the end notes. The archive's sanitizers leave the
 * HTML unchanged. Translations follow their utterances in brackets, which the work skin (`xenogloss/ao3.css`, one for all works) turns into
 * tooltips; without the skin, and in downloads, they read as the author's own brackets.
 *
 * @returns HTML of the chapter and the notes, each with its length and the archive's limit
 * @throws TypeError for wrong options
 */
export function toAo3(annotation: Annotation<Tree>, given: Ao3Options = {}): Ao3Chapter {
  const {renderer = 'ao3', chapter = 1, gloss = 'moved', ...options} = checkOptionsBySchema(createOptionsSchema, given)
  const root = renderStory(toElements(annotation.tree), annotation, {
    ...options,
    renderer,
    gloss: renderer === 'ruby' ? 'kept' : gloss,
    prefix: `xg-${chapter}-`,
  })
  const glossaries = annotation.glossaries.map((glossary) => ({...glossary, entries: glossary.entries.filter((entry) => !isAffix(entry))}))
  return {chapter: toField(toAo3Html(root), CHAPTER_LIMIT), notes: glossaries.filter(({entries}) => entries.length > 0).flatMap(toNotes)}
}
