import * as v from 'valibot'
import {x} from 'xastscript'
import type {Annotation} from '../annotate/types.js'
import {createPages, searchKeyGroups, searchKeyMapRoot} from '../formats/epub/epub-dictionary.js'
import {type BookMetadata, type BookPage, containerDocument, documentOf, navigationDocument, packageDocument} from '../formats/shared/epub-package.js'
import {replaceInvalidCharacters, serializeXml} from '../formats/shared/xml-write.js'
import {zip} from '../formats/shared/zip.js'
import {mergeGlossaries} from '../glossary/merge-glossaries.js'
import {groupByInitial} from '../lexicon/alphabet.js'
import {withoutRejected} from '../lexicon/entry.js'
import type {Glossary} from '../lexicon/types.js'
import type {Tree} from '../source/types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {uuidOf} from '../util/uuid.js'
import {toEpubContent} from './epub-content.js'
import {createRenderFields} from './render-options-schema.js'
import {renderStory} from './render-story.js'
import {popupNotes} from './renderers/popup-notes.js'
import {ruby} from './renderers/ruby.js'
import {sanitize} from './sanitize.js'
import {toElements} from './to-elements.js'
import type {RenderOptions} from './types.js'

/** An annotated story as a chapter of a book. */
export interface Chapter extends Pick<Annotation<Tree>, 'tree' | 'standoff' | 'glossary' | 'glossaries'>, Partial<Pick<Annotation, 'hostLanguage'>> {
  /** Title in the table of contents. Default `Chapter 1` and so on. */
  readonly title?: string | undefined
}

/** Options of `toEpub`. */
export interface EpubOptions extends Omit<RenderOptions, 'prefix'> {
  readonly title: string
  readonly author?: string | undefined
  /** Shows translations as pop-up notes, or meanings above words. Default `'popup-notes'`. */
  readonly renderer?: 'popup-notes' | 'ruby' | undefined
  /** Whether to append the glossary of the chapters, in which reading systems can look words up. Default true. */
  readonly glossary?: boolean | undefined
  /** Modification date of the book. Default 1 January 2000, so that the same input gives the same file. */
  readonly modified?: Date | undefined
}

const createSchema = () =>
  v.strictObject({
    ...createRenderFields(),
    title: v.pipe(v.string(), v.regex(/\S/u, 'a text that is not empty')),
    author: v.optional(v.string()),
    renderer: v.optional(v.picklist(['popup-notes', 'ruby'])),
    glossary: v.optional(v.boolean()),
    modified: v.optional(v.date('a valid date')),
  })

/** Names in a book must not be blank. */
const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** No pixel sizes and no colors, so that the reader's own settings apply. */
const STYLE = `h1, h2 { text-align: center; line-height: 1.2; }
aside { margin: 0.4em 0; font-size: 0.9em; }
rt { font-size: 0.55em; }
article { margin: 0 0 0.8em; }
article p, article ol { margin: 0 0 0.2em; }
dfn { font-style: normal; font-weight: bold; }
`

/** Merges the glossaries of the chapters by language and returns the largest. */
function mainGlossary(chapters: readonly Chapter[]): Glossary | undefined {
  const byLanguage = new Map<string, Glossary[]>()
  for (const {glossaries} of chapters) {
    for (const glossary of glossaries)
      if (glossary.entries.length > 0) byLanguage.set(glossary.language, [...(byLanguage.get(glossary.language) ?? []), glossary])
  }
  const merged = Array.from(byLanguage.values(), mergeGlossaries)
  return merged.sort((a, b) => b.entries.length - a.entries.length || (a.language < b.language ? -1 : 1))[0]
}

/**
 * Builds an EPUB 3 book of annotated chapters: title page, table of contents, chapters with translations as pop-up notes or ruby, and the
 * glossary as a dictionary with search keys (EPUB Dictionaries and Glossaries 1.0). The same input gives the same bytes.
 *
 * @throws TypeError if there are no chapters, for wrong options, and for an empty title, which no book may have
 */
export function toEpub(chapters: readonly Chapter[], options: EpubOptions): Uint8Array {
  if (!Array.isArray(chapters) || chapters.length === 0) throw new TypeError('toEpub: expected at least one chapter')
  const {
    title,
    author: givenAuthor,
    renderer = 'popup-notes',
    glossary: withGlossary = true,
    modified = new Date(Date.UTC(2000, 0, 1)),
    lang: givenLang,
    ...renderOptions
  } = checkOptionsBySchema(createSchema, options)
  // The book is of the language of its first chapter; each chapter is of its own.
  const lang = givenLang ?? chapters[0]?.hostLanguage ?? 'en'
  const author = isBlank(givenAuthor) ? undefined : givenAuthor
  const merged = withGlossary ? mainGlossary(chapters) : undefined
  const dictionary = merged && replaceInvalidCharacters(withoutRejected(merged))
  const chapterPages = chapters.map((chapter, index): BookPage => {
    const label = replaceInvalidCharacters(isBlank(chapter.title) ? `Chapter ${index + 1}` : (chapter.title as string))
    const own = givenLang ?? chapter.hostLanguage ?? lang
    const id = `chapter-${index + 1}`
    const path = `${id}.xhtml`
    const root = renderStory(sanitize(toElements(chapter.tree)), chapter, {
      ...renderOptions,
      lang: own,
      renderer: renderer === 'ruby' ? ruby : popupNotes,
      prefix: `c${index + 1}-`,
    })
    const section = x('section', {'epub:type': 'bodymatter chapter', 'aria-label': label}, toEpubContent(root))
    return {id, path, sections: [{href: path, label}], entries: [], createDocument: () => replaceInvalidCharacters(documentOf(own, label, section))}
  })
  const titlePage: BookPage = {
    id: 'title-page',
    path: 'title-page.xhtml',
    sections: [],
    entries: [],
    createDocument: () =>
      documentOf(
        lang,
        replaceInvalidCharacters(title),
        x('section', {'epub:type': 'titlepage'}, [
          x('h1', replaceInvalidCharacters(title)),
          ...(author === undefined ? [] : [x('p', replaceInvalidCharacters(author))]),
        ]),
      ),
  }
  const entryPages =
    dictionary && dictionary.entries.length > 0
      ? createPages({...dictionary, name: 'Glossary'}, groupByInitial(dictionary), {exampleOf: () => undefined, semantics: 'glossary'})
      : []
  const glossaryPages = entryPages.map((page, index): BookPage => ({...page, sections: index === 0 ? [{href: page.path, label: 'Glossary'}] : []}))
  const pages = [titlePage, ...chapterPages, ...glossaryPages]
  const about: BookMetadata = {
    title: replaceInvalidCharacters(title),
    creator: author === undefined ? undefined : replaceInvalidCharacters(author),
    language: dictionary?.language ?? lang,
    definitionLanguage: lang,
    licence: undefined,
    source: undefined,
    identifier: `urn:uuid:${uuidOf(JSON.stringify([title, author, chapterPages.map(({createDocument: make}) => serializeXml(make())), dictionary]))}`,
    modified: `${modified.toISOString().slice(0, 19)}Z`,
  }
  const files: Record<string, Uint8Array> = {}
  const add = (path: string, text: string): void => {
    files[path] = new TextEncoder().encode(text)
  }
  add('mimetype', 'application/epub+zip')
  add('META-INF/container.xml', serializeXml(containerDocument('EPUB/package.opf')))
  add('EPUB/package.opf', serializeXml(packageDocument(about, pages, entryPages.length > 0 ? 'glossary' : 'none')))
  add('EPUB/nav.xhtml', serializeXml(navigationDocument(about, pages)))
  add('EPUB/style.css', STYLE)
  if (dictionary && entryPages.length > 0) add('EPUB/search-key-map.xml', serializeXml(searchKeyMapRoot(dictionary), searchKeyGroups(entryPages)))
  for (const {path, createDocument: make} of pages) add(`EPUB/${path}`, serializeXml(make()))
  return zip(files, ['mimetype'])
}
