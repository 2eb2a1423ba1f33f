import {isAffix, isPrefix, isSuffix} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'

/** In UTF-16 code units of the folded word; shorter stems are chance. */
const MIN_STEM_LENGTH = 3

/** Maps folded spellings to the first entry that has them; `cut` removes the hyphen of affixes. */
function indexSpellings(entries: readonly Entry[], spelling: Dictionary['spelling'], cut = (word: string): string => word): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const entry of entries) {
    for (const word of [entry.headword, ...(entry.variants ?? [])]) {
      const key = fold(cut(word), spelling)
      if (key !== '' && !found.has(key)) found.set(key, entry)
    }
  }
  return found
}

/** Lengths of the keys, ascending. */
const lengthsOf = (affixes: ReadonlyMap<string, Entry>): number[] => [...new Set([...affixes.keys()].map(({length}) => length))].sort((a, b) => a - b)

/**
 * Creates a function that takes a word of a learned glossary apart into another of its words, as long as possible, and the affixes that the
 * glossary proposes. Returns undefined for a word that is no such compound.
 */
export function createPartsFinder({entries, spelling}: Dictionary): (entry: Entry) => readonly Entry[] | undefined {
  const prefixes = indexSpellings(entries.filter(isPrefix), spelling, (word) => word.replace(/-$/u, ''))
  const suffixes = indexSpellings(entries.filter(isSuffix), spelling, (word) => word.replace(/^-/u, ''))
  if (prefixes.size + suffixes.size === 0) return () => undefined
  const stems = indexSpellings(
    entries.filter((entry) => !isAffix(entry)),
    spelling,
  )
  const prefixLengths = lengthsOf(prefixes)
  const suffixLengths = lengthsOf(suffixes)
  /** The parts of a stem, or the stem. It may be a variant of a longer word, which is not taken apart: it could be made of this one. */
  const splitStem = (stem: Entry, length: number): readonly Entry[] => (fold(stem.headword, spelling).length < length ? split(stem) : undefined) ?? [stem]
  const split = (entry: Entry): readonly Entry[] | undefined => {
    const key = fold(entry.headword, spelling)
    for (const length of prefixLengths) {
      const [prefix, stem] = [prefixes.get(key.slice(0, length)), stems.get(key.slice(length))]
      if (prefix && stem && stem !== entry && key.length - length >= MIN_STEM_LENGTH) return [prefix, ...splitStem(stem, key.length)]
    }
    for (const length of suffixLengths) {
      const at = key.length - length
      const [stem, suffix] = [stems.get(key.slice(0, at)), suffixes.get(key.slice(at))]
      if (stem && suffix && stem !== entry && at >= MIN_STEM_LENGTH) return [...splitStem(stem, key.length), suffix]
    }
    return undefined
  }
  return split
}
