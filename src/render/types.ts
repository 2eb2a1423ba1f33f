import type {ElementContent} from 'hast'
import type {Entry} from '../lexicon/types.js'
import type {TermFields, UtteranceFields, XenoglossFields} from '../source/annotation-types.js'

/** How a story is shown, whatever the renderer. */
export interface RenderOptions {
  /**
   * What becomes of the author's own glosses: `kept` as they are; `hidden`, which the reader's script does until it is asked, and
   * without it they stay; or `moved`, taken out of the text where the renderer shows the lines' translations. Default `'kept'`.
   */
  readonly gloss?: 'kept' | 'hidden' | 'moved' | undefined
  /** Which words are shown: all, each one where it first stands under a heading, or those that are not in `known`. Default `'every'`. */
  readonly density?: 'every' | 'first' | 'unknown' | undefined
  /** Words that readers know. Default none. */
  readonly known?: readonly string[] | undefined
  /** Languages to show, BCP 47. Default all. */
  readonly languages?: readonly string[] | undefined
  /** The language that the story is told in, BCP 47. Default `'en'`. */
  readonly lang?: string | undefined
  /** What ids and names begin with, where several stories stand on one page. Default `'xg-'`. */
  readonly prefix?: string | undefined
}

/** A line to be shown. */
export interface RenderedLine {
  readonly fields: UtteranceFields
  /** Which one of the story, from 1. */
  readonly number: number
  /** As how many nodes it stands: markup may cut it. */
  readonly pieces: number
  /** Its words, those that are not to be shown too, as printed. */
  readonly words: readonly {readonly fields: TermFields; readonly surface: string}[]
}

/** What a renderer may know beside the node that it shows. */
export interface RenderContext {
  /** Lines and words by their ids; of what is not to be shown, nothing. */
  readonly lines: ReadonlyMap<string, RenderedLine>
  readonly terms: ReadonlyMap<string, TermFields>
  readonly gloss: 'kept' | 'hidden' | 'moved'
  readonly lang: string
  readonly prefix: string
  /** Ids of the lines whose translations stay in the text. */
  readonly translated: ReadonlySet<string>
  /** The glossaries as definition lists; none, where they stand apart from the story. */
  readonly lists: () => ElementContent[]
  /** A word's entry in them, and its id there. */
  readonly entryOf: (term: TermFields) => {readonly id: string; readonly entry: Entry} | undefined
}

/** A way of showing a story: what stands in the place of our nodes, and what is added to the story. */
export interface Renderer {
  readonly name: string
  /** Whether it shows the translations of lines, so that the author's glosses may be moved. Default false. */
  readonly translates?: boolean | undefined
  /**
   * What stands in the place of a node of ours.
   *
   * @param children shown already
   * @param ends whether the line ends with this node: markup may cut it in several
   */
  readonly render: (fields: XenoglossFields, children: ElementContent[], scene: RenderContext, ends: boolean) => ElementContent[]
  /** Words of a translation, and the ids of the terms that they render. */
  readonly word?: ((of: readonly string[], children: ElementContent[]) => ElementContent[]) | undefined
  /** What stands below a block of the story in which lines end. */
  readonly below?: ((lines: readonly RenderedLine[], scene: RenderContext) => ElementContent[]) | undefined
  /** What stands behind the story. */
  readonly behind?: ((scene: RenderContext) => ElementContent[]) | undefined
}
