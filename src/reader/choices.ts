/** How somebody reads a story. */
export interface Choices {
  readonly tips: boolean
  /** Which words have tips: all, each one where it first stands, or those that are not in `known`. */
  readonly words: 'every' | 'first' | 'unknown'
  /** Whether the author's translations stand in the text. */
  readonly gloss: boolean
  /** Whether glossary and tips tell of what the reader has not reached. */
  readonly spoilers: boolean
  /** Whether the glossary shows nothing but words that are not in `known`. */
  readonly unknown: boolean
  /** Ids of entries. */
  readonly known: readonly string[]
  /** How many words of the story have been in sight. */
  readonly far: number
}

/** How many words of the story may be told of. */
export const farOf = ({spoilers, far}: Choices): number => (spoilers ? Number.POSITIVE_INFINITY : far)

const KEY = 'xenogloss '

/** A list is no object, and nobody is at a place below 0. */
const kind = (value: unknown): string => `${typeof value}${Array.isArray(value)}${(value as number) < 0}`

/** What a visit before has left, as far as each is what it should be: storage may be forbidden, and any page of a site may write there. */
export function recall(story: string, said: Choices): Choices {
  try {
    const left = JSON.parse(localStorage.getItem(KEY + story) as string)
    const isMeant = ([name, value]: [string, unknown]) => kind(value) === kind(said[name as keyof Choices])
    return {...said, ...Object.fromEntries(Object.entries(left).filter(isMeant))}
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
