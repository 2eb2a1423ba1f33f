import type {Element, ElementContent, Root} from 'hast'
import {type Schema, sanitize} from 'hast-util-sanitize'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Annotation} from '../annotate/types.js'
import {inAlphabet} from '../lexicon/alphabet.js'
import {isAffix, sensesOf, standing} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import type {Tree} from '../source/types.js'
import {toHast} from './to-hast.js'
import type {RenderOptions} from './types.js'

/** Characters (code points, tags included) that the archive takes: config.yml of otwcode/otwarchive, August 2026. */
const CHAPTER = 510_000
const NOTES = 5000

const TAGS =
  'a abbr acronym address b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 ' +
  'h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var'

/** What the archive's cleaners let through (sanitizer_config.rb, user_class_sanitizer.rb). */
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

/** A piece of HTML for one field of the archive's form. */
export interface Ao3Text {
  readonly html: string
  /** Code points, tags included, as the archive counts. */
  readonly characters: number
  /** How many the archive takes there. */
  readonly limit: number
}

/** How a chapter is shown. */
export interface Ao3Options extends Omit<RenderOptions, 'prefix'> {
  /** Lines as links with tips, by the work skin, or meanings above words, which need no skin. Default `'ao3'`. */
  readonly renderer?: 'ao3' | 'ruby' | undefined
  /** Which chapter of its work it is: names of one do not lead into another. Default 1. */
  readonly chapter?: number | undefined
}

/** What goes into the archive's form. */
export interface Ao3Chapter {
  readonly chapter: Ao3Text
  /** The glossary, in as many pieces as end notes have to be: the first for this chapter's, others for another place. */
  readonly notes: readonly Ao3Text[]
}

const lengthOf = (text: string): number => [...text].length
const field = (html: string, limit: number): Ao3Text => ({html, characters: lengthOf(html), limit})

/** A newline is a `<br>` there, and a blank line a paragraph: within blocks white space is a space, between them nothing. */
function unbroken(nodes: readonly ElementContent[], inBlock: boolean): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') {
      const value = node.value.replace(/\s*[\r\n]\s*/gu, ' ')
      return !inBlock && value.trim() === '' ? [] : [{...node, value}]
    }
    if (node.type !== 'element' || node.tagName === 'pre') return [node]
    return [{...node, children: unbroken(node.children, inBlock || !HOLDERS.has(node.tagName))}]
  })
}
const HOLDERS: ReadonlySet<string> = new Set('blockquote details div dl figure ol table tbody tfoot thead tr ul'.split(' '))

function print(root: Root): string {
  const clean = sanitize(root, SCHEMA) as Root
  return toHtml({...clean, children: unbroken(clean.children as ElementContent[], false)})
}

function listed(entry: Entry, lang: string): Element[] {
  const {headword, variants = []} = entry
  const words = [headword, ...variants].flatMap((word, i) => [...(i > 0 ? [', '] : []), h('i', {lang, dir: 'auto'}, [word])])
  const meanings = sensesOf(entry).map(({definition}) => definition)
  return [h('dt', {}, words), h('dd', {}, [meanings.join('; ') || '(unknown)'])]
}

/** A glossary in lists that fit. An entry that does not fit by itself is cut. */
function notesOf(glossary: Glossary): Ao3Text[] {
  const {language} = glossary
  const open = lengthOf('<dl></dl>')
  const lists: string[] = []
  let list = ''
  for (const entry of inAlphabet(standing(glossary))) {
    const printed = print({type: 'root', children: listed(entry, language)})
    const fitting = lengthOf(printed) + open <= NOTES ? printed : print({type: 'root', children: listed({headword: entry.headword, senses: ['…']}, language)})
    if (list !== '' && lengthOf(list) + lengthOf(fitting) + open > NOTES) {
      lists.push(list)
      list = ''
    }
    list += fitting
  }
  return [...lists, ...(list === '' ? [] : [list])].map((own) => field(`<dl>${own}</dl>`, NOTES))
}

/**
 * A chapter for the Archive of Our Own, as its form takes it, and its glossary for the end notes. The HTML passes the archive's cleaners
 * unchanged; the translations of lines stand behind them in brackets, which the work skin (`xenogloss/ao3.css`, one for all works) makes
 * tips: without the skin, and in downloads, the story reads as if its author had set them so.
 *
 * @returns HTML for the chapter and the notes, with what the archive counts and what it takes
 */
export function toAo3(annotation: Annotation<Tree>, {renderer = 'ao3', chapter = 1, gloss = 'moved', ...options}: Ao3Options = {}): Ao3Chapter {
  const root = toHast(annotation, {...options, renderer, gloss: renderer === 'ruby' ? 'kept' : gloss, prefix: `xg-${chapter}-`})
  const learnt = annotation.glossaries.map((glossary) => ({...glossary, entries: glossary.entries.filter((entry) => !isAffix(entry))}))
  return {chapter: field(print(root), CHAPTER), notes: learnt.filter(({entries}) => entries.length > 0).flatMap(notesOf)}
}
