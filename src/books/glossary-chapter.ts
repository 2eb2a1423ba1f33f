import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {createPages, searchKeyGroups, searchKeyMapRoot} from '../formats/epub/epub-dictionary.js'
import {createExampleFinder, type Example} from '../formats/shared/examples.js'
import {replaceInvalidCharacters, serializeXml} from '../formats/shared/xml-write.js'
import {groupByInitial} from '../lexicon/alphabet.js'
import {withoutRejected} from '../lexicon/entry.js'
import type {Dictionary, Entry, Glossary} from '../lexicon/types.js'
import type {AnnotatedStory} from '../source/annotation-types.js'
import {ADDITION_PREFIX} from './remove-additions.js'
import {GLOSSARY_STYLE} from './style.js'

/** A file that is added to a book. */
export interface AddedFile {
  readonly id: string
  /** From the root of the book. */
  readonly path: string
  readonly mediaType: string
  readonly properties?: string
  readonly content: string
}

/** The glossary of a language, as pages of a book. */
export interface GlossaryFiles {
  /** The pages, in reading order, and the map of search keys. */
  readonly files: readonly AddedFile[]
  /** Paths of entries with their fragments. */
  readonly placeOf: ReadonlyMap<Entry, string>
}

const DOCUMENT = 'application/xhtml+xml'

/** Elements of HTML that XHTML 1.1 does not have, and what stands for them. */
const XHTML_1_1: Readonly<Record<string, string>> = {article: 'div', section: 'div'}
const NOT_IN_XHTML_1_1: ReadonlySet<string> = new Set(['lang', 'dir', 'epub:type', 'xmlns:epub'])

/** Rewrites a page for EPUB 2, whose documents are XHTML 1.1. */
function toXhtml11(node: Element): Element {
  const attributes = Object.fromEntries(Object.entries(node.attributes).filter(([name]) => !NOT_IN_XHTML_1_1.has(name)))
  const typed = node.name === 'link' ? {...attributes, type: 'text/css'} : attributes
  const children = node.children.map((child): ElementContent => (child.type === 'element' ? toXhtml11(child) : child))
  return {...node, name: XHTML_1_1[node.name] ?? node.name, attributes: typed, children}
}

interface GlossaryOptions {
  readonly exampleOf: FindExample
  /** Heading of the first page. */
  readonly title: string
  /** Where the pages lie, with a slash at its end. */
  readonly folder: string
  /** Of the glossary among those of the book, from 1. */
  readonly number: number
  readonly isVersion3: boolean
  /** Whether reading systems can look words up; EPUB 3 only. */
  readonly searchKeys: boolean
}

/** Puts a heading at the beginning of a page. */
function withHeading(page: Element, title: string): Element {
  const children = page.children.map((child) =>
    child.type === 'element' && child.name === 'body' ? {...child, children: [x('h1', title), ...child.children]} : child,
  )
  return {...page, children}
}

/** Finds an utterance with its translation in which a word stands. */
export type FindExample = (entry: Entry) => Pick<Example, 'text' | 'translation'> | undefined

/** Creates a function that finds such examples in a story. */
export function createTranslatedExamples(story: AnnotatedStory): FindExample {
  const examplesOf = createExampleFinder([story])
  return (entry) => {
    const [first] = examplesOf(entry)
    return first?.translation === undefined ? undefined : replaceInvalidCharacters({text: first.text, translation: first.translation})
  }
}

/** A glossary as a book shows it: without rejected entries and those of which nothing is known. */
export function toShownGlossary(glossary: Glossary, exampleOf: FindExample): Glossary {
  const {entries, ...rest} = withoutRejected(glossary) as Glossary
  const shown = entries.filter((entry) => entry.senses?.length || entry.notes !== undefined || exampleOf(entry))
  // Places need no cleaning, and there are many of them.
  return {...replaceInvalidCharacters(rest), entries: shown.map(({evidence, ...entry}) => ({...replaceInvalidCharacters(entry), ...(evidence && {evidence})}))}
}

/**
 * Writes a glossary as pages of a book.
 *
 * @param glossary as `toShownGlossary` returns it
 */
export function createGlossaryFiles(glossary: Dictionary, {exampleOf, title, folder, number, isVersion3, searchKeys}: GlossaryOptions): GlossaryFiles {
  const pages = createPages(glossary, groupByInitial(glossary), {exampleOf, semantics: 'glossary'})
  const id = `${ADDITION_PREFIX}${number}-`
  const placeOf = new Map(pages.flatMap(({entries}) => entries.map(({entry, href}) => [entry, folder + href] as const)))
  const files = pages.map(({id: page, path, createDocument}, index): AddedFile => {
    const root = index === 0 ? withHeading(createDocument(), title) : createDocument()
    return {id: id + page, path: folder + path, mediaType: DOCUMENT, content: serializeXml(isVersion3 ? root : toXhtml11(root))}
  })
  const style = {id: `${id}style`, path: `${folder}style.css`, mediaType: 'text/css', content: GLOSSARY_STYLE}
  const keys = {
    id: `${id}search-keys`,
    path: `${folder}search-key-map.xml`,
    mediaType: 'application/vnd.epub.search-key-map+xml',
    properties: 'search-key-map glossary',
    content: searchKeys && isVersion3 ? serializeXml(searchKeyMapRoot(glossary), searchKeyGroups(pages)) : '',
  }
  return {files: [...files, style, ...(keys.content === '' ? [] : [keys])], placeOf}
}
