/** A document of a word processor, or an e-book in one file, as a story. */
export interface DocumentStory {
  /** The text as HTML, for `annotate(html, {format: 'html'})`: headings, paragraphs, lists, emphasis, and notes that are linked. */
  readonly html: string
  /** Title in the properties of the document. */
  readonly title: string | undefined
  /** BCP 47 tag of the language that the document says it is in. */
  readonly language: string | undefined
  /** What of the document is not read, in sentences. */
  readonly messages: readonly string[]
}

/** Options of what reads documents. */
export interface ReadDocumentOptions {
  /** How errors refer to the file. Default `'the file'`. */
  readonly file?: string | undefined
}
