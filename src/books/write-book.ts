import type {Root as HastRoot} from 'hast'
import type {Annotation} from '../annotate/types.js'
import {zip} from '../formats/shared/zip.js'
import type {Glossary} from '../lexicon/types.js'
import {createEntryFinder} from '../render/entry-finder.js'
import {createRenderContext} from '../render/render-context.js'
import {DEFAULT_PREFIX} from '../render/types.js'
import type {TermFields, UtteranceFields} from '../source/annotation-types.js'
import {type BookDocument, type Edit, editDocument, openDocument} from './book-document.js'
import {folderOf, relativeHref} from './book-path.js'
import {type ChapterStyle, findChapterEdits, notesMarkup} from './chapter-edits.js'
import {type AddedFile, createGlossaryFiles, createTranslatedExamples, type FindExample, toShownGlossary} from './glossary-chapter.js'
import type {OpenBook, OpenChapter} from './open-epub.js'
import {type BookStory, chapterContents} from './read-book.js'
import {ADDITION_FOLDER, ADDITION_PREFIX} from './remove-additions.js'
import {CHAPTER_STYLE} from './style.js'
import type {AnnotateEpubOptions, BookChapter} from './types.js'
import {type ContentsEntry, contentsEdits, navigationEdits, packageEdits} from './update-package.js'
import {descendantsNamed} from './xml-queries.js'
import {startTag} from './xml-text.js'
import {parseXmlTree, type XmlElement} from './xml-tree.js'

type Problems = {readonly path: string; readonly reason: string}[]

/** What was found in a book. */
export interface BookAnnotation extends Pick<Annotation<HastRoot>, 'standoff' | 'glossary' | 'glossaries' | 'hostLanguage' | 'tree'> {
  /** Of the book, as in the evidence of its glossaries. */
  readonly work: string | undefined
}

/** How a book shows what was found. */
export type BookOptions = Pick<AnnotateEpubOptions, 'density' | 'known' | 'languages' | 'glossary' | 'glossaryTitle' | 'searchKeys' | 'notes'>

/** The folder of the files that are added, beside the package document: none that the author has. */
function chooseFolder(beside: string, files: Readonly<Record<string, Uint8Array>>): string {
  const names = Object.keys(files).map((name) => name.toLowerCase())
  const isTaken = (folder: string): boolean => names.some((name) => name === folder || name.startsWith(`${folder}/`))
  let folder = beside + ADDITION_FOLDER
  for (let number = 2; isTaken(folder.toLowerCase()); number++) folder = `${beside}${ADDITION_FOLDER}-${number}`
  return `${folder}/`
}

/** The glossaries that a book shows: those of invented languages, the main one first. */
const shownGlossaries = ({glossary, glossaries}: BookAnnotation, {languages}: BookOptions, exampleOf: FindExample): Glossary[] =>
  [glossary, ...glossaries.filter((other) => other !== glossary && other.language.includes('-x-'))]
    .filter(({language}) => !languages || languages.includes(language))
    .map((own) => toShownGlossary(own, exampleOf))
    .filter(({entries}) => entries.length > 0)

/** Where the head and the body of a chapter end; undefined if it has none, or none with an end tag. */
function findEnds({document: {text}, root}: OpenChapter): {readonly head: number | undefined; readonly body: number | undefined} {
  const endOf = (name: string): number | undefined => {
    const element = root && descendantsNamed(root, name)[0]
    if (root) return element && element.contentEnd < element.end ? element.contentEnd : undefined
    const at = text.toLowerCase().lastIndexOf(`</${name}`)
    return at < 0 ? undefined : at
  }
  return {head: endOf('head'), body: endOf('body')}
}

/** What the ids in a chapter begin with. */
function chooseIdPrefix(text: string): string {
  let prefix = ADDITION_PREFIX
  for (let number = 2; text.includes(`"${prefix}note-`) || text.includes(`"${prefix}ref-`); number++) prefix = `${ADDITION_PREFIX}${number}-`
  return prefix
}

const insertionAt = (at: number, text: string): Edit => ({start: at, end: at, text})

/** Puts the file that makes an archive an EPUB before the others (EPUB 3.3, section 4.2.6.2). */
const withMediaType = ({mimetype: _, ...files}: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> => ({
  mimetype: new TextEncoder().encode('application/epub+zip'),
  ...files,
})

/** Writes what was found into the chapters of a book, and adds its glossary. */
export function writeBook(
  book: OpenBook,
  {source, chapters}: Pick<BookStory, 'source' | 'chapters'>,
  annotation: BookAnnotation,
  options: BookOptions,
): {readonly bytes: Uint8Array; readonly problems: Problems} {
  const {pack, chapters: opened} = book
  const {isVersion3} = pack
  const {tree, standoff, hostLanguage} = annotation
  const {glossary: withGlossary = true, glossaryTitle = 'Glossary', searchKeys = false, notes: withNotes = true, ...renderOptions} = options
  const contents = chapterContents(tree)
  const problems: Problems = []
  const files: Record<string, Uint8Array> = {...book.files}
  const folder = chooseFolder(folderOf(pack.path), files)

  const exampleOf = createTranslatedExamples({...annotation, source})
  const glossaries = withGlossary ? shownGlossaries(annotation, options, exampleOf) : []
  const titleOf = ({name, language}: Glossary): string => (glossaries.length > 1 ? `${glossaryTitle} (${name ?? language})` : glossaryTitle)
  const lists = glossaries.map((own, index) =>
    createGlossaryFiles(own, {
      exampleOf,
      title: titleOf(own),
      folder: `${folder}${index + 1}/`,
      number: index + 1,
      isVersion3,
      searchKeys: searchKeys && index === 0,
    }),
  )
  const entryOf = createEntryFinder(glossaries, DEFAULT_PREFIX)
  const placeOf = (term: TermFields): string | undefined => {
    const entry = entryOf(term)?.entry
    for (const list of entry ? lists : []) if (list.placeOf.has(entry as never)) return list.placeOf.get(entry as never)
    return undefined
  }
  const context = createRenderContext({type: 'root', children: contents.flat()}, {lists: () => [], entryOf}, {...renderOptions, lang: hostLanguage})
  const conventions = new Map(standoff.glosses.map(({id, convention}) => [id, convention]))
  // A note of the author's needs no second one.
  const hasNote = ({translation, gloss}: UtteranceFields): boolean =>
    withNotes && translation !== undefined && (gloss === undefined || conventions.get(gloss) !== 'notes')

  const style: AddedFile = {id: `${ADDITION_PREFIX}style`, path: `${folder}style.css`, mediaType: 'text/css', content: CHAPTER_STYLE}
  let isAnnotated = false
  for (const [index, chapter] of opened.entries()) {
    const {path, document, root} = chapter
    const chapterStyle: ChapterStyle = {
      isVersion3,
      prefix: root?.name.match(/^[^:]+:/u)?.[0] ?? '',
      declaresEpub: root?.attributes['xmlns:epub'] !== undefined,
      idPrefix: chooseIdPrefix(document.text),
      isWellFormed: root !== undefined,
      source,
      start: (chapters[index] as BookChapter).start,
      context,
      hrefOf: (fields) => {
        const place = fields.type === 'term' ? placeOf(fields) : undefined
        return place === undefined ? undefined : relativeHref(place, path)
      },
      hasNote,
    }
    const {edits, notes} = findChapterEdits(contents[index] ?? [], chapterStyle)
    if (edits.length === 0) continue
    const {head, body} = findEnds(chapter)
    const link = startTag(
      `${chapterStyle.prefix}link`,
      {id: `${ADDITION_PREFIX}style`, rel: 'stylesheet', type: 'text/css', href: relativeHref(style.path, path)},
      true,
    )
    const all = [
      ...(head === undefined ? [] : [insertionAt(head, link)]),
      ...edits,
      ...(notes.length === 0 ? [] : [insertionAt(body ?? document.text.length, notesMarkup(notes, chapterStyle))]),
    ]
    const edited = editDocument(document, all)
    if (edited) {
      files[path] = edited.bytes
      isAnnotated = true
    } else problems.push({path, reason: `This file stays as it is, because its encoding, ${document.encoding}, cannot be written; save it as UTF-8`})
  }
  if (!isAnnotated) return {bytes: zip(withMediaType(files), ['mimetype']), problems}

  const pages = lists.map(({files: own}) => own.filter(({mediaType}) => mediaType === 'application/xhtml+xml'))
  const added = [style, ...lists.flatMap((list) => list.files)]
  const entries = pages.flatMap(([first], index): ContentsEntry[] => (first ? [{label: titleOf(glossaries[index] as Glossary), path: first.path}] : []))
  for (const {path, content} of added) files[path] = new TextEncoder().encode(content)
  const edit = (path: string | undefined, editsOf: (root: XmlElement) => Edit[]): void => {
    const document: BookDocument | undefined = path !== undefined && Object.hasOwn(files, path) ? openDocument(files[path] as Uint8Array) : undefined
    const root = document && parseXmlTree(document.text)
    const edited = root && editDocument(document, editsOf(root))
    if (path !== undefined && edited) files[path] = edited.bytes
  }
  edit(pack.path, (root) => packageEdits({...pack, root}, added, pages.flat()))
  if (entries.length > 0) {
    edit(pack.navigation?.path, (root) => navigationEdits(root, pack.navigation?.path as string, entries))
    edit(pack.contents?.path, (root) => contentsEdits(root, pack.contents?.path as string, entries))
  }
  return {bytes: zip(withMediaType(files), ['mimetype']), problems}
}
