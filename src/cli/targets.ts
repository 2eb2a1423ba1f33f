import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {Root as HastRoot} from 'hast'
import type {Annotation} from '../annotate/types.js'
import {extractTitle} from '../render/extract-title.js'
import type {RenderOptions} from '../render/types.js'
import type {Tree} from '../source/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {omitUndefined} from '../util/objects.js'
import {commandError, EXIT} from './command-error.js'
import type {LoadedStory} from './load-stories.js'
import type {TargetName} from './option-values.js'
import type {StoryDocument} from './story-document.js'

/** Display options from the command line and the configuration. */
export interface TargetOptions extends RenderOptions {
  readonly renderer?: string | undefined
  readonly title?: string | undefined
  readonly author?: string | undefined
  /** IRI of the story, for Web Annotations. */
  readonly iri?: string | undefined
}

export interface StoryToRender extends LoadedStory {
  readonly annotation: Annotation<Tree>
}

export interface TargetOutput {
  readonly content: string | Uint8Array
  /** Additional files by the suffix of their names, which follows the stem of the main file. */
  readonly extraFiles?: Readonly<Record<string, string>>
  /** Notes to print on standard error. */
  readonly notes?: readonly string[]
}

/** An output format of `annotate`. */
export interface Target {
  readonly name: TargetName
  /** File extension, without a dot. */
  readonly extension: string
  /** Whether all stories become one file. */
  readonly isBook?: true
  readonly isBinary?: true
  readonly render: (stories: readonly [StoryToRender, ...StoryToRender[]], options: TargetOptions) => Promise<TargetOutput>
}

/** The path of a file of the package, built or installed. */
export const assetPath = (name: string): string => createRequire(import.meta.url).resolve(`xenogloss/${name}`)

/** The title of a story: the one in its text, else its file name without extension. */
export const storyTitle = ({annotation, relativePath, document}: Pick<StoryToRender, 'annotation' | 'relativePath' | 'document'>): string =>
  document?.title ?? extractTitle(annotation.tree) ?? relativePath.replace(/^.*\//u, '').replace(/\.[^.]+$/u, '')

const checkRenderer = (target: TargetName, renderer: string | undefined, supported: readonly string[]): void => {
  if (renderer !== undefined && !supported.includes(renderer))
    throw commandError(`The option \`renderer\` must be ${supported.join(' or ')} for ${target}, not ${renderer}`, EXIT.usage)
}

const html: Target = {
  name: 'html',
  extension: 'html',
  render: async ([story], {title = storyTitle(story), author: _, iri: __, ...options}) => {
    const {toPage} = await import('../render/to-page.js')
    const [style, script] = (await Promise.all([assetPath('reader.css'), assetPath('reader/page')].map((path) => readFile(path, 'utf8')))) as [string, string]
    return {content: toPage(story.annotation, {...omitUndefined(options), title, style, script})}
  },
}

const ao3: Target = {
  name: 'ao3',
  extension: 'chapter.html',
  render: async ([story], {renderer, title: _, author: __, iri: ___, ...options}) => {
    checkRenderer('ao3', renderer, ['ao3', 'ruby'])
    const {toAo3} = await import('../render/to-ao3.js')
    const {chapter, notes} = toAo3(story.annotation, omitUndefined({...options, renderer: renderer as 'ao3' | undefined}))
    const isTooLong = chapter.characters > chapter.limit
    return {
      content: `${chapter.html}\n`,
      extraFiles: Object.fromEntries(notes.map(({html: list}, index) => [`notes-${index + 1}.html`, `${list}\n`])),
      notes: isTooLong
        ? [`${escapeForTerminal(story.path)}: ${chapter.characters} characters exceed the limit of ${chapter.limit} on AO3; split the chapter`]
        : [],
    }
  },
}

/** Writes an e-book with annotations in it. */
function annotateInPlace(
  {annotation, path}: StoryToRender,
  book: NonNullable<StoryDocument['book']>,
  {renderer, gloss = 'kept', density, known, languages}: TargetOptions,
): TargetOutput {
  checkRenderer('epub', renderer, ['popup-notes'])
  if (gloss !== 'kept') throw commandError(`The option \`gloss\` must be kept for an EPUB that is annotated in place, not ${gloss}`, EXIT.usage)
  const {bytes, problems} = book.write(annotation as Annotation<HastRoot>, omitUndefined({density, known, languages}))
  return {content: bytes, notes: problems.map(({file, reason}) => escapeForTerminal(`${path}: ${file}: ${reason}`))}
}

const epub: Target = {
  name: 'epub',
  extension: 'epub',
  isBook: true,
  isBinary: true,
  render: async (stories, {renderer, title, author, iri: _, prefix: __, ...options}) => {
    for (const story of stories) {
      const {book} = story.document ?? {}
      if (book && stories.length > 1) throw commandError(`${escapeForTerminal(story.path)} is a book already: annotate it by itself`, EXIT.usage)
      if (book) return annotateInPlace(story, book, {renderer, ...options})
    }
    checkRenderer('epub', renderer, ['popup-notes', 'ruby'])
    const {toEpub} = await import('../render/to-epub.js')
    const chapters = stories.map((story) => ({...story.annotation, title: storyTitle(story)}))
    return {
      content: toEpub(chapters, {...omitUndefined({...options, author, renderer: renderer as 'ruby' | undefined}), title: title ?? storyTitle(stories[0])}),
    }
  },
}

const markdown: Target = {
  name: 'markdown',
  extension: 'md',
  render: async ([{annotation, format, path}]) => {
    if (format === 'html') throw commandError(`${escapeForTerminal(path)}: an HTML story cannot be written as Markdown; use --to html`)
    const [{toMarkdown}, {xenoglossToMarkdown}] = await Promise.all([import('mdast-util-to-markdown'), import('../source/markdown/to-markdown.js')])
    return {content: toMarkdown(annotation.tree as never, {extensions: [xenoglossToMarkdown({marks: true})]})}
  },
}

/** @throws CommandError for a document, in whose file nothing can be counted */
function requireText(target: TargetName, path: string, document: StoryDocument | undefined): void {
  if (document) throw commandError(`${escapeForTerminal(path)}: ${target} counts in text, which this file is not; use --to html`)
}

const standoff: Target = {
  name: 'standoff',
  extension: 'standoff.json',
  render: async ([{annotation, document, path}]) => {
    requireText('standoff', path, document?.book ? undefined : document)
    // What is said of a book counts in the text of its chapters, joined by line feeds.
    const chapters = document?.book?.chapters
    return {content: `${JSON.stringify({...annotation.standoff, ...(chapters && {chapters})}, null, 2)}\n`}
  },
}

const annotations: Target = {
  name: 'annotations',
  extension: 'annotations.json',
  render: async ([{annotation, source, document, path}], {iri, lang}) => {
    requireText('annotations', path, document)
    const {toWebAnnotations} = await import('../annotate/web-annotations.js')
    return {content: `${JSON.stringify(toWebAnnotations(annotation, {text: source, source: iri, language: lang}), null, 2)}\n`}
  },
}

/** All output formats of `annotate`. */
export const targets: readonly Target[] = [html, ao3, epub, markdown, standoff, annotations]

/** Documents of word processors, which are read but not written. */
const DOCUMENTS = /\.(?:docx|docm|odt|fb2)$/iu

/**
 * Selects by the requested name, else the longest matching extension of the path, else the configured name, else `html`.
 *
 * @throws CommandError if the path is that of a document of a word processor
 */
export function selectTarget({
  requested,
  path = '',
  configured,
}: {
  readonly requested: TargetName | undefined
  readonly path: string | undefined
  readonly configured: TargetName | undefined
}): Target {
  if (DOCUMENTS.test(path)) throw commandError(`${escapeForTerminal(path)}: documents of word processors are not written; use .html or .epub`, EXIT.usage)
  const findTarget = (name: TargetName | undefined) => targets.find((target) => target.name === name)
  const matching = targets.filter(({extension}) => path.toLowerCase().endsWith(`.${extension}`)).sort((a, b) => b.extension.length - a.extension.length)
  return findTarget(requested) ?? matching[0] ?? (path.toLowerCase().endsWith('.json') ? standoff : (findTarget(configured) ?? html))
}
