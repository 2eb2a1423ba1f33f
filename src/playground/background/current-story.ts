import type {VFileMessage} from 'vfile-message'
import type {Annotation} from '../../annotate/types.js'
import type {Glossary} from '../../lexicon/types.js'
import type {RenderOptions} from '../../render/types.js'
import type {Format, Tree} from '../../source/types.js'

/** A story as it was last annotated. */
export interface CurrentStory {
  readonly annotation: Annotation<Tree>
  readonly source: string
  readonly format: Format
  readonly title: string
  /** Without its extension. */
  readonly name: string
  /** With the decisions. */
  readonly glossaries: readonly Glossary[]
  readonly messages: readonly VFileMessage[]
  /** Whether the page may change the text: not that of a book, nor that of a file which the page only follows. */
  readonly isEditable?: true
  /** Version of the decisions, where a server keeps them. */
  readonly decisions?: string
  /** How it is shown. */
  readonly display?: Pick<RenderOptions, 'gloss' | 'density' | 'known' | 'languages'>
  /** Writes the annotated book, if it was one. */
  readonly book?: (() => Uint8Array) | undefined
}
