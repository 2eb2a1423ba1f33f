import type {GlossCandidate, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Span} from '../prose/types.js'
import type {Passage} from '../source/types.js'

/** A way of writing a gloss. `find` proposes sites in the order of the text. */
export interface Convention {
  readonly name: string
  /**
   * Proposes, whether or not anything stands there that could be translated.
   *
   * @returns sites in the order of the text
   */
  readonly find: (passages: readonly Passage[], knowledge: {readonly host: Host; readonly survey: Survey}) => readonly GlossCandidate[]
}

/** Glosses that follow each other at once, and the findings before them that they translate, by their indices. */
export interface Pairing {
  readonly sites: readonly GlossCandidate[]
  readonly of: readonly number[]
}

/** The part of a gloss that renders some of its findings. */
export interface Part extends Span {
  readonly of: readonly number[]
}

/** One gloss, its findings, and which part of it renders which. */
export interface AlignedGloss {
  readonly site: GlossCandidate
  readonly of: readonly number[]
  readonly parts: readonly Part[]
}
