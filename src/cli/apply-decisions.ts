import type {Entry, Glossary} from '../lexicon/types.js'

/** An entry as decided, and its position in the glossary. */
export interface DecidedEntry {
  readonly index: number
  readonly entry: Entry
}

/**
 * Returns the glossary with the decided entries. What they contain is not checked.
 *
 * @param changes come from a page
 * @throws TypeError if they are not a list of entries with their positions and headwords
 */
export function applyDecisions(glossary: Glossary, changes: readonly DecidedEntry[]): Glossary {
  const entries = [...glossary.entries]
  if (!Array.isArray(changes)) throw new TypeError('expected a list of changes')
  for (const change of changes as readonly (Partial<DecidedEntry> | null)[]) {
    const {index, entry} = change ?? {}
    // Whoever has another glossary in mind would have another word in this place.
    if (index === undefined || entry?.headword === undefined || entries[index]?.headword !== entry.headword)
      throw new TypeError(`no entry ${JSON.stringify(entry?.headword)} at ${String(index)}`)
    entries[index] = entry
  }
  return {...glossary, entries}
}
