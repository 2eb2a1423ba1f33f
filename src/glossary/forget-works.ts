import {senseOf} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {flatMap} from '../util/lists.js'
import {isDecided} from './join-entries.js'

/** An entry without what these works teach; nothing, where that is all there was. */
function without(entry: Entry, isForgotten: (work: string | undefined) => boolean): Entry | undefined {
  const {count, evidence = [], ...own} = entry
  const kept = evidence.filter(({work}) => !isForgotten(work))
  if (kept.length === evidence.length) return entry
  const decides = isDecided(entry)
  const senses = (entry.senses ?? []).filter((sense) => decides(senseOf(sense)))
  if (kept.length === 0 && entry.status === 'proposed' && senses.length === 0) return undefined
  const {senses: _, ...rest} = own
  const left = count === undefined ? undefined : Math.max(0, count - (evidence.length - kept.length))
  return {...rest, ...(senses.length > 0 && {senses}), ...(left && {count: left}), ...(kept.length > 0 && {evidence: kept})}
}

/**
 * A glossary without what it learnt from some stories, so that they can be learnt anew: joined with what they teach now
 * (`mergeGlossaries`), it keeps its decisions and what other stories teach. Evidence that names no story is forgotten too.
 *
 * @param works as in the evidence
 */
export function forgetWorks(glossary: Glossary, works: ReadonlySet<string>): Glossary {
  const isForgotten = (work: string | undefined) => work === undefined || works.has(work)
  return {...glossary, entries: flatMap(glossary.entries, (entry) => without(entry, isForgotten) ?? [])}
}
