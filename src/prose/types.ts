/**
 * Coordinates and what written text is made of.
 *
 * Two coordinate systems, never mixed: a `Span` counts UTF-16 code units of a passage's `text` (what the reader sees), a
 * `SourceSpan` those of the source as given, with its escapes, entities and markers. Ends are exclusive.
 */

/** A stretch of a passage's `text`, in UTF-16 code units. */
export interface Span {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** A span together with the passage that it lies in. */
export interface Place extends Span {
  /** Index into the story's passages. */
  readonly passage: number
}

/** A stretch of the source as given, in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** A printed form, wherever it stands. */
export interface PrintedForm {
  readonly surface: string
  /** What it is looked up by. */
  readonly key: string
  /** Which printed form of the story it is, counted through: what is asked once for each form is kept by this. */
  readonly form: number
  /** Which key of the story it has, counted through. */
  readonly keyIndex: number
}

/** The words of a story, one after the other, as numbers: a hundred thousand objects would cost more than all that is done with them. */
export interface Tokens {
  /** In UTF-16 code units of the paragraph's text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Numbers of printed forms. */
  readonly forms: Int32Array
}

/** A word as printed. */
export interface Word extends Span, PrintedForm {}

/** What is said, the marks around it left out. A mark is empty where the author set none: before `, said Mira` after a dash. */
export interface Quotation extends Span {
  readonly open: Span
  /** Absent where nothing closes it: speech that goes on in the next passage, or whose mark was forgotten. */
  readonly close?: Span
}

/** What stands between two brackets; `outer` includes them. */
export interface Bracket extends Span {
  readonly kind: 'round' | 'square'
  readonly outer: Span
}

/** Where a sentence stands: spoken, bracketed, told, or told with emphasis on several words, as thoughts and letters are. */
export type Zone = 'speech' | 'bracket' | 'narration' | 'emphasis'

/** A sentence of a passage, be it of the host language or not. */
export interface Sentence extends Span {
  readonly zone: Zone
  /** Which quotation, bracket or stretch of narration of the passage, counted through. */
  readonly region: number
  /** Indices into the passage's words, end exclusive. */
  readonly words: Span
}

/** How a language is spelt. */
export interface Spelling {
  /** The letters in the order of the alphabet; a letter may be of several characters (`ch`). */
  readonly letters?: readonly string[] | undefined
  /** Whether case tells words apart, as in Klingon. Default: it does where the headwords use capitals inside of words. */
  readonly caseSensitive?: boolean | undefined
  /** Characters besides letters, marks and digits that stand inside words. Default: apostrophes and `-`. */
  readonly joiners?: string | undefined
  /** Spellings of the same letter, folded to the first: `[["'", "’", "ʼ"]]`. */
  readonly variants?: readonly (readonly string[])[] | undefined
  /** Names for sets of letters, for use in seams: `{"vowel": ["a", "e"]}`. */
  readonly classes?: Readonly<Record<string, readonly string[]>> | undefined
}
