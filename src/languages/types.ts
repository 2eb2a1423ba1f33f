/** What recognises one real language in what a story quotes. */
export interface LanguageRecognizer {
  /** BCP 47. */
  readonly lang: string
  /**
   * Natural log-probability of a part of a word (see `split-word.ts`) among the running words of the language, if it is one of the listed common
   * words; otherwise undefined.
   */
  readonly frequency: (part: string) => number | undefined
  /** Number of letters from the beginning of a part that a listed word shares. */
  readonly stem: (part: string) => number
  /** Natural log-probability of the spelling of a part, given that it is a word of the language. */
  readonly spelling: (part: string) => number
  /** Returns the natural log-probability that a running word is not listed. */
  readonly unlisted: () => number
}

/** What the recogniser of a language is made from. */
export interface LanguageData {
  /** BCP 47. */
  readonly lang: string
  /**
   * Folded words by frequency, a line for each tier: ten times the negative natural log-probability of each of its words, a space, and the words,
   * sorted and front-coded: a character for the number of letters shared with the word before (`A` for none), then the rest of the word.
   */
  readonly words: string
  /** How spellings of one word are made equal, applied to lower-case words in this order. */
  readonly respell?: readonly (readonly [pattern: RegExp, replacement: string])[]
}

/** A foreign line or single word of a story. */
export interface QuotedPiece {
  readonly kind: 'line' | 'word'
  /** Keys of its words, without numbers, and without names unless there is nothing else. */
  readonly words: readonly string[]
  /** Keys of words that the story also uses as names; they count if they are listed. */
  readonly names: readonly string[]
  /** BCP 47 tag, if it is known before: stated by the author, or by a dictionary. */
  readonly known?: string | undefined
}

/** The language of a piece. */
export interface RecognizedLanguage {
  /** BCP 47. */
  readonly lang: string
  /** 0..1. */
  readonly confidence: number
}
