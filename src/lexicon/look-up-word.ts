import type {Lexicon, Reading} from './types.js'

/** What one language makes of a word. */
export interface Claim {
  readonly language: string
  readonly readings: readonly Reading[]
}

const NOTHING: readonly Claim[] = []

/** Looks every word up once in every dictionary; two dictionaries of one language are one, the first first. */
export function reader(lexicons: readonly Lexicon[]): (surface: string) => readonly Claim[] {
  // Most stories have none.
  if (lexicons.length === 0) return () => NOTHING
  const cache = new Map<string, readonly Claim[]>()
  return (surface) => {
    let found = cache.get(surface)
    if (!found) {
      const claims = new Map<string, Reading[]>()
      for (const {language, lookup} of lexicons) {
        const readings = lookup(surface)
        if (readings.length > 0) claims.set(language, [...(claims.get(language) ?? []), ...readings])
      }
      found = Array.from(claims, ([language, readings]) => ({language, readings}))
      cache.set(surface, found)
    }
    return found
  }
}

export type Read = ReturnType<typeof reader>
