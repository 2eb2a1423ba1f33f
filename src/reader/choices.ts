/** How somebody reads a story. */
export interface Choices {
  readonly tips: boolean
  /** Which words have tips: all, each one where it first stands, or those that are not in `known`. */
  readonly words: 'every' | 'first' | 'unknown'
  /** Whether the author's translations stand in the text. */
  readonly gloss: boolean
  /** Whether the glossary shows words that the reader has not reached. */
  readonly spoilers: boolean
  /** Whether it shows nothing but words that are not in `known`. */
  readonly unknown: boolean
  /** Ids of entries. */
  readonly known: readonly string[]
  /** How many words of the story have been in sight. */
  readonly far: number
}

const KEY = 'xenogloss '

/** What a visit before has left; nothing where storage is forbidden or holds something else. */
export function recall(story: string, said: Choices): Choices {
  try {
    return {...said, ...JSON.parse(localStorage.getItem(KEY + story) as string)}
  } catch {
    return said
  }
}

export function remember(story: string, choices: Choices): void {
  try {
    localStorage.setItem(KEY + story, JSON.stringify(choices))
  } catch {
    // Full or forbidden: then they hold for this visit.
  }
}
