import type {Lexicon, Reading} from './types.js'

/** The readings of a word in one language. */
export interface LanguageReadings {
  readonly language: string
  readonly readings: readonly Reading[]
}

const NONE: readonly LanguageReadings[] = []

/**
 * Creates a function that looks up a word in all dictionaries, with a cache; readings of several dictionaries of one language are
 * combined, in order.
 *
 * @param uninflect removes the host's endings, which loans may have; called if no dictionary has the word itself
 */
export function createWordLookup(
  lexicons: readonly Lexicon[],
  uninflect: (surface: string) => readonly string[] = () => [],
): (surface: string) => readonly LanguageReadings[] {
  // Most stories have none.
  if (lexicons.length === 0) return () => NONE
  const cache = new Map<string, readonly LanguageReadings[]>()
  return (surface) => {
    let found = cache.get(surface)
    if (!found) {
      const byLanguage = new Map<string, Reading[]>()
      for (const shape of [surface, ...uninflect(surface)]) {
        for (const {language, lookup} of lexicons) {
          const readings = lookup(shape)
          if (readings.length > 0) byLanguage.set(language, [...(byLanguage.get(language) ?? []), ...readings])
        }
        if (byLanguage.size > 0) break
      }
      found = Array.from(byLanguage, ([language, readings]) => ({language, readings}))
      cache.set(surface, found)
    }
    return found
  }
}

export type WordLookup = ReturnType<typeof createWordLookup>
