import type {Root as HastRoot} from 'hast'
import type {Annotation, Options} from '../annotate/types.js'
import type {RenderOptions} from '../render/types.js'
import type {XmlElement} from './xml-tree.js'

/** A file of a book, as its manifest lists it. */
export interface ManifestItem {
  readonly id: string
  /** From the root of the book. */
  readonly path: string
  readonly mediaType: string
  readonly properties: readonly string[]
}

/** The package document of a book. */
export interface BookPackage {
  readonly path: string
  readonly text: string
  readonly root: XmlElement
  /** Whether the book is of EPUB 3; otherwise of EPUB 2. */
  readonly isVersion3: boolean
  readonly title: string | undefined
  /** BCP 47. */
  readonly language: string | undefined
  readonly manifest: ReadonlyMap<string, ManifestItem>
  /** Ids of the documents in reading order; undefined where one is not named. */
  readonly spine: readonly (string | undefined)[]
  /** Whether its pages are laid out in advance. */
  readonly isFixedLayout: boolean
  /** The navigation document of EPUB 3. */
  readonly navigation: ManifestItem | undefined
  /** The table of contents of EPUB 2 (NCX). */
  readonly contents: ManifestItem | undefined
  /** What documents are, in EPUB 2. */
  readonly guide: readonly {readonly path: string; readonly type: string; readonly hasFragment: boolean}[]
}

/** A chapter of a book, and its place in the joined text of all. */
export interface BookChapter {
  /** From the root of the book. */
  readonly path: string
  /** Where its text begins in the `source` of the book, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

/** Options of `annotateEpub`: those of `annotate`, and how the book shows it. */
export interface AnnotateEpubOptions extends Omit<Options, 'format'>, Pick<RenderOptions, 'density' | 'known' | 'languages'> {
  /** How errors and messages refer to the book. Default `'the file'`. */
  readonly file?: string | undefined
  /** Whether to append the learned glossary, to which words link. Default true. */
  readonly glossary?: boolean | undefined
  /** Title of the glossary in the table of contents. Default `'Glossary'`. */
  readonly glossaryTitle?: string | undefined
  /** Whether reading systems can look words up in that glossary (EPUB Dictionaries and Glossaries 1.0). EPUB 3 only. Default false. */
  readonly searchKeys?: boolean | undefined
  /** Whether translations are shown as pop-up notes. Default true. */
  readonly notes?: boolean | undefined
}

/** An annotated book. */
export interface AnnotatedBook extends Annotation<HastRoot> {
  /** The EPUB with the annotations in it. */
  readonly bytes: Uint8Array
  /** Title of the book in its metadata. */
  readonly title: string | undefined
  /** The text of all chapters, one behind the other, in which `standoff` and the evidence of the glossaries count. */
  readonly source: string
  /** The chapters that were read, in reading order. */
  readonly chapters: readonly BookChapter[]
}
