import {meaningKey} from '../../glossary/meaning-key.js'
import {sensesOf, toSense} from '../../lexicon/entry.js'
import type {Entry, Sense} from '../../lexicon/types.js'

/** What a person decides about an entry. */
export type Decision =
  | {readonly kind: 'accept'}
  | {readonly kind: 'reject'}
  /** The meanings that are right, most common first. */
  | {readonly kind: 'correct'; readonly meanings: readonly string[]}

/** Accepts the first meaning. Further proposals stay proposals: a person who accepts an entry has not looked at each of them. */
function acceptedSenses(entry: Entry): Sense[] {
  const senses = (entry.senses ?? []).map(toSense)
  const first = senses.findIndex(({status}) => status !== 'rejected')
  const inEvidence = new Set((entry.evidence ?? []).flatMap(({meaning}) => (meaning === undefined ? [] : meaningKey(meaning))))
  return senses.map((sense, index): Sense => {
    if (index === first) return sense.status === 'proposed' || entry.status === 'proposed' ? {...sense, status: 'accepted'} : sense
    const isProposal = sense.status === undefined && entry.status === 'proposed' && inEvidence.has(meaningKey(sense.definition))
    return isProposal ? {...sense, status: 'proposed'} : sense
  })
}

/** Replaces the meanings. Those that are left out are kept as rejected, so that stories do not propose them again. */
function correctedSenses(entry: Entry, meanings: readonly string[]): Sense[] {
  const definitions = [...new Set(meanings.map((meaning) => meaning.trim()).filter(Boolean))]
  const kept = new Set(definitions.map(meaningKey))
  const before = new Map((entry.senses ?? []).map(toSense).map((sense) => [meaningKey(sense.definition), sense]))
  const right = definitions.map((definition): Sense => ({certainty: 'attested', ...before.get(meaningKey(definition)), definition, status: 'accepted'}))
  const wrong = [...before].flatMap(([key, sense]): Sense[] => (kept.has(key) ? [] : [{...sense, status: 'rejected'}]))
  return [...right, ...wrong]
}

/** Returns the entry with the decision, in the terms of `extractDecisions` and `mergeGlossaries`: the status of the entry and of its senses. */
export function decideEntry(entry: Entry, decision: Decision): Entry {
  if (decision.kind === 'reject') return {...entry, status: 'rejected'}
  // What a person wrote needs no acceptance.
  const {status, ...rest} = entry
  const accepted: Entry = status === undefined ? rest : {...rest, status: 'accepted'}
  if (decision.kind === 'accept') return entry.senses ? {...accepted, senses: acceptedSenses(entry)} : accepted
  const senses = correctedSenses(entry, decision.meanings)
  const isUnchanged = sensesOf({...entry, senses}).length === 0 && (entry.senses ?? []).length === 0
  if (isUnchanged) return accepted
  const {certainty: _, ...corrected} = accepted
  return {...corrected, senses}
}
