import uniqBy from 'lodash-es/uniqBy.js'
import {toSense} from '../lexicon/entry.js'
import type {Certainty, Entry, Sense, Status} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {flatMap, map, sortBy} from '../util/lists.js'
import {omitUndefined} from '../util/objects.js'
import type {MeaningSupport} from './evidence.js'
import {meaningKey} from './meaning-key.js'
import {firstByText, maxOf, NONE} from './merge-fields.js'

/** Minimum confidence for an attested meaning; a link by word order alone stays below it. */
export const ATTESTED_CONFIDENCE = 0.8

/** Decisions take precedence over proposals, and acceptance over rejection. */
const STATUS_PRECEDENCE: readonly (Status | undefined)[] = ['proposed', 'rejected', undefined]
export const mergeStatus = (entries: readonly Pick<Entry, 'status'>[]): Status | undefined =>
  STATUS_PRECEDENCE[maxOf(entries, ({status}) => STATUS_PRECEDENCE.indexOf(status === 'accepted' ? undefined : status))]

const CERTAINTY_ORDER: readonly Certainty[] = ['unknown', 'inferred', 'attested']
export const highestCertainty = (certainties: readonly (Certainty | undefined)[]): Certainty | undefined =>
  CERTAINTY_ORDER[maxOf(certainties, (certainty) => (certainty ? CERTAINTY_ORDER.indexOf(certainty) : -1))]

export const toCertainty = (confidence: number): Certainty => (confidence >= ATTESTED_CONFIDENCE ? 'attested' : 'inferred')

const keyOf = ({definition}: Sense): string => meaningKey(definition)
/** What a person wrote differs in more than case, or it is the same. */
const spellingOf = ({definition}: Sense): string => fold(definition)

/** Returns the folded meanings in an entry's own evidence. */
const meaningsInEvidence = ({evidence = []}: Entry): Set<string> =>
  new Set(flatMap(evidence, ({meaning}) => (meaning === undefined ? [] : meaningKey(meaning))))

/** Creates a test for senses that a person decided on: those with such a status, and those that the entry's evidence does not contain. */
export function createDecisionTest(entry: Entry, inEvidence: ReadonlySet<string> = meaningsInEvidence(entry)): (sense: Sense) => boolean {
  return (sense) => sense.status !== 'proposed' && (sense.status !== undefined || entry.status !== 'proposed' || !inEvidence.has(keyOf(sense)))
}

/** Splits the senses of an entry into decided ones and proposals without evidence. */
function splitSenses(entry: Entry): {decided: Sense[]; undecided: Sense[]} {
  if (!entry.senses?.length) return {decided: [], undecided: []}
  const inEvidence = meaningsInEvidence(entry)
  const isDecided = createDecisionTest(entry, inEvidence)
  const senses = map(entry.senses, toSense)
  return {decided: senses.filter(isDecided), undecided: senses.filter((sense) => !isDecided(sense) && !inEvidence.has(keyOf(sense)))}
}

/** Returns the decided senses, in order, followed by the meanings that the evidence proposes. */
export function mergeSenses(entries: readonly Entry[], supports: readonly MeaningSupport[], status: Status | undefined): readonly Sense[] {
  const hasSenses = entries.some(({senses}) => senses?.length)
  if (supports.length === 0 && !hasSenses) return NONE
  const fromEvidence = map(
    sortBy(
      supports,
      ({sum}) => -sum,
      ({definition}) => definition,
    ),
    ({definition, best}): Sense => {
      return {definition, certainty: toCertainty(best), status: status === 'proposed' ? undefined : 'proposed'}
    },
  )
  // Most words have no senses other than those in their evidence.
  if (!hasSenses) return map(fromEvidence, omitUndefined)
  const split = map(entries, splitSenses)
  const lists = uniqBy(
    flatMap(split, ({decided}) => (decided.length > 0 ? [uniqBy(decided, spellingOf)] : [])),
    (list) => JSON.stringify(map(list, spellingOf)),
  )
  const all = lists.flat()
  // If two lists of senses differ, neither order counts.
  const ordered = lists.length === 1 ? all : sortBy(all, spellingOf)
  const decided = map(uniqBy(ordered, spellingOf), (sense): Sense => {
    const same = flatMap(split, (each) => each.decided.filter((other) => spellingOf(other) === spellingOf(sense)))
    const mergedStatus = mergeStatus(same)
    return {
      definition: firstByText(same, ({definition}) => definition) as string,
      certainty: highestCertainty(map(same, ({certainty}) => certainty)),
      status: mergedStatus ?? (status === 'proposed' ? 'accepted' : undefined),
    }
  })
  const taken = new Set(map(decided, keyOf))
  const undecided = map(
    sortBy(
      flatMap(split, (each) => each.undecided),
      ({definition}) => definition,
      ({certainty}) => certainty,
    ),
    (sense): Sense => ({...sense, status: 'proposed'}),
  )
  const proposed = [...fromEvidence, ...undecided].filter((sense) => !taken.has(keyOf(sense)))
  return map([...decided, ...uniqBy(proposed, keyOf)], omitUndefined)
}
