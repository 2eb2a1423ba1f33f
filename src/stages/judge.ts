import {uniq} from 'lodash-es'
import type {Candidate, ClueMaker, Evidence, Finding} from '../types.js'

/** Sums of log-odds overstate, since clues are not independent; this share of the sum is calibrated on the exam's stories. */
const TEMPER = 0.35

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** Confidence from clues: the logistic of their tempered sum. */
function confidenceOf(clues: readonly {readonly weight: number}[]): number {
  const sum = clues.reduce((total, {weight}) => total + weight, 0)
  return Math.round(sigmoid(TEMPER * sum) * 1e4) / 1e4
}

/** The candidates that the clues speak for, each with its clues; below the threshold the answer is silence. */
export function judge(
  candidates: readonly Candidate[],
  {clues, evidence, threshold}: {clues: readonly ClueMaker[]; evidence: Evidence; threshold: number},
): Finding[] {
  const kinds = uniq(candidates.map(({kind}) => kind))
  const prepared = clues.filter(({of}) => kinds.some((kind) => of.includes(kind))).map(({name, of, prepare}) => ({name, of, weigh: prepare(evidence)}))
  const findings: Finding[] = []
  for (const candidate of candidates) {
    const said = prepared
      .filter(({of}) => of.includes(candidate.kind))
      .map(({name, weigh}) => ({name, weight: Math.round(weigh(candidate) * 100) / 100}))
      .filter(({weight}) => weight !== 0)
    const confidence = confidenceOf(said)
    if (confidence >= threshold) findings.push({...candidate, confidence, clues: said})
  }
  return findings
}
