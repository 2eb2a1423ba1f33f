import type {PunctuationOffsets} from '../prose/punctuation.js'
import type {SourceSpan, Span} from '../prose/types.js'
import type {XenoglossFields} from './annotation-types.js'
import type {Format, Run, Tree, TreeNode} from './types.js'

/**
 * Maps each character of a text node's value to the source.
 *
 * @param at where the value begins in the block's text
 * @param span where the node stands in the source
 * @param previous the run before, to detect text that is out of order
 */
export type LocateText = (value: string, at: number, span: SourceSpan, previous: Run | undefined) => readonly Run[]

/** What differs between the trees of the formats: how to read them, and how to wrap their nodes. */
export interface TreeFormat {
  readonly name: Format
  /** Returns the length of a byte order mark that the parser's offsets do not count. */
  readonly bomLength: (source: string) => number
  readonly createLocator: (tree: Tree, source: string) => LocateText
  /** Whether a line ending in a text node is a space, as in HTML. */
  readonly collapsesLines: boolean
  /** Finds emphasis written in the text itself; absent if the tree has nodes for it. */
  readonly findEmphasis?: (text: string, punctuation: PunctuationOffsets) => readonly Span[]
  /** Wraps nodes in a xenogloss node. */
  readonly wrap: (fields: XenoglossFields, children: TreeNode[]) => TreeNode
  /** Returns the visible text of a piece of the source. */
  readonly show: (piece: string) => string
  /** Finds the nodes that are no part of the story, such as the site around it; absent if all is. */
  readonly findSiteParts?: (tree: Tree) => ReadonlySet<TreeNode>
  /** Creates a function that says where an offset of the source stands; absent if line and column say so. */
  readonly formatPlaces?: (source: string) => (offset: number) => string
}

/** A format of stories: how to parse a source, and how to read its tree. */
export interface SourceFormat<T extends Tree = Tree> extends TreeFormat {
  /** Never throws on any string. */
  readonly parse: (source: string) => T
}
