import type * as Hast from 'hast'
import type * as Mdast from 'mdast'
import type {Bracket, Quotation, Sentence, SourceSpan, Span, Word} from '../prose/types.js'

/** How a story is written. */
export type Format = 'markdown' | 'text' | 'html'

/** A tree that a story is parsed to: mdast for Markdown and plain text, hast for HTML. */
export type Tree = Mdast.Root | Hast.Root

/** Any node of one. */
export type TreeNode = Mdast.Nodes | Hast.Nodes

/** Any node of one that has children. */
export type TreeParent = Mdast.Parents | Hast.Parents

/** A run of characters that lie side by side in both coordinates; a run of unequal lengths is one escape or entity. */
export interface Run extends Span {
  readonly source: SourceSpan
  /** In the source it does not follow on the run before: other words stand between, or it comes earlier. */
  readonly torn?: true
}

/** One text node of a block, or an opaque node (code, image, HTML) that shows as one U+FFFC. */
export interface Piece extends Span {
  readonly node: TreeNode
}

/** What the author says a stretch to be: of a language (BCP 47), or, with nothing but its place, of the host language. */
export interface Declaration extends Span {
  readonly lang?: string
  /** As what a mark sets it; a `line` or `word` without `lang` is of the story's language, a `gloss` is of the host's. */
  readonly as?: MarkName | 'term'
  /** What a mark says that it means. */
  readonly meaning?: string
}

/** The marks by which an author says outright what a stretch is; `host` stands for no foreign language. */
export type MarkName = 'line' | 'word' | 'gloss' | 'host'

/** A mark that refers to a note: `label` is the note's. */
export interface Reference extends Span {
  readonly label: string
}

/** What is shown over a stretch: its `title` in HTML, which appears when a pointer rests on it, its ruby; the title of a link in Markdown. */
export interface HoverText extends Span {
  readonly shown: string
}

/** A parent's words, its inline markup set aside. Its `text` counts for the spans of all that follows. */
export interface Block {
  readonly parent: TreeParent
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The way back to the source; gaps where the tree does not say where a node stands. */
  readonly runs: readonly Run[]
  readonly emphases: readonly Span[]
  readonly declarations: readonly Declaration[]
  readonly references: readonly Reference[]
  readonly hovers: readonly HoverText[]
}

/** One paragraph of the story: a block, or as much of one as line breaks or other blocks set apart. */
export interface Passage extends Omit<Block, 'parent' | 'pieces' | 'runs'> {
  readonly index: number
  readonly block: Block
  /** Where the passage's text begins in the block's. */
  readonly offset: number
  readonly heading: boolean
  /** By what marks refer to it: the number of a list item, the identifier of a footnote, an id. */
  readonly labels: readonly string[]
  readonly quotations: readonly Quotation[]
  readonly brackets: readonly Bracket[]
  /** Indices of its words among those of the story, end exclusive. */
  readonly tokens: Span
  /** Its words; made when they are first asked for. */
  readonly words: readonly Word[]
  /** For each word, the innermost declaration around it; empty, where nothing is declared. */
  readonly wordDeclarations: readonly (Declaration | undefined)[]
  readonly sentences: readonly Sentence[]
}
