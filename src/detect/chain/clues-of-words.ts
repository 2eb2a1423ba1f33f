import type {Clue} from '../../source/annotation-types.js'
import {map} from '../../util/lists.js'
import {type OutsideEvidence, SAID} from '../outside-evidence.js'
import type {Finding} from '../types.js'
import {type ChainStory, type FirstFindings, readFeatures} from './chain-story.js'
import type {ChainWeights} from './readings.js'
import {ALL_TEMPLATES} from './templates.js'

/** Names of the clues that the features are summed up under, in their order. */
const CHAIN_CLUES: readonly string[] = [...new Set(map(ALL_TEMPLATES, ({clue}) => clue))]

const NEIGHBOURS = CHAIN_CLUES.indexOf('company')

/** Number of the clue of each feature. */
function clueNumbers(): Uint8Array {
  const last = ALL_TEMPLATES.at(-1) as (typeof ALL_TEMPLATES)[number]
  const numbers = new Uint8Array(last.offset + last.size)
  for (const {clue, offset, size} of ALL_TEMPLATES) numbers.fill(CHAIN_CLUES.indexOf(clue), offset, offset + size)
  return numbers
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Findings with what spoke for and against them: the mean over their words of what the features weigh, clue by clue; what neighbours add is company. */
export function cluesOfWords(
  findings: readonly Finding[],
  {
    story,
    found,
    first: firstFindings,
    odds,
    weights,
    evidence,
  }: {story: ChainStory; found: Float64Array; first: FirstFindings; odds: Float64Array; weights: ChainWeights; evidence: OutsideEvidence},
): Finding[] {
  if (findings.length === 0) return []
  const clueOf = clueNumbers()
  const count = CHAIN_CLUES.length
  const wanted = new Uint8Array(story.passages.length)
  for (const {passage} of findings) wanted[passage] = 1
  const sums = new Map<number, Float64Array>()
  const isIn = new Uint8Array(odds.length)
  for (const {passage, words} of findings) {
    const first = story.passages[passage]?.tokens.start as number
    isIn.fill(1, first + words.start, first + words.end)
  }
  readFeatures(
    story,
    {
      wanted,
      word: (token, {ids, count: length}) => {
        if (isIn[token] === 0) return
        const own = new Float64Array(count)
        for (let i = 0; i < length; i++) own[clueOf[ids[i] as number] as number]! += weights.features[ids[i] as number] as number
        sums.set(token, own)
      },
    },
    found,
    firstFindings,
  )
  return map(findings, (finding): Finding => {
    const {passage, words} = finding
    const first = story.passages[passage]?.tokens.start as number
    const size = words.end - words.start
    const total = new Float64Array(count)
    let all = 0
    let outside = 0
    let declared = 0
    for (let token = first + words.start; token < first + words.end; token++) {
      const own = sums.get(token) as Float64Array
      for (let clue = 0; clue < count; clue++) total[clue]! += (own[clue] as number) / size
      for (let clue = 0; clue < count; clue++) all += (own[clue] as number) / size
      declared += evidence.declared[token] as number
      outside += (evidence.odds?.[token] ?? 0) / size
    }
    const custom: Clue[] = []
    for (const {name, odds: own} of evidence.custom) {
      let sum = 0
      for (let token = first + words.start; token < first + words.end; token++) sum += own[token] as number
      outside -= sum / size
      if (sum !== 0) custom.push({name, weight: round(sum)})
    }
    if (declared > 0) return {...finding, clues: [{name: 'declared', weight: SAID}, ...custom]}
    let mean = 0
    for (let token = first + words.start; token < first + words.end; token++) mean += (odds[token] as number) / size
    total[NEIGHBOURS]! += mean - all - outside
    const clues: Clue[] = []
    for (let clue = 0; clue < count; clue++) {
      const weight = round(total[clue] as number)
      if (weight !== 0) clues.push({name: CHAIN_CLUES[clue] as string, weight})
    }
    if (Math.abs(outside) >= SAID / 2) clues.unshift({name: 'declared', weight: round(outside)})
    else if (round(outside) !== 0) clues.push({name: 'dictionary', weight: round(outside)})
    return {...finding, clues: [...clues, ...custom]}
  })
}
