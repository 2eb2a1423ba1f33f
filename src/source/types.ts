import type * as Hast from 'hast'
import type * as Mdast from 'mdast'
import type {Bracket, Quotation, Sentence, SourceSpan, Span, Word} from '../prose/types.js'

/** The format of a story's source. */
export type Format = 'markdown' | 'text' | 'html'

/** The tree of a story: mdast for Markdown and plain text, hast for HTML. */
export type Tree = Mdast.Root | Hast.Root

/** Any node of a `Tree`. */
export type TreeNode = Mdast.Nodes | Hast.Nodes

/** Any node of a `Tree` that has children. */
export type TreeParent = Mdast.Parents | Hast.Parents

/** A run of characters that are contiguous in both coordinate systems; a run of unequal lengths is one escape or entity. */
export interface Run extends Span {
  readonly source: SourceSpan
  /** The run does not follow the previous one in the source: other words stand between them, or it comes earlier. */
  readonly torn?: true
}

/** A text node of a block, or an opaque node (code, image, HTML), which the text shows as one U+FFFC. */
export interface Piece extends Span {
  readonly node: TreeNode
}

/** The author's statement about a stretch of text. With neither `lang` nor `as` it is in the host language. */
export interface Declaration extends Span {
  /** BCP 47. */
  readonly lang?: string
  /** The mark that declares it. Without `lang`, a `line` or `word` is in the story's language; a `gloss` is in the host's. */
  readonly as?: MarkName | 'term'
  /** The meaning that a mark states. */
  readonly meaning?: string
}

/** The marks by which an author declares what a stretch is; `host` means not foreign. */
export type MarkName = 'line' | 'word' | 'gloss' | 'host'

/** A mark that refers to a note. */
export interface Reference extends Span {
  /** The note's label. */
  readonly label: string
}

/** Text shown over a stretch: its HTML `title` (a tooltip), its ruby, or the title of a Markdown link. */
export interface HoverText extends Span {
  readonly shown: string
}

/** The text of a parent node without its inline markup. Spans within the block count in its `text`. */
export interface Block {
  readonly parent: TreeParent
  /** Number of the table row, or of the item of a description list, that holds the block; 0 outside of both. */
  readonly row: number
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Maps the text to the source; has gaps where nodes have no position. */
  readonly runs: readonly Run[]
  readonly emphases: readonly Span[]
  readonly declarations: readonly Declaration[]
  readonly references: readonly Reference[]
  readonly hovers: readonly HoverText[]
}

/** One paragraph of the story: a block, or the part of one between line breaks or nested blocks. */
export interface Passage extends Omit<Block, 'parent' | 'row' | 'pieces' | 'runs'> {
  readonly index: number
  readonly block: Block
  /** Where the passage's text begins in the block's. */
  readonly offset: number
  readonly heading: boolean
  /** Labels that references use: the number of a list item, the identifier of a footnote, an id. */
  readonly labels: readonly string[]
  readonly quotations: readonly Quotation[]
  readonly brackets: readonly Bracket[]
  /** Indices of the passage's words among those of the story, end exclusive. */
  readonly tokens: Span
  /** The passage's words; computed on first access. */
  readonly words: readonly Word[]
  /** For each word, the innermost declaration around it; an empty list if nothing is declared. */
  readonly wordDeclarations: readonly (Declaration | undefined)[]
  readonly sentences: readonly Sentence[]
}
