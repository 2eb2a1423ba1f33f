/** The settings of a reader and the progress in a story. */
export interface Choices {
  /** Whether words and utterances have tooltips. */
  readonly tips: boolean
  /** Which words have tooltips: all, first occurrences, or those that are not in `known`. */
  readonly words: 'every' | 'first' | 'unknown'
  /** Whether the author's translations are visible in the text. */
  readonly gloss: boolean
  /** Whether glossary and tooltips include parts of the story that the reader has not reached. */
  readonly spoilers: boolean
  /** Whether the glossary omits words that are in `known`. */
  readonly unknown: boolean
  /** Ids of entries that the reader knows. */
  readonly known: readonly string[]
  /** Number of terms of the story that have been visible, from its start. */
  readonly far: number
}

/** Returns how many terms, from the start of the story, glossary and tooltips may cover; `undefined` for all. */
export const spoilerLimit = ({spoilers, far}: Choices): number | undefined => (spoilers ? undefined : far)

const KEY_PREFIX = 'xenogloss '

/** Distinguishes arrays from objects and negative numbers from others. */
const typeOf = (value: unknown): string => `${typeof value}${Array.isArray(value)}${(value as number) < 0}`

/** Loads stored choices; a value of the wrong type gets its default. Storage may be disabled, and any page of the site can write to it. */
export function loadChoices(story: string, defaults: Choices): Choices {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY_PREFIX + story) as string)
    const isValid = ([name, value]: [string, unknown]) => typeOf(value) === typeOf(defaults[name as keyof Choices])
    return {...defaults, ...Object.fromEntries(Object.entries(stored).filter(isValid))}
  } catch {
    return defaults
  }
}

export function saveChoices(story: string, choices: Choices): void {
  try {
    localStorage.setItem(KEY_PREFIX + story, JSON.stringify(choices))
  } catch {
    // Storage is full or disabled: the choices last for this visit.
  }
}
