import {toSense} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {flatMap} from '../util/lists.js'
import {createDecisionTest} from './merge-senses.js'

/** Returns the entry without the evidence from these works; `undefined` if nothing else is left. */
function withoutWorks(entry: Entry, isForgotten: (work: string | undefined) => boolean): Entry | undefined {
  const {count, evidence = [], ...own} = entry
  const kept = evidence.filter(({work}) => !isForgotten(work))
  if (kept.length === evidence.length) return entry
  const isDecided = createDecisionTest(entry)
  const senses = (entry.senses ?? []).filter((sense) => isDecided(toSense(sense)))
  if (kept.length === 0 && entry.status === 'proposed' && senses.length === 0) return undefined
  const {senses: _, ...rest} = own
  const left = count === undefined ? undefined : Math.max(0, count - (evidence.length - kept.length))
  return {...rest, ...(senses.length > 0 && {senses}), ...(left && {count: left}), ...(kept.length > 0 && {evidence: kept})}
}

/**
 * Returns a glossary without the evidence from some stories, so that they can be learned again: merged with their new glossaries (`mergeGlossaries`),
 * it keeps its decisions and the evidence from other stories. Evidence without a story is also removed.
 *
 * @param works names of the stories, as in the evidence
 */
export function forgetWorks(glossary: Glossary, works: ReadonlySet<string>): Glossary {
  const isForgotten = (work: string | undefined) => work === undefined || works.has(work)
  return {...glossary, entries: flatMap(glossary.entries, (entry) => withoutWorks(entry, isForgotten) ?? [])}
}
