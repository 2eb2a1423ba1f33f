import type {PhrasingContent} from 'mdast'
import type {Parent} from 'unist'
import type {Reading} from '../lexicon/types.js'
import type {Place, SourceSpan, Span} from '../prose/types.js'
import type {Tree} from './types.js'

/** One reason for believing or doubting, in log-odds: above 0 for a foreign line, below 0 against it. */
export interface Clue {
  /** As on the shelf, `declared` where the author says so, or that of a clue of your own. */
  readonly name: string
  /** Natural log-odds. */
  readonly weight: number
}

/** A word of a line and the words of its translation that render it. */
export interface WordLink {
  readonly source: Place
  readonly target: Place
  /** Key of the foreign word. */
  readonly key: string
  /** What renders it, as a glossary puts it. */
  readonly meaning: string
  readonly confidence: number
}

/** A word of the invented language, looked up. */
export interface Term extends Place {
  readonly id: string
  readonly lang: string
  readonly key: string
  readonly surface: string
  readonly meaning?: string
  readonly readings: readonly Reading[]
}

export interface LinkedUtterance extends Place {
  readonly id: string
  readonly lang: string
  readonly translation?: string
  readonly gloss?: string
  readonly confidence: number
  readonly clues: readonly Clue[]
}

export interface LinkedGloss extends Place {
  readonly id: string
  readonly of: readonly string[]
  readonly convention: string
  readonly parts: readonly (Span & {readonly of: readonly string[]})[]
}

/** The story, read: everything that the tree and the standoff show. */
export interface LinkedStory {
  readonly utterances: readonly LinkedUtterance[]
  readonly glosses: readonly LinkedGloss[]
  readonly terms: readonly Term[]
  readonly links: readonly WordLink[]
}

/** One sentence of the invented language. */
export interface UtteranceFields {
  type: 'utterance'
  id: string
  /** BCP 47. */
  lang: string
  translation?: string
  /** Id of the gloss that translates it. */
  gloss?: string
  /** 0..1: of those given 0.9, nine in ten are right. */
  confidence: number
  clues: Clue[]
}

/** The author's translation, its brackets included. */
export interface GlossFields {
  type: 'gloss'
  id: string
  /** Ids of utterances; of terms, when a single word is glossed. */
  of: string[]
  convention: string
}

/** What of a gloss renders one or several utterances. */
export interface TranslationFields {
  type: 'translation'
  /** Ids of the utterances. */
  of: string[]
}

/** A word of the invented language, in an utterance or as a loan. */
export interface TermFields {
  type: 'term'
  id: string
  lang: string
  /** What it is looked up by: folded, where what is printed is not. */
  key: string
  meaning?: string
  readings: Reading[]
}

/** What a node of ours says of the words in it, in whichever tree it stands. */
export type XenoglossFields = UtteranceFields | GlossFields | TranslationFields | TermFields

/** In mdast they are nodes of their own. */
interface Phrase extends Parent {
  children: PhrasingContent[]
}

/** In mdast: `UtteranceFields` around the words of the line. */
export interface UtteranceNode extends UtteranceFields, Phrase {
  type: 'utterance'
}

/** In mdast: `GlossFields` around the gloss. */
export interface GlossNode extends GlossFields, Phrase {
  type: 'gloss'
}

/** In mdast: `TranslationFields` inside a gloss. */
export interface TranslationNode extends TranslationFields, Phrase {
  type: 'translation'
}

/** In mdast: `TermFields` around the word. */
export interface TermNode extends TermFields, Phrase {
  type: 'term'
}

/** What mdast gets of ours, as phrasing content. */
export type XenoglossNode = UtteranceNode | GlossNode | TranslationNode | TermNode

declare module 'mdast' {
  interface PhrasingContentMap {
    utterance: UtteranceNode
    gloss: GlossNode
    translation: TranslationNode
    term: TermNode
  }
  interface RootContentMap {
    utterance: UtteranceNode
    gloss: GlossNode
    translation: TranslationNode
    term: TermNode
  }
}

declare module 'hast' {
  interface ElementData {
    /** In hast they are `span` elements that carry what they say. */
    xenogloss?: XenoglossFields | undefined
  }
}

/** An utterance, and where it stands. */
export interface StandoffUtterance extends SourceSpan, Omit<LinkedUtterance, keyof Place> {}

/** A gloss with its brackets, and where it stands. */
export interface StandoffGloss extends SourceSpan {
  readonly id: string
  /** Ids of utterances; of terms, when a single word is glossed. */
  readonly of: readonly string[]
  readonly convention: string
  /** Which of it renders which. */
  readonly parts: readonly (SourceSpan & {readonly of: readonly string[]})[]
}

/** A word, and where it stands. */
export interface StandoffTerm extends SourceSpan {
  readonly id: string
  readonly lang: string
  readonly headword?: string
  readonly meaning?: string
}

/** A word of a line, and the words of its translation that render it; offsets as of a `SourceSpan`. */
export interface StandoffLink {
  readonly source: readonly [start: number, end: number]
  readonly target: readonly [start: number, end: number]
  /** 0..1. */
  readonly confidence: number
}

/** The annotation beside the text: plain JSON, in the order of the text. */
export interface Standoff {
  readonly utterances: readonly StandoffUtterance[]
  readonly glosses: readonly StandoffGloss[]
  readonly terms: readonly StandoffTerm[]
  readonly links: readonly StandoffLink[]
}

/** A story that a glossary was learnt from, for formats that quote it: `{...annotate(source, {work}), source, work}`. */
export interface AnnotatedStory {
  /** As in the evidence of entries; absent, where there is one story. */
  readonly work?: string | undefined
  readonly title?: string | undefined
  /** Address of a page that shows it, for links back; relative addresses are fine. */
  readonly href?: string | undefined
  readonly source: string
  readonly standoff: Standoff
  /** The annotated tree: lines are quoted as it shows them. Without it they are slices of the source, markup and all. */
  readonly tree?: Tree | undefined
}
