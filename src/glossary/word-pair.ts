/** A word of a translation. */
export interface TargetWord {
  readonly key: string
  readonly stem: string
  /** A function word, which is linked only if nothing else can be. */
  readonly grammatical: boolean
}

/** An utterance's words by key, and the words of its translation. */
export interface WordPair {
  readonly source: readonly string[]
  readonly target: readonly TargetWord[]
  /** Indices of the words that stand behind punctuation. */
  readonly sourceBreaks?: readonly number[]
  readonly targetBreaks?: readonly number[]
}
