import uniq from 'lodash-es/uniq.js'
import type {Clue} from '../source/annotation-types.js'
import {flatMap, map} from '../util/lists.js'
import type {Candidate, ClueContext, ClueDefinition, Finding} from './types.js'

/** Sums of log-odds overstate, since clues are not independent; this share of the sum is calibrated on the exam's stories. */
const TEMPER = 0.35

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** The candidates that the clues speak for, each with its clues; below the threshold the answer is silence. */
export function judge(
  candidates: readonly Candidate[],
  {clues, evidence, threshold}: {clues: readonly ClueDefinition[]; evidence: ClueContext; threshold: number},
): Finding[] {
  const kinds = uniq(map(candidates, ({kind}) => kind))
  const prepared = new Map(
    map(
      kinds,
      (kind) =>
        [
          kind,
          flatMap(clues, ({name, of, prepare}) => {
            const weigh = of.includes(kind) ? prepare(evidence) : undefined
            return weigh ? [{name, weigh}] : []
          }),
        ] as const,
    ),
  )
  const findings: Finding[] = []
  for (const candidate of candidates) {
    const said: Clue[] = []
    let sum = 0
    for (const {name, weigh} of prepared.get(candidate.kind) ?? []) {
      const weight = Math.round(weigh(candidate) * 100) / 100
      if (weight === 0) continue
      said.push({name, weight})
      sum += weight
    }
    // The logistic of the tempered sum.
    const confidence = Math.round(sigmoid(TEMPER * sum) * 1e4) / 1e4
    if (confidence < threshold) continue
    const {kind, passage, sentence, start, end, words} = candidate
    findings.push({kind, passage, sentence, start, end, words, confidence, clues: said})
  }
  return findings
}
