import {groupByInitial} from '../../lexicon/alphabet.js'
import {withoutRejected} from '../../lexicon/entry.js'
import {uuidOf} from '../../util/uuid.js'
import {checkedFormat} from '../shared/checked-format.js'
import {containerDocument, navigationDocument, packageDocument} from '../shared/epub-package.js'
import {createExampleFinder} from '../shared/examples.js'
import {definitionLanguageOf} from '../shared/input.js'
import {titleOf} from '../shared/titles.js'
import {replaceInvalidCharacters, serializeXml} from '../shared/xml-write.js'
import {zip} from '../shared/zip.js'
import type {WriteOptions} from '../types.js'
import {createPages, searchKeyGroups, searchKeyMapRoot} from './epub-dictionary.js'

/** Options for writing EPUB. */
export interface EpubWriteOptions extends WriteOptions {
  /** Modification date of the book. Default: 1 January 2000, so that the same glossary gives the same file. */
  readonly modified?: Date | undefined
}

/** Uses neither pixels nor colors, so that readers' settings apply. */
const STYLE = `article { margin: 0 0 0.8em; }
article p, article ol { margin: 0 0 0.2em; }
dfn { font-style: normal; font-weight: bold; }
small { font-size: 0.85em; }
`

/**
 * An EPUB 3 book that follows EPUB Dictionaries and Glossaries 1.0 (an EPUB Dictionary, section 2.5.2). Entries are `article` elements, and
 * the search key map leads to them from headwords, variants and inflected forms. Each document holds a few initials, because reading systems
 * load whole documents. The specification does not allow dictionaries without entries, so an empty one becomes an ordinary book.
 *
 * - Loaded by every reading system as a book, by some as a dictionary.
 * - Keeps what `html` keeps except counts, plus one utterance of the stories. Write-only.
 * - Options: `name`, `stories`, `modified`.
 */
export const epub = /* @__PURE__ */ checkedFormat(
  {
    name: 'epub',
    extension: 'epub',
    mediaType: 'application/epub+zip',
    /** Returns the bytes of the book. */
    write: (dictionary, options: EpubWriteOptions = {}): Uint8Array => {
      const {stories, modified = new Date(Date.UTC(2000, 0, 1))} = options
      const clean = replaceInvalidCharacters(withoutRejected(dictionary))
      const examplesOf = createExampleFinder(stories)
      const pages = createPages(clean, groupByInitial(clean), {
        exampleOf: (entry) => {
          const [example] = examplesOf(entry)
          return example && replaceInvalidCharacters({text: example.text, translation: example.translation})
        },
      })
      const metadata = {
        title: replaceInvalidCharacters(titleOf(dictionary, options)),
        language: clean.language,
        definitionLanguage: definitionLanguageOf(clean),
        licence: clean.licence,
        source: clean.source,
        // Different glossaries get different identifiers.
        identifier: `urn:uuid:${uuidOf(JSON.stringify(clean))}`,
        modified: `${modified.toISOString().slice(0, 19)}Z`,
      }
      const isDictionary = clean.entries.length > 0
      const files: Record<string, Uint8Array> = {}
      const add = (path: string, text: string): void => {
        files[path] = new TextEncoder().encode(text)
      }
      add('mimetype', 'application/epub+zip')
      add('META-INF/container.xml', serializeXml(containerDocument('EPUB/package.opf')))
      add('EPUB/package.opf', serializeXml(packageDocument(metadata, pages, isDictionary ? 'dictionary' : 'none')))
      add('EPUB/nav.xhtml', serializeXml(navigationDocument(metadata, pages)))
      add('EPUB/style.css', STYLE)
      if (isDictionary) add('EPUB/search-key-map.xml', serializeXml(searchKeyMapRoot(clean), searchKeyGroups(pages)))
      for (const {path, createDocument} of pages) add(`EPUB/${path}`, serializeXml(createDocument()))
      return zip(files, ['mimetype'])
    },
  },
  ['modified'],
)
