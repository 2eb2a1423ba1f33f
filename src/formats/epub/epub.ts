import {byInitial} from '../../lexicon/alphabet.js'
import {standing} from '../../lexicon/entry.js'
import {containerOf, navigationOf, packageOf} from '../shared/epub-package.js'
import {examplesFrom} from '../shared/example-lines.js'
import {uuidOf} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {titleOf} from '../shared/titles.js'
import {printable, written} from '../shared/xml-write.js'
import {zip} from '../shared/zip.js'
import type {DictionaryFormat, WriteOptions} from '../types.js'
import {pagesOf, searchKeyMap, searchKeys} from './epub-dictionary.js'

/** What writing takes besides. */
export interface EpubWriteOptions extends WriteOptions {
  /** When the book was last changed. Default the first of January 2000, so that the same glossary is the same file. */
  readonly modified?: Date | undefined
}

/** Without measures in pixels and without colours: the reader's own settings hold. */
const STYLE = `article { margin: 0 0 0.8em; }
article p, article ol { margin: 0 0 0.2em; }
dfn { font-style: normal; font-weight: bold; }
small { font-size: 0.85em; }
`

/**
 * An EPUB 3 book by EPUB Dictionaries and Glossaries 1.0: a glossary on its own is an EPUB Dictionary there (section 2.5.2). Entries are
 * `article`s; the search key map leads from headwords, other spellings and inflected forms to them. One document for a few initials, so
 * that none grows beyond what reading systems load at once. The specification knows no dictionary without entries; such a book is an
 * ordinary one that says so.
 *
 * - Loaded by every reading system as a book, by some as a dictionary.
 * - Keeps what `html` keeps but counts, and one line of the stories. Only written.
 * - Options: `name`, `stories`, `modified`.
 */
export const epub = {
  name: 'epub',
  extension: 'epub',
  mediaType: 'application/epub+zip',
  /** Answers the bytes of the book. */
  write: (dictionary, options: EpubWriteOptions = {}): Uint8Array => {
    const {stories, modified = new Date(Date.UTC(2000, 0, 1))} = options
    const shown = printable(standing(dictionary))
    const examplesOf = examplesFrom(stories)
    const content = pagesOf(shown, byInitial(shown), {
      exampleOf: (entry) => {
        const [example] = examplesOf(entry)
        return example && printable({text: example.text, translation: example.translation})
      },
    })
    const about = {
      title: printable(titleOf(dictionary, options)),
      language: shown.language,
      definitionLanguage: definitionLanguageOf(shown),
      licence: shown.licence,
      source: shown.source,
      // Another glossary is another book.
      identifier: `urn:uuid:${uuidOf(JSON.stringify(shown))}`,
      modified: `${modified.toISOString().slice(0, 19)}Z`,
    }
    const isDictionary = shown.entries.length > 0
    const files: Record<string, Uint8Array> = {}
    const add = (path: string, text: string): void => {
      files[path] = new TextEncoder().encode(text)
    }
    add('mimetype', 'application/epub+zip')
    add('META-INF/container.xml', written(containerOf('EPUB/package.opf')))
    add('EPUB/package.opf', written(packageOf(about, content, isDictionary ? 'dictionary' : 'none')))
    add('EPUB/nav.xhtml', written(navigationOf(about, content)))
    add('EPUB/style.css', STYLE)
    if (isDictionary) add('EPUB/search-key-map.xml', written(searchKeyMap(shown), searchKeys(content)))
    for (const {path, documentOf} of content) add(`EPUB/${path}`, written(documentOf()))
    return zip(files, ['mimetype'])
  },
} as const satisfies DictionaryFormat
