import {byInitial} from '../lexicon/alphabet.js'
import {standing} from '../lexicon/entry.js'
import type {Dictionary, DictionaryFormat, Files, WriteOptions} from '../types.js'
import {pages, searchKeyMap} from './epub-dictionary.js'
import {containerOf, navigationOf, packageOf} from './epub-package.js'
import {examplesFrom} from './examples.js'
import {fingerprint} from './fingerprint.js'
import {definitionLanguageOf} from './input.js'
import {printable, written} from './xml.js'
import {zip} from './zip.js'

/** What the book is made with. */
export interface EpubOptions extends WriteOptions {
  /** When the book was last changed. Default the first of January 2000, so that the same glossary is the same file. */
  readonly modified?: Date | undefined
}

/** Without measures in pixels and without colours: the reader's own settings hold. */
const STYLE = `article { margin: 0 0 0.8em; }
article p, article ol { margin: 0 0 0.2em; }
dfn { font-style: normal; font-weight: bold; }
small { font-size: 0.85em; }
`

/** A UUID made of the content (RFC 9562, section 5.8): another glossary is another book. */
function uuidOf(dictionary: Dictionary): string {
  const digits = fingerprint(JSON.stringify(dictionary))
  const variant = ((Number.parseInt(digits[16] as string, 16) & 3) | 8).toString(16)
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}

/**
 * An EPUB 3 book by EPUB Dictionaries and Glossaries 1.0. A glossary on its own is an EPUB Dictionary there (section 2.5.2): entries are
 * `article`s with part of speech, senses, forms, notes, references and one line of the stories; the search key map leads from headwords,
 * other spellings and inflected forms to them. One document for a few initials, so that none grows beyond what reading systems load at
 * once. Nothing reads it back: attestations, counts and what affixes attach to are left out. The
 * specification knows no dictionary without entries; such a book is an ordinary one that says so.
 */
export const epub = {
  name: 'epub',
  extension: 'epub',
  mediaType: 'application/epub+zip',
  write: (dictionary, {name = dictionary.language, stories, modified = new Date(Date.UTC(2000, 0, 1))}: EpubOptions = {}): Uint8Array => {
    const shown = printable(standing(dictionary))
    const examplesOf = examplesFrom(stories)
    const content = pages(shown, byInitial(shown), (entry) => {
      const [example] = examplesOf(entry)
      return example && printable({text: example.text, translation: example.translation})
    })
    const about = {
      title: shown.name ?? printable(name),
      language: shown.language,
      definitionLanguage: definitionLanguageOf(shown),
      licence: shown.licence,
      source: shown.source,
      identifier: `urn:uuid:${uuidOf(shown)}`,
      modified: `${modified.toISOString().slice(0, 19)}Z`,
    }
    const isDictionary = shown.entries.length > 0
    const text: Record<string, string> = {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': written(containerOf('EPUB/package.opf')),
      'EPUB/package.opf': written(packageOf(about, content, isDictionary)),
      'EPUB/nav.xhtml': written(navigationOf(about, content)),
      'EPUB/style.css': STYLE,
      ...(isDictionary && {'EPUB/search-key-map.xml': written(searchKeyMap(shown, content))}),
      ...Object.fromEntries(content.map(({path, document}) => [`EPUB/${path}`, written(document)])),
    }
    const files: Files = Object.fromEntries(Object.entries(text).map(([path, value]) => [path, new TextEncoder().encode(value)]))
    return zip(files, ['mimetype'])
  },
} as const satisfies DictionaryFormat
