import uniq from 'lodash-es/uniq.js'
import type {Clue} from '../source/annotation-types.js'
import {flatMap, map} from '../util/lists.js'
import type {Candidate, ClueContext, ClueDefinition, Finding} from './types.js'

/** Share of the summed log-odds that counts: clues are not independent, so their sum overstates. Calibrated on the exam's stories. */
const TEMPER = 0.35

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** Returns the candidates whose confidence reaches the threshold, each with the clues that apply to it. */
export function judge(
  candidates: readonly Candidate[],
  {clues, context, threshold}: {clues: readonly ClueDefinition[]; context: ClueContext; threshold: number},
): Finding[] {
  const kinds = uniq(map(candidates, ({kind}) => kind))
  const prepared = new Map(
    map(
      kinds,
      (kind) =>
        [
          kind,
          flatMap(clues, ({name, of, prepare}) => {
            const weigh = of.includes(kind) ? prepare(context) : undefined
            return weigh ? [{name, weigh}] : []
          }),
        ] as const,
    ),
  )
  const findings: Finding[] = []
  for (const candidate of candidates) {
    const applied: Clue[] = []
    let sum = 0
    for (const {name, weigh} of prepared.get(candidate.kind) ?? []) {
      const weight = Math.round(weigh(candidate) * 100) / 100
      if (weight === 0) continue
      applied.push({name, weight})
      sum += weight
    }
    const confidence = Math.round(sigmoid(TEMPER * sum) * 1e4) / 1e4
    if (confidence < threshold) continue
    const {kind, passage, sentence, start, end, words} = candidate
    findings.push({kind, passage, sentence, start, end, words, confidence, clues: applied})
  }
  return findings
}
