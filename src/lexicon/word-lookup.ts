import type {Lexicon, Reading} from './types.js'

/** The readings of a word in one language. */
export interface LanguageReadings {
  readonly language: string
  readonly readings: readonly Reading[]
}

const NONE: readonly LanguageReadings[] = []

/** Creates a function that looks up a word in all dictionaries, with a cache; readings of several dictionaries of one language are combined, in order. */
export function createWordLookup(lexicons: readonly Lexicon[]): (surface: string) => readonly LanguageReadings[] {
  // Most stories have none.
  if (lexicons.length === 0) return () => NONE
  const cache = new Map<string, readonly LanguageReadings[]>()
  return (surface) => {
    let found = cache.get(surface)
    if (!found) {
      const byLanguage = new Map<string, Reading[]>()
      for (const {language, lookup} of lexicons) {
        const readings = lookup(surface)
        if (readings.length > 0) byLanguage.set(language, [...(byLanguage.get(language) ?? []), ...readings])
      }
      found = Array.from(byLanguage, ([language, readings]) => ({language, readings}))
      cache.set(surface, found)
    }
    return found
  }
}

export type WordLookup = ReturnType<typeof createWordLookup>
