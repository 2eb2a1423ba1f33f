import {toMarkdown} from 'mdast-util-to-markdown'
import {toWebAnnotations} from '../../annotate/web-annotations.js'
import {formats} from '../../formats/registry.js'
import {fileStemOf} from '../../formats/shared/titles.js'
import {zip} from '../../formats/shared/zip.js'
import type {Glossary} from '../../lexicon/types.js'
import {toAo3} from '../../render/to-ao3.js'
import {toEpub} from '../../render/to-epub.js'
import {toPage} from '../../render/to-page.js'
import {xenoglossToMarkdown} from '../../source/markdown/to-markdown.js'
import type {CurrentStory} from './current-story.js'
import type {Target, WorkCalls, WorkFile} from './protocol.js'
import type {ReaderAssets} from './reader-assets.js'

const file = (name: string, mediaType: string, content: string | Uint8Array): WorkFile => ({name, mediaType, content})

interface StoryTarget {
  readonly label: string
  readonly write: (story: CurrentStory, assets: ReaderAssets) => readonly WorkFile[]
}

/** What a story is written as, by id. */
const STORY_TARGETS: Readonly<Record<string, StoryTarget>> = {
  page: {
    label: 'Web page with tips',
    write: ({annotation, glossaries, title, name, display}, {style, script}) => [
      file(`${name}.html`, 'text/html', toPage({...annotation, glossaries}, {...display, title, style, script})),
    ],
  },
  interlinear: {
    label: 'Web page with interlinear lines',
    write: ({annotation, glossaries, title, name, display}, {style}) => [
      file(`${name}.interlinear.html`, 'text/html', toPage({...annotation, glossaries}, {...display, title, style, renderer: 'interlinear'})),
    ],
  },
  epub: {
    label: 'E-book (EPUB)',
    write: ({annotation, glossaries, title, name, book}) => [
      file(`${name}.epub`, 'application/epub+zip', book?.() ?? toEpub([{...annotation, glossaries, title}], {title: title.trim() || name})),
    ],
  },
  ao3: {
    label: 'Archive of Our Own: chapter and end notes',
    write: ({annotation, name}) => {
      const {chapter, notes} = toAo3(annotation)
      return [
        file(`${name}.chapter.html`, 'text/html', `${chapter.html}\n`),
        ...notes.map(({html}, index) => file(`${name}.notes-${index + 1}.html`, 'text/html', `${html}\n`)),
      ]
    },
  },
  markdown: {
    label: 'Annotated Markdown',
    write: ({annotation, format, name}) => {
      if (format === 'html') throw new TypeError('A web page or a book cannot be written as Markdown')
      return [file(`${name}.md`, 'text/markdown', toMarkdown(annotation.tree as never, {extensions: [xenoglossToMarkdown({marks: true})]}))]
    },
  },
  standoff: {
    label: 'Annotation beside the text (JSON)',
    write: ({annotation, name}) => [file(`${name}.standoff.json`, 'application/json', `${JSON.stringify(annotation.standoff, null, 2)}\n`)],
  },
  annotations: {
    label: 'W3C Web Annotations (JSON)',
    write: ({annotation, source, name}) => [
      file(`${name}.annotations.json`, 'application/json', `${JSON.stringify(toWebAnnotations(annotation, {text: source}), null, 2)}\n`),
    ],
  },
}

/** What glossaries are called by the programs that load them. */
const FORMAT_LABELS: Readonly<Record<string, string>> = {
  json: 'xenogloss (JSON, with decisions)',
  html: 'Web page with a search',
  csv: 'Spreadsheet (CSV)',
  tsv: 'Table (TSV)',
  markdown: 'Markdown',
  stardict: 'StarDict: GoldenDict, KOReader',
  yomitan: 'Yomitan',
  anki: 'Anki cards',
  dictd: 'dictd',
  epub: 'Dictionary as an e-book (EPUB)',
  hunspell: 'Spell checker (hunspell)',
  lift: 'FieldWorks (LIFT)',
  ontolex: 'OntoLex (JSON-LD)',
  tei: 'TEI Lex-0',
  tmx: 'Translation memory (TMX)',
}

export const exportTargets = (): readonly Target[] => [
  ...Object.entries(STORY_TARGETS).map(([id, {label}]): Target => ({id, label, group: 'story'})),
  ...formats.flatMap(({name, write}): Target[] => (write ? [{id: `glossary-${name}`, label: FORMAT_LABELS[name] ?? name, group: 'glossary'}] : [])),
]

/** Several files become one archive, since a browser saves one file at a time. */
function writeGlossary(glossary: Glossary, format: string, {annotation, source, title, name}: CurrentStory): WorkFile[] {
  const found = formats.find((each) => each.name === format)
  if (!found?.write) throw new TypeError(`There is no format ${format}`)
  const work = glossary.entries.flatMap(({evidence = []}) => evidence).find((place) => place.work !== undefined)?.work
  const stories = [{work, title, source, standoff: annotation.standoff, tree: annotation.tree}]
  const written = found.write(glossary, {stories, name: title})
  const stem = fileStemOf(glossary, {name})
  if (typeof written === 'string' || written instanceof Uint8Array) return [file(`${stem}.${found.extension}`, found.mediaType, written)]
  const contents = Object.fromEntries(
    Object.entries(written).map(([path, content]) => [path, typeof content === 'string' ? new TextEncoder().encode(content) : content]),
  )
  return [file(`${stem}.${format}.zip`, 'application/zip', zip(contents))]
}

/**
 * Writes a story or its glossary.
 *
 * @throws TypeError, in a sentence for people, for what cannot be written
 */
export function exportStory(story: CurrentStory, {target, language, glossary}: WorkCalls['export']['takes'], assets: ReaderAssets): readonly WorkFile[] {
  if (target.startsWith('glossary-')) {
    const chosen = glossary ?? story.glossaries.find((each) => each.language === language) ?? story.glossaries[0]
    if (!chosen) throw new TypeError('The story has no words of an invented language')
    return writeGlossary(chosen, target.slice('glossary-'.length), story)
  }
  const found = Object.hasOwn(STORY_TARGETS, target) ? STORY_TARGETS[target] : undefined
  if (!found) throw new TypeError(`There is no format ${target}`)
  return found.write(story, assets)
}
