import type {ElementContent} from 'hast'
import type {Entry} from '../lexicon/types.js'
import type {TermFields, UtteranceFields, XenoglossFields} from '../source/annotation-types.js'

/** Options that every renderer accepts. */
export interface RenderOptions {
  /**
   * What happens to the author's glosses: `kept` leaves them in place; `hidden` marks them for the reader script to hide (without the
   * script they stay visible); `moved` removes them from the text if the renderer shows the translations itself. Default `'kept'`.
   */
  readonly gloss?: 'kept' | 'hidden' | 'moved' | undefined
  /** Which terms to annotate: all, the first occurrence under each heading, or those that are not in `known`. Default `'every'`. */
  readonly density?: 'every' | 'first' | 'unknown' | undefined
  /** Words that the audience knows already. Default none. */
  readonly known?: readonly string[] | undefined
  /** Languages to annotate, as BCP 47 tags. Default all. */
  readonly languages?: readonly string[] | undefined
  /** The host language, as a BCP 47 tag. Default that of the annotation, `'en'` for a tree alone. */
  readonly lang?: string | undefined
  /**
   * What ids and anchor names begin with, those of the glossary's entries, too. Default `'xg-'`. When one page holds several stories, give each its
   * own, such as `'xg-2-'`.
   */
  readonly prefix?: string | undefined
}

/** The default of the option `prefix`. */
export const DEFAULT_PREFIX = 'xg-'

/** Options of `toHast`. */
export interface HastOptions extends RenderOptions {
  /** A renderer, or the name of a built-in one (see `renderers`). Default `tooltip`. */
  readonly renderer?: Renderer | string | undefined
  /**
   * Where the glossary entries are that terms refer to: `enclosed` lets the renderer append them to the story (`tooltip` hides them);
   * `apart` leaves it to the page to show `glossaryToHast`. Default `'enclosed'`.
   */
  readonly entries?: 'enclosed' | 'apart' | undefined
}

/** An utterance to render. */
export interface RenderedLine {
  readonly fields: UtteranceFields
  /** Position in the story, from 1. */
  readonly number: number
  /** Number of nodes that make up the utterance; markup may split it. */
  readonly pieces: number
  /** How much of it the author has emphasized, within the line or around it. */
  readonly emphasis: 'none' | 'part' | 'whole'
  /** All terms of the utterance as printed, including those that are not annotated. */
  readonly words: readonly {readonly fields: TermFields; readonly surface: string}[]
}

/** The glossary entry of a term. */
export interface TermEntry {
  /** Of its element. */
  readonly id: string
  readonly entry: Entry
  /** Returns the word and the affixes of the glossary that the entry is built of, if it is. */
  readonly learnedParts: () => readonly Entry[] | undefined
}

/** The story-wide data that a renderer receives with each node. */
export interface RenderContext {
  /** Utterances and terms by id; only those that are to be annotated. */
  readonly lines: ReadonlyMap<string, RenderedLine>
  readonly terms: ReadonlyMap<string, TermFields>
  readonly gloss: 'kept' | 'hidden' | 'moved'
  readonly lang: string
  readonly prefix: string
  /** Ids of the utterances whose translations stay in the text. */
  readonly translated: ReadonlySet<string>
  /** Returns the glossaries as definition lists; empty if the page shows them outside the story. */
  readonly lists: () => ElementContent[]
  /** Returns the glossary entry of a term. */
  readonly entryOf: (term: TermFields) => TermEntry | undefined
}

/** Turns annotations into hast: replaces xenogloss nodes and adds notes or glossaries to the story. */
export interface Renderer {
  readonly name: string
  /** Whether the renderer shows translations of utterances itself, so that glosses may be `moved`. Default false. */
  readonly translates?: boolean | undefined
  /**
   * Returns what replaces a xenogloss node.
   *
   * @param children already rendered
   * @param ends whether this is the last piece of its utterance; markup may split one into several
   */
  readonly render: (fields: XenoglossFields, children: ElementContent[], context: RenderContext, ends: boolean) => ElementContent[]
  /** Marks words of a translation. `of`: ids of the terms that they render. */
  readonly word?: ((of: readonly string[], children: ElementContent[]) => ElementContent[]) | undefined
  /** Returns what to insert below a block, given the utterances that end in it. */
  readonly below?: ((lines: readonly RenderedLine[], context: RenderContext) => ElementContent[]) | undefined
  /** Returns what to append to the story. */
  readonly behind?: ((context: RenderContext) => ElementContent[]) | undefined
}
