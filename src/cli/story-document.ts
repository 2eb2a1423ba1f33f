import type {Root as HastRoot} from 'hast'
import type {VFileMessage} from 'vfile-message'
import type {Annotation} from '../annotate/types.js'
import type {AnnotateEpubOptions, BookChapter} from '../books/types.js'
import type {DocumentKind} from '../formats/shared/recognize-document.js'
import type {SourceSpan} from '../prose/types.js'
import type {SourceFormat} from '../source/format-types.js'

/** A place as a person writes it: a line and perhaps a column, both from 1, of a file of a book if it is one. */
export interface StoryPlace {
  readonly file?: string
  readonly line: number
  readonly column?: number
}

/** A story in a file that is no text: an e-book, or a document of a word processor. */
export interface StoryDocument {
  readonly kind: DocumentKind
  /** What is annotated; HTML. */
  readonly source: string
  /** What parses it. */
  readonly format: SourceFormat
  readonly title: string | undefined
  /** BCP 47 tag of the language that the document says it is in. */
  readonly language: string | undefined
  /** What is wrong with the document, and what of it is not read. */
  readonly problems: readonly VFileMessage[]
  /** Where a span stands, for a person. */
  readonly formatPlace: (span: SourceSpan) => string
  /** Finds a place; a sentence if there is none. */
  readonly findPlace: (place: StoryPlace) => SourceSpan | string
  /** Gives messages about `source` the places of the document. */
  readonly locateMessages: (messages: readonly VFileMessage[]) => readonly VFileMessage[]
  /** Of an e-book. */
  readonly book?: {
    readonly chapters: readonly BookChapter[]
    /** The book with annotations in it. */
    readonly write: (
      annotation: Annotation<HastRoot>,
      options: Pick<AnnotateEpubOptions, 'density' | 'known' | 'languages'>,
    ) => {readonly bytes: Uint8Array; readonly problems: readonly VFileMessage[]}
  }
}
