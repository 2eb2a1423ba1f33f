import type {GlossCandidate, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Glossary, Lexicon} from '../lexicon/types.js'
import type {Place, SourceSpan} from '../prose/types.js'
import type {Standoff} from '../source/annotation-types.js'
import type {Passage} from '../source/types.js'

/** What lies before a proof-reader: the story, and what was found in it. */
export interface LintContext {
  readonly source: string
  readonly standoff: Standoff
  readonly glossaries: readonly Glossary[]
  /** Dictionaries, that of the author's own terms first. */
  readonly lexicons: readonly Lexicon[]
  readonly host: Host
  readonly passages: readonly Passage[]
  readonly survey: Survey
  /** Where glosses might stand, claimed or not. */
  readonly sites: readonly GlossCandidate[]
  /** What a stretch of the source shows: the same, but in HTML without tags and references. */
  readonly printed: (at: SourceSpan) => string
  /** Where a stretch of a passage stands in the source, and the other way round; nothing, where it has no place there. */
  readonly sourceAt: (place: Place) => SourceSpan | undefined
  readonly placeAt: (at: SourceSpan) => Place | undefined
  /** Line and column of an offset, as `12:3`. */
  readonly pointAt: (offset: number) => string
}

/** Something that a rule has to say of a stretch of the source. */
export interface Remark extends SourceSpan {
  /** What its sentence names, in order. */
  readonly about: readonly string[]
  /** What should stand there instead, where that is certain. */
  readonly expected?: string | undefined
}

/** A rule of proof-reading. It says what it has found in the order of the text or not, and never throws for any story. */
export interface Rule {
  readonly name: string
  readonly find: (galley: LintContext) => readonly Remark[]
}
