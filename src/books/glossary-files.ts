import type {Element, ElementContent} from 'xast'
import {createPages, searchKeyGroups, searchKeyMapRoot} from '../formats/epub/epub-dictionary.js'
import {serializeXml} from '../formats/shared/xml-write.js'
import {groupByInitial} from '../lexicon/alphabet.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
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

/**
 * Writes a glossary as pages of a book.
 *
 * @param dictionary without rejected entries and characters that XML does not allow
 * @param options.folder where the pages lie, with a slash at its end
 * @param options.number of the glossary among those of the book, from 1
 * @param options.searchKeys whether reading systems can look words up; EPUB 3 only
 */
export function createGlossaryFiles(
  dictionary: Dictionary,
  {folder, number, isVersion3, searchKeys}: {folder: string; number: number; isVersion3: boolean; searchKeys: boolean},
): GlossaryFiles {
  const pages = createPages(dictionary, groupByInitial(dictionary), {exampleOf: () => undefined, semantics: 'glossary'})
  const id = `${ADDITION_PREFIX}${number}-`
  const placeOf = new Map(pages.flatMap(({entries}) => entries.map(({entry, href}) => [entry, folder + href] as const)))
  const files = pages.map(({id: page, path, createDocument}): AddedFile => {
    const root = createDocument()
    return {id: id + page, path: folder + path, mediaType: DOCUMENT, content: serializeXml(isVersion3 ? root : toXhtml11(root))}
  })
  const style = {id: `${id}style`, path: `${folder}style.css`, mediaType: 'text/css', content: GLOSSARY_STYLE}
  const keys = {
    id: `${id}search-keys`,
    path: `${folder}search-key-map.xml`,
    mediaType: 'application/vnd.epub.search-key-map+xml',
    properties: 'search-key-map glossary',
    content: searchKeys && isVersion3 ? serializeXml(searchKeyMapRoot(dictionary), searchKeyGroups(pages)) : '',
  }
  return {files: [...files, style, ...(keys.content === '' ? [] : [keys])], placeOf}
}
