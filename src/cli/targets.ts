import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {Annotation} from '../annotate/types.js'
import {visible} from '../prose/visible.js'
import type {RenderOptions} from '../render/types.js'
import type {Tree} from '../source/types.js'
import {omitUndefined} from '../util/objects.js'
import {EXIT, failure} from './command-failure.js'
import type {Story} from './load-stories.js'
import type {TargetName} from './option-values.js'
import {titleOf} from './title-of.js'

/** What a story is made into, as the command line and the configuration say it. */
export interface ShownOptions extends RenderOptions {
  readonly renderer?: string | undefined
  readonly title?: string | undefined
  readonly author?: string | undefined
  /** IRI of the story, for Web Annotations. */
  readonly iri?: string | undefined
}

export interface Annotated extends Story {
  readonly annotation: Annotation<Tree>
}

export interface Made {
  readonly content: string | Uint8Array
  /** More files, by what stands between the name of the story and the end of theirs. */
  readonly beside?: Readonly<Record<string, string>>
  /** What the person should know. */
  readonly notes?: readonly string[]
}

/** What `annotate` can make of stories. */
export interface Target {
  readonly name: TargetName
  /** Of its files. */
  readonly extension: string
  /** Whether all stories become one file. */
  readonly isBook?: true
  readonly isBinary?: true
  readonly make: (stories: readonly [Annotated, ...Annotated[]], options: ShownOptions) => Promise<Made>
}

/** The path of a file of the package, built or installed. */
export const assetAt = (name: string): string => createRequire(import.meta.url).resolve(`xenogloss/${name}`)

/** What a story is called in the title of its page: as it calls itself, else as its file is called. */
export const titleFor = ({annotation, below}: Pick<Annotated, 'annotation' | 'below'>): string =>
  titleOf(annotation.tree) ?? below.replace(/^.*\//u, '').replace(/\.[^.]+$/u, '')

const unknownRenderer = (target: TargetName, renderer: string | undefined, known: readonly string[]): void => {
  if (renderer !== undefined && !known.includes(renderer))
    throw failure(`The option \`renderer\` must be ${known.join(' or ')} for ${target}, not ${renderer}`, EXIT.usage)
}

const html: Target = {
  name: 'html',
  extension: 'html',
  make: async ([story], {title = titleFor(story), author: _, iri: __, ...options}) => {
    const {toPage} = await import('../render/to-hast.js')
    const [style, script] = (await Promise.all([assetAt('reader.css'), assetAt('reader/page')].map((path) => readFile(path, 'utf8')))) as [string, string]
    return {content: toPage(story.annotation, {...omitUndefined(options), title, style, script})}
  },
}

const ao3: Target = {
  name: 'ao3',
  extension: 'chapter.html',
  make: async ([story], {renderer, title: _, author: __, iri: ___, ...options}) => {
    unknownRenderer('ao3', renderer, ['ao3', 'ruby'])
    const {toAo3} = await import('../render/to-ao3.js')
    const {chapter, notes} = toAo3(story.annotation, omitUndefined({...options, renderer: renderer as 'ao3' | undefined}))
    const large = chapter.characters > chapter.limit
    return {
      content: `${chapter.html}\n`,
      beside: Object.fromEntries(notes.map(({html: list}, index) => [`notes-${index + 1}.html`, `${list}\n`])),
      notes: large ? [`${visible(story.path)}: ${chapter.characters} characters, the archive takes ${chapter.limit}; split the chapter`] : [],
    }
  },
}

const epub: Target = {
  name: 'epub',
  extension: 'epub',
  isBook: true,
  isBinary: true,
  make: async (stories, {renderer, title, author, iri: _, prefix: __, ...options}) => {
    unknownRenderer('epub', renderer, ['popup-notes', 'ruby'])
    const {toEpub} = await import('../render/to-epub.js')
    const chapters = stories.map((story) => ({...story.annotation, title: titleFor(story)}))
    return {content: toEpub(chapters, {...omitUndefined({...options, author, renderer: renderer as 'ruby' | undefined}), title: title ?? titleFor(stories[0])})}
  },
}

const markdown: Target = {
  name: 'markdown',
  extension: 'md',
  make: async ([{annotation, format, path}]) => {
    if (format === 'html') throw failure(`${visible(path)}: a story in HTML cannot be printed as Markdown; take --to html`)
    const [{toMarkdown}, {xenoglossToMarkdown}] = await Promise.all([import('mdast-util-to-markdown'), import('../source/markdown/to-markdown.js')])
    return {content: toMarkdown(annotation.tree as never, {extensions: [xenoglossToMarkdown({marks: true})]})}
  },
}

const standoff: Target = {
  name: 'standoff',
  extension: 'standoff.json',
  make: async ([{annotation}]) => ({content: `${JSON.stringify(annotation.standoff, null, 2)}\n`}),
}

const annotations: Target = {
  name: 'annotations',
  extension: 'annotations.json',
  make: async ([{annotation, source, work}], {iri = encodeURI(work), lang = 'en'}) => {
    const {toWebAnnotations} = await import('../annotate/web-annotation.js')
    return {content: `${JSON.stringify(toWebAnnotations(annotation.standoff, {text: source, source: iri, language: lang}), null, 2)}\n`}
  },
}

/** The shelf: everything that `annotate` makes. */
export const targets: readonly Target[] = [html, ao3, epub, markdown, standoff, annotations]

/** What was asked for; else as the result's name ends, longer ends first; else what is usual; else a page. */
export function targetFor({
  asked,
  path = '',
  usual,
}: {
  readonly asked: TargetName | undefined
  readonly path: string | undefined
  readonly usual: TargetName | undefined
}): Target {
  const named = (name: TargetName | undefined) => targets.find((target) => target.name === name)
  const ending = targets.filter(({extension}) => path.toLowerCase().endsWith(`.${extension}`)).sort((a, b) => b.extension.length - a.extension.length)
  return named(asked) ?? ending[0] ?? (path.toLowerCase().endsWith('.json') ? standoff : (named(usual) ?? html))
}
