import {conventions} from '../../gloss/conventions/index.js'
import {pairByConventions, proposeSpans} from '../../gloss/propose-spans.js'
import type {Candidate} from '../../gloss/spans/candidates.js'
import type {Context} from '../../gloss/spans/context.js'
import {type Choice, choicesOf} from '../../gloss/spans/prepare-targets.js'
import english from '../../hosts/en/english.js'
import {type GoldStory, keyOf, WIDE} from './gold.js'
import {type Options, optionsOf} from './logit.js'

export interface Ready {
  readonly gold: GoldStory
  readonly choices: readonly Choice[]
  readonly context: Context
  readonly options: readonly Options[]
  /** For each choice, right options among candidates; empty where none is reached although there is one. */
  readonly reached: readonly boolean[]
}

const wordsOfCandidate = ({passage, from, to}: Candidate, free: ReadonlySet<number>): number[] => {
  const words: number[] = []
  for (let k = from; k < to; k++) if (!free.has(passage * WIDE + k)) words.push(passage * WIDE + k)
  return words
}

export function ready(gold: GoldStory): Ready {
  const {passages, glossCandidates, survey} = gold.story
  const proposals = proposeSpans(pairByConventions(gold.findings, {passages, glossCandidates, conventions, isOpen: () => true}), passages, survey.tokens)
  const {choices: all, context} = choicesOf(gold.findings, {passages, survey, host: english, proposals})
  const choices = [...all]
  const reached: boolean[] = []
  const options = choices.map((choice, i) => {
    const answers = new Set(gold.answers[i])
    const right: number[] = []
    if (answers.size > 0)
      for (const [k, candidate] of choice.candidates.entries()) if (answers.has(keyOf(wordsOfCandidate(candidate, gold.free)))) right.push(k)
    reached.push(answers.size === 0 || right.length > 0)
    if (answers.size === 0) right.push(choice.candidates.length)
    return optionsOf(choice, right, gold.weight)
  })
  return {gold, choices, context, options, reached}
}

export function counts() {
  return {hit: 0, predicted: 0, actual: 0}
}

/** Adds what one story's decisions hit: for each choice the candidate taken, if any. */
export function tally(
  sum: ReturnType<typeof counts>,
  {gold, choices}: Ready,
  taken: readonly (Candidate | undefined)[],
): {wrong: Set<string>; missed: Set<string>} {
  // Lines with the same span are translated together.
  const bySpan = new Map<string, number[]>()
  choices.forEach(({target}, i) => {
    const candidate = taken[i]
    if (!candidate) return
    const key = keyOf(wordsOfCandidate(candidate, gold.free))
    const words: number[] = []
    for (let k = target.from; k < target.to; k++) if (!gold.free.has(target.passage * WIDE + k)) words.push(target.passage * WIDE + k)
    bySpan.set(key, [...(bySpan.get(key) ?? []), ...words])
  })
  const found = new Set(Array.from(bySpan, ([span, words]) => `${span}|${keyOf(words)}`))
  const wrong = new Set<string>()
  for (const part of found) {
    if (gold.parts.has(part)) sum.hit++
    else wrong.add(part)
  }
  sum.predicted += found.size
  sum.actual += gold.parts.size
  return {wrong, missed: new Set([...gold.parts].filter((part) => !found.has(part)))}
}

export const show = ({hit, predicted, actual}: ReturnType<typeof counts>): string => {
  const p = hit / Math.max(1, predicted)
  const r = hit / Math.max(1, actual)
  return `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F ${((200 * p * r) / Math.max(1e-9, p + r)).toFixed(1)} (${actual})`
}

/** Which of `count` parts an author falls into. */
export function foldOf(author: string, count: number): number {
  let hash = 7
  for (let i = 0; i < author.length; i++) hash = (Math.imul(hash, 31) + author.charCodeAt(i)) >>> 0
  return ((hash ^ (hash >>> 9)) >>> 0) % count
}
