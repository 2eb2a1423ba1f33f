/** What findings say of each other: corrections of their scores after each was scored by itself. */

import type {Place} from '../../prose/types.js'
import {isCapitalized} from '../../prose/word-shape.js'
import type {Passage} from '../../source/types.js'
import {CAPITAL_WORD, UNKNOWN_WORD} from '../chain/word-classes.js'
import type {Stretches} from '../find-stretches.js'
import type {Finding} from '../types.js'
import type {FindingContext, Proposal} from './finding-features.js'

/** What is known besides the stretches. */
export interface MergeContext extends FindingContext {
  /** Confidence below which nothing is said, 0..1. */
  readonly threshold: number
  /** `Host.unknownOdds`: log-odds that an unknown word of this host gains beside one of English; not above 0. */
  readonly unknownOdds: number
}

/** Accepted places of a word, and their share of all, from which its other places gain; what they gain, in log-odds. */
const SAME_TIMES = 1
const SAME_SHARE = 0.25
const SAME = 2.5

/** Adds to the score of each strange word what the decisions about its other places say: an author's word is the same word everywhere. */
export function addSameWords(
  scored: readonly (Proposal & {score: number})[],
  passages: readonly Passage[],
  {story: {tokens, keyOf, keys, words}, odds}: Stretches,
): void {
  const accepted = new Int32Array(keys)
  const total = new Int32Array(keys)
  const keyAt = (token: number): number => keyOf[tokens.forms[token] as number] as number
  for (let token = 0; token < odds.length; token++) total[keyAt(token)]!++
  for (const {finding, score} of scored) {
    const {start} = (passages[finding.passage] as Passage).tokens
    if (score > 0) for (let i = finding.words.start; i < finding.words.end; i++) accepted[keyAt(start + i)]!++
  }
  for (const proposal of scored) {
    const {passage, words: range} = proposal.finding
    if (range.end - range.start > 1) continue
    const token = (passages[passage] as Passage).tokens.start + range.start
    const key = keyAt(token)
    const rough = words.coarse[tokens.forms[token] as number]
    if (proposal.score > 0 || (rough !== UNKNOWN_WORD && rough !== CAPITAL_WORD)) continue
    if ((accepted[key] as number) >= SAME_TIMES && (accepted[key] as number) >= SAME_SHARE * (total[key] as number)) proposal.score += SAME
  }
}

/** Longest gap between a word and the gloss behind it, in UTF-16 code units. */
const GLOSS_WITHIN = 60

/**
 * Returns the findings without single capitalised words said alone (*“Mira!”*) where nothing else in the story is foreign and nothing explains
 * them: they are names called out. In company they may be words of the language.
 */
export function dropNamesCalledOut(findings: readonly Finding[], {evidence}: Stretches, {passages, glossCandidates}: MergeContext): readonly Finding[] {
  const isName = ({kind, passage, start, end, words}: Finding): boolean => {
    const {text, tokens} = passages[passage] as Passage
    const token = tokens.start + words.start
    if (kind !== 'line' || words.end - words.start > 1) return false
    if (!isCapitalized(text.slice(start, end)) || evidence.declared[token] !== 0 || (evidence.odds?.[token] ?? 0) > 0) return false
    const isOf = (place: Place): boolean => place.passage === passage && place.start < end && start < place.end
    return !glossCandidates.some((gloss) =>
      gloss.reach === 'before' ? gloss.passage === passage && gloss.start >= end && gloss.start < end + GLOSS_WITHIN : gloss.of.some(isOf),
    )
  }
  return findings.every(isName) ? [] : findings
}
