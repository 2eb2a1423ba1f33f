import type {PhrasingContent} from 'mdast'
import type {Parent} from 'unist'
import type {Reading} from '../lexicon/types.js'
import type {Place, SourceSpan, Span} from '../prose/types.js'
import type {Tree} from './types.js'

/** One reason for or against a candidate: a weight above 0 supports a foreign line, below 0 counts against it. */
export interface Clue {
  /** Name of a built-in or custom clue; `declared` if the author says so. */
  readonly name: string
  /** Natural log-odds. */
  readonly weight: number
}

/** A word of an utterance and the words of its translation that render it. */
export interface WordLink {
  readonly source: Place
  readonly target: Place
  /** Key of the foreign word. */
  readonly key: string
  /** The words that render it, as a glossary entry gives them. */
  readonly meaning: string
  /** 0..1. */
  readonly confidence: number
}

/** A word of another language with the result of its look-up. */
export interface Term extends Place {
  readonly id: string
  readonly lang: string
  /** 0..1: how sure its language is, if it was recognised as one that fiction quotes; otherwise absent. */
  readonly langConfidence?: number
  readonly key: string
  readonly surface: string
  readonly meaning?: string
  readonly readings: readonly Reading[]
}

export interface LinkedUtterance extends Place {
  readonly id: string
  readonly lang: string
  /** 0..1: how sure its language is, if it was recognised as one that fiction quotes; otherwise absent. */
  readonly langConfidence?: number
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

/** The result of the pipeline: everything that the tree and the standoff show. */
export interface LinkedStory {
  readonly utterances: readonly LinkedUtterance[]
  readonly glosses: readonly LinkedGloss[]
  readonly terms: readonly Term[]
  readonly links: readonly WordLink[]
  /** How sure the meanings are that follow from translations stated in marks, by the key of the word: 0..1. */
  readonly statedConfidence: ReadonlyMap<string, number>
}

/** Fields of an utterance node: one sentence or phrase of another language. */
export interface UtteranceFields {
  type: 'utterance'
  id: string
  /** BCP 47. */
  lang: string
  /** 0..1: how sure its language is, if it was recognised as one that fiction quotes; otherwise absent. */
  langConfidence?: number
  translation?: string
  /** Id of the gloss that contains its translation. */
  gloss?: string
  /** 0..1, calibrated: of utterances with 0.9, nine in ten are right. */
  confidence: number
  clues: Clue[]
}

/** Fields of a gloss node: the author's translation with its brackets. */
export interface GlossFields {
  type: 'gloss'
  id: string
  /** Ids of utterances, or of terms if a single word is glossed. */
  of: string[]
  convention: string
}

/** Fields of a translation node: the part of a gloss that renders one or more utterances. */
export interface TranslationFields {
  type: 'translation'
  /** Ids of the utterances. */
  of: string[]
}

/** Fields of a term node: a word of another language, in an utterance or as a loan. */
export interface TermFields {
  type: 'term'
  id: string
  lang: string
  /** As of utterances. */
  langConfidence?: number
  /** The folded spelling, used for look-up. */
  key: string
  meaning?: string
  readings: Reading[]
}

/** The fields of any xenogloss node, in mdast and hast. */
export type XenoglossFields = UtteranceFields | GlossFields | TranslationFields | TermFields

/** A phrasing node with phrasing content. */
interface Phrase extends Parent {
  children: PhrasingContent[]
}

/** In mdast, a node around the words of an utterance. */
export interface UtteranceNode extends UtteranceFields, Phrase {
  type: 'utterance'
}

/** In mdast, a node around a gloss. */
export interface GlossNode extends GlossFields, Phrase {
  type: 'gloss'
}

/** In mdast, a node inside a gloss. */
export interface TranslationNode extends TranslationFields, Phrase {
  type: 'translation'
}

/** In mdast, a node around a word. */
export interface TermNode extends TermFields, Phrase {
  type: 'term'
}

/** The node types added to mdast, all of them phrasing content. */
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
    /** In hast, xenogloss nodes are `span` elements with their fields here. */
    xenogloss?: XenoglossFields | undefined
  }
}

/** An utterance and its position in the source. */
export interface StandoffUtterance extends SourceSpan, Omit<LinkedUtterance, keyof Place> {}

/** A gloss with its brackets, and its position in the source. */
export interface StandoffGloss extends SourceSpan {
  readonly id: string
  /** Ids of utterances, or of terms if a single word is glossed. */
  readonly of: readonly string[]
  readonly convention: string
  /** The parts of the gloss and the utterances that each renders. */
  readonly parts: readonly (SourceSpan & {readonly of: readonly string[]})[]
}

/** A term and its position in the source. */
export interface StandoffTerm extends SourceSpan {
  readonly id: string
  readonly lang: string
  /** As of utterances. */
  readonly langConfidence?: number
  readonly headword?: string
  readonly meaning?: string
}

/** A word of an utterance and the words of its translation that render it; offsets as in a `SourceSpan`. */
export interface StandoffLink {
  readonly source: readonly [start: number, end: number]
  readonly target: readonly [start: number, end: number]
  /** 0..1. */
  readonly confidence: number
}

/** Why an utterance or a loan has its translation, or none; for `explain`. */
export interface StandoffPairing extends SourceSpan {
  /** Probability that the text holds no translation of it, 0..1. */
  readonly untranslated: number
  /** What speaks for the translation, in log-odds; empty if it has none. */
  readonly reasons: readonly Clue[]
  /** The best stretch that was not chosen, and what speaks for and against it. */
  readonly rejected?: SourceSpan & {readonly reasons: readonly Clue[]}
}

/** The annotation as plain JSON beside the text, in the order of the text. */
export interface Standoff {
  readonly utterances: readonly StandoffUtterance[]
  readonly glosses: readonly StandoffGloss[]
  readonly terms: readonly StandoffTerm[]
  readonly links: readonly StandoffLink[]
}

/** A story that a glossary was learned from, for formats that quote it: `{...annotate(source, {work}), source, work}`. */
export interface AnnotatedStory {
  /** As in the evidence of entries; may be absent if there is only one story. */
  readonly work?: string | undefined
  readonly title?: string | undefined
  /** URL of a page that shows the story, for links back; may be relative. */
  readonly href?: string | undefined
  readonly source: string
  readonly standoff: Standoff
  /** The annotated tree, from which utterances are quoted as shown. Without it, quotes are slices of the source with its markup. */
  readonly tree?: Tree | undefined
}
