import {stripApostrophes} from '../prose/folding.js'
import type {IndexedWord} from './entry-index.js'
import type {SpellingKeys} from './spelling-keys.js'
import type {Entry} from './types.js'

/** Whether a printed word has the case that an entry requires; `isStem` if the entry is only a part of it. */
export type CaseCheck = (surface: string, word: IndexedWord, isStem?: boolean) => boolean

/**
 * Creates a check for entries that are only found in their case, although case does not matter in the language. A stem whose spelling changes
 * before an affix is found in any case.
 */
export function createCaseCheck(entries: readonly Entry[], {isExact, exact, loose}: SpellingKeys): CaseCheck {
  if (!entries.some(isExact)) return () => true
  return (surface, {entry, step}, isStem = false) => {
    if (!isExact(entry)) return true
    const shape = step?.from ?? entry.headword
    if (!isStem) return stripApostrophes(exact(surface)) === stripApostrophes(exact(shape))
    return exact(surface).includes(exact(shape)) || !loose(surface).includes(loose(shape))
  }
}
