import type {GlossCandidate, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Glossary, Lexicon} from '../lexicon/types.js'
import type {Place, SourceSpan} from '../prose/types.js'
import type {Standoff, StandoffPairing} from '../source/annotation-types.js'
import type {Passage} from '../source/types.js'

/** The story and its annotation, as rules see them. */
export interface LintContext {
  readonly source: string
  readonly standoff: Standoff
  readonly pairings: readonly StandoffPairing[]
  /** Without those of languages that were only recognised, such as `fr`. */
  readonly glossaries: readonly Glossary[]
  /** Dictionaries, first that of the author's own terms. */
  readonly lexicons: readonly Lexicon[]
  readonly host: Host
  readonly passages: readonly Passage[]
  readonly survey: Survey
  /** Possible glosses, whether or not they belong to an utterance. */
  readonly glossCandidates: readonly GlossCandidate[]
  /** Returns the text that readers see in a span of the source: the same, but in HTML without tags and references. */
  readonly visibleText: (at: SourceSpan) => string
  /** Converts a place in a passage to a span of the source and back; `undefined` if it has no counterpart. */
  readonly toSourceSpan: (place: Place) => SourceSpan | undefined
  readonly toPlace: (at: SourceSpan) => Place | undefined
  /** Formats the line and column of an offset, as `12:3`. */
  readonly formatPosition: (offset: number) => string
}

/** A finding of a rule about a span of the source. */
export interface Diagnostic extends SourceSpan {
  /** Values for the message, in order. */
  readonly values: readonly string[]
  /** The replacement, if it is certain. */
  readonly expected?: string | undefined
}

/** A proofreading rule. Its diagnostics may be in any order; it never throws. */
export interface Rule {
  readonly name: string
  readonly check: (context: LintContext) => readonly Diagnostic[]
}
