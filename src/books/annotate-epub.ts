import type {Root as HastRoot} from 'hast'
import * as v from 'valibot'
import {allParts} from '../annotate/all-parts.js'
import {createAnnotator} from '../annotate/create-annotator.js'
import {optionsSchema} from '../annotate/options-schema.js'
import {KEY_NAMES} from '../annotate/resolve-options.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {omitUndefined} from '../util/objects.js'
import {toBookMessages} from './book-messages.js'
import {locateMessages} from './locate-messages.js'
import {openEpub} from './open-epub.js'
import {readBook} from './read-book.js'
import type {AnnotatedBook, AnnotateEpubOptions} from './types.js'
import {writeBook} from './write-book.js'

const createSchema = () =>
  v.strictObject({
    ...v.omit(optionsSchema, ['format']).entries,
    density: v.optional(v.picklist(['every', 'first', 'unknown'])),
    known: v.optional(v.array(v.string())),
    languages: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
    file: v.optional(v.string()),
    glossary: v.optional(v.boolean()),
    glossaryTitle: v.optional(v.pipe(v.string(), v.regex(/\S/u, 'a text that is not empty'))),
    searchKeys: v.optional(v.boolean()),
    notes: v.optional(v.boolean()),
  })

/**
 * Annotates an EPUB 2 or 3 in place. The story is read as one over all chapters, in the order of the spine; what the book says is no prose
 * (cover, title page, contents) is left out. Lines and words get their languages, translations become pop-up notes at the end of their
 * chapter, and a learned glossary is appended, to which words link. Everything else keeps its bytes. The same input gives the same bytes, and
 * annotating an annotated book gives the same book.
 *
 * @param bytes the book
 * @returns the annotated book, and what `annotate` gives for its story: offsets count in `source`, of which `chapters` says which part is which file
 * @throws TypeError for wrong options; for a file that is no EPUB, damaged, encrypted or protected against copying, unpacks to more than 256 MB,
 *   or has no chapters
 */
export function annotateEpub(bytes: Uint8Array, given: AnnotateEpubOptions = {}): AnnotatedBook {
  const {file, density, known, languages, glossary, glossaryTitle, searchKeys, notes, ...options} = checkOptionsBySchema(createSchema, given, KEY_NAMES)
  if (!(bytes instanceof Uint8Array)) throw new TypeError('annotateEpub: expected the bytes of a book, a Uint8Array')
  const book = openEpub(bytes, file)
  const story = readBook(book)
  const {source, chapters, format} = story
  const {title} = book.pack
  const work = options.work ?? title
  const {messages, ...annotated} = createAnnotator({...allParts, formats: [format]})(source, {...options, ...omitUndefined({work}), format: 'html'})
  const annotation = {...annotated, tree: annotated.tree as HastRoot}
  const shown = omitUndefined({density, known, languages, glossary, glossaryTitle, searchKeys, notes})
  const written = writeBook(book, story, {...annotation, work}, shown)
  return {
    ...annotation,
    bytes: written.bytes,
    title,
    source,
    chapters,
    messages: [...toBookMessages([...book.problems, ...written.problems]), ...locateMessages(messages, story)],
  }
}
