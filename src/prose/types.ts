/**
 * Coordinates, and the parts of written text.
 *
 * Never mix the two coordinate systems: a `Span` counts UTF-16 code units of a passage's `text` (what the reader sees), a `SourceSpan`
 * those of the source as given, including escapes, entities and markup. Ends are exclusive.
 */

/** A range of a passage's `text`, in UTF-16 code units. */
export interface Span {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** A span with the passage that it lies in. */
export interface Place extends Span {
  /** Index into the story's passages. */
  readonly passage: number
}

/** A range of the source as given, in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** A distinct spelling that occurs in a story. */
export interface PrintedForm {
  readonly surface: string
  /** The folded spelling, used for look-up. */
  readonly key: string
  /** Index of the printed form within the story. Index caches of per-form results with it. */
  readonly form: number
  /** Index of the key within the story. */
  readonly keyIndex: number
}

/** The words of a story as parallel arrays, in order; a hundred thousand word objects would cost more than all work done with them. */
export interface Tokens {
  /** UTF-16 offsets in the paragraph's text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Indices of printed forms. */
  readonly forms: Int32Array
}

/** A word as printed. */
export interface Word extends Span, PrintedForm {}

/** Quoted text without its marks. A mark is an empty span where the author set none: before `, said Mira` after a dash. */
export interface Quotation extends Span {
  readonly open: Span
  /** Absent if nothing closes the quotation: speech continues in the next passage, or the author forgot the mark. */
  readonly close?: Span
}

/** The text between two brackets; `outer` includes the brackets. */
export interface Bracket extends Span {
  readonly kind: 'round' | 'square'
  readonly outer: Span
}

/** Where a sentence stands. `emphasis` is narration emphasized over several words, as thoughts and letters are. */
export type Zone = 'speech' | 'bracket' | 'narration' | 'emphasis'

/** A sentence of a passage, in the host language or another. */
export interface Sentence extends Span {
  readonly zone: Zone
  /** Index of the quotation, bracket or stretch of narration within the passage. */
  readonly region: number
  /** Indices into the passage's words, end exclusive. */
  readonly words: Span
}

/** How a language is spelled. */
export interface Spelling {
  /** The letters in alphabetical order; a letter may have several characters (`ch`). */
  readonly letters?: readonly string[] | undefined
  /** Whether case distinguishes words, as in Klingon. Default: true if headwords have capitals inside words. */
  readonly caseSensitive?: boolean | undefined
  /** Characters besides letters, marks and digits that occur inside words. Default: apostrophes and `-`. */
  readonly joiners?: string | undefined
  /** Spellings of the same letter, folded to the first: `[["'", "’", "ʼ"]]`. */
  readonly variants?: readonly (readonly string[])[] | undefined
  /** Named sets of letters, for use in seams: `{"vowel": ["a", "e"]}`. */
  readonly classes?: Readonly<Record<string, readonly string[]>> | undefined
}
