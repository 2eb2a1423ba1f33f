import {maxBy} from 'lodash-es'
import type {Read} from '../lexicon/reader.js'
import {isForeign} from '../text/declared.js'
import type {Finding, Passage, Word} from '../types.js'

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly read: Read
  /** For words that nothing claims. */
  readonly lang: string
}

/** The language whose dictionary explains most of some words. */
function explained(words: readonly Word[], read: Read): string | undefined {
  const counts = new Map<string, number>()
  for (const {surface} of words) for (const {language} of read(surface)) counts.set(language, (counts.get(language) ?? 0) + 1)
  return maxBy([...counts], ([, count]) => count)?.[0]
}

/** The language of every finding: the one that the author names, else the one whose dictionary explains most of its words. */
export function attribute(findings: readonly Finding[], {passages, read, lang}: Knowledge): string[] {
  return findings.map(({passage, words: {start, end}}) => {
    const {said, words} = passages[passage] as Passage
    const declaration = said.slice(start, end).find((item) => item && isForeign(item))
    return (declaration?.as === 'term' ? undefined : declaration?.lang) || (explained(words.slice(start, end), read) ?? lang)
  })
}
