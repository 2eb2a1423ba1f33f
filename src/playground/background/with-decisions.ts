import {extractDecisions, mergeGlossaries} from '../../glossary/merge-glossaries.js'
import type {Glossary} from '../../lexicon/types.js'

/** Joins what the story teaches with what was decided: decisions win, and those about words that are no longer found stay. */
export function withDecisions(learned: readonly Glossary[], decided: readonly Glossary[]): Glossary[] {
  const found = learned.map((glossary) => {
    const own = decided.find(({language}) => language === glossary.language)
    return own ? mergeGlossaries([extractDecisions(own), glossary]) : glossary
  })
  const others = decided.filter(({language}) => !learned.some((glossary) => glossary.language === language)).map(extractDecisions)
  return [...found, ...others].filter(({entries}) => entries.length > 0).sort((a, b) => b.entries.length - a.entries.length)
}
