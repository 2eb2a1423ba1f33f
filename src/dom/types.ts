import type {Annotation} from '../annotate/types.js'
import type {Glossary, Reading} from '../lexicon/types.js'
import type {SourceSpan} from '../prose/types.js'
import type {Standoff} from '../source/annotation-types.js'

/** A text node of the page, and where its text stands in the HTML that was read. */
export interface PageText extends SourceSpan {
  readonly node: Text
  /** What it was when it was read. */
  readonly text: string
  readonly isEmphasized: boolean
  /** Whether it stands in an annotation that somebody else has made: it is read, and left as it is. */
  readonly isTaken: boolean
}

/** A page as HTML, for an annotator. */
export interface ReadPage {
  readonly html: string
  /** In the order of the page. */
  readonly texts: readonly PageText[]
}

/** An element to insert. */
export interface Mark extends SourceSpan {
  readonly attributes: Readonly<Record<string, string>>
  readonly annotations: Mark[]
}

/** A text node that was split. */
export interface Split {
  /** Stays where it is, with the beginning of its text. */
  readonly node: Text
  /** Its text before it was split, and the part that it keeps. */
  readonly text: string
  readonly kept: string
  /** Whether it was its parent's only child. */
  readonly isAlone: boolean
  /** What stands behind it instead of the rest. */
  readonly followers: readonly ChildNode[]
}

/** What is used of an annotation: what `annotate` returns, or a worker annotator. */
export interface PageAnnotation<Message = unknown> {
  readonly standoff: Standoff
  readonly glossary: Glossary
  readonly glossaries: readonly Glossary[]
  readonly messages: readonly Message[]
  readonly hostLanguage?: string | undefined
  /** By the id of a term, as a worker annotator gives them. */
  readonly readings?: Readonly<Record<string, Reading>> | undefined
  /** Readings are taken from it if they are not given. */
  readonly tree?: Annotation['tree'] | {readonly type: 'root'} | undefined
}
