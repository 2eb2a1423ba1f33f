import type {GlossCandidate, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Place, Span} from '../prose/types.js'
import type {Clue} from '../source/annotation-types.js'
import type {Passage} from '../source/types.js'

/** A way of writing a gloss. */
export interface Convention {
  readonly name: string
  /**
   * Proposes gloss candidates, whether or not anything precedes them that could be translated.
   *
   * @returns candidates in the order of the text
   */
  readonly find: (passages: readonly Passage[], context: {readonly host: Host; readonly survey: Survey}) => readonly GlossCandidate[]
  /**
   * Its rank among the conventions is that of all candidates that translate what precedes them (`reach: 'before'`), whichever convention
   * proposed them: such candidates are paired in the order of the text. If no convention has it, each has its own rank.
   */
  readonly ranksAllBefore?: true
}

/** Glosses that follow each other immediately, and the indices of the findings before them that they translate. */
export interface Pairing {
  readonly candidates: readonly GlossCandidate[]
  readonly of: readonly number[]
}

/** The part of a gloss that translates some of its findings. */
export interface Part extends Span {
  /** Indices of findings. */
  readonly of: readonly number[]
}

/** One gloss, the indices of its findings, and which part of it translates which. */
export interface AlignedGloss {
  readonly candidate: GlossCandidate
  readonly of: readonly number[]
  readonly parts: readonly Part[]
}

/** Why a finding has its translation, or none. */
export interface PairingReport {
  /** Index of the finding. */
  readonly of: number
  /** What speaks for the chosen translation; empty if none was chosen. */
  readonly reasons: readonly Clue[]
  /** The best other stretch, and what speaks for and against it. */
  readonly rejected: (Place & {readonly reasons: readonly Clue[]}) | undefined
  /** Probability that nothing translates it, 0..1. */
  readonly none: number
}
