import type {Finding, GlossCandidate} from '../detect/types.js'
import {indicesInside} from '../prose/spans.js'
import type {Span, Tokens} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {align} from './align.js'
import {pair} from './pair.js'
import {wordsWithin} from './spans/words-within.js'
import type {AlignedGloss, Convention, Part} from './types.js'

/** The span that a convention takes for the translation of a line, in words of its passage, end exclusive. */
export interface Proposal {
  readonly convention: string
  readonly passage: number
  readonly from: number
  readonly to: number
  readonly part: Part
  readonly gloss: AlignedGloss
  /** Further translations of the same line right behind: `(…)(…)`. */
  readonly others: readonly Pick<Proposal, 'part' | 'gloss'>[]
}

const keyOf = (passage: number, {start, end}: Span): string => `${passage}:${start}:${end}`

/** An entry of a list translates a line or loan that is its headword, not each line that contains it. */
function withWholePlaces(candidate: GlossCandidate, wholes: ReadonlySet<string>, passages: readonly Passage[]): GlossCandidate | undefined {
  const of = candidate.of.filter(({passage, start, end}) => {
    const {words} = passages[passage] as Passage
    const inside = indicesInside(words, {start, end})
    return wholes.has(keyOf(passage, inside))
  })
  return of.length > 0 ? {...candidate, of} : undefined
}

/** Pairs the findings that nothing else translates, by the conventions. Indices are those of all findings. */
export function pairByConventions(
  findings: readonly Finding[],
  {
    passages,
    glossCandidates,
    conventions,
    isOpen,
  }: {
    passages: readonly Passage[]
    glossCandidates: readonly GlossCandidate[]
    conventions: readonly Convention[]
    isOpen: (index: number) => boolean
  },
): AlignedGloss[] {
  const names = new Set(conventions.map(({name}) => name))
  const wholes = new Set(findings.map(({passage, words}) => keyOf(passage, words)))
  const own = glossCandidates.flatMap((candidate): GlossCandidate[] => {
    if (!names.has(candidate.convention)) return []
    if (candidate.convention !== 'translation-list') return [candidate]
    const whole = withWholePlaces(candidate, wholes, passages)
    return whole ? [whole] : []
  })
  if (own.length === 0) return []
  const open: number[] = []
  for (let i = 0; i < findings.length; i++) if (isOpen(i)) open.push(i)
  const pairings = pair(
    open.map((index) => findings[index] as Finding),
    {passages, glossCandidates: own, conventions},
  )
  return align(
    pairings.map(({candidates, of}) => ({candidates, of: of.map((index) => open[index] as number)})),
    {passages, findings},
  )
}

/** For each finding the first span that a convention takes for its translation, by the index of the finding. */
export function proposeSpans(glosses: readonly AlignedGloss[], passages: readonly Passage[], tokens: Tokens): ReadonlyMap<number, Proposal> {
  const proposals = new Map<number, Omit<Proposal, 'others'> & {readonly others: Pick<Proposal, 'part' | 'gloss'>[]}>()
  for (const gloss of glosses) {
    const {passage, convention} = gloss.candidate
    for (const part of gloss.parts) {
      const {from, to} = wordsWithin(passages[passage] as Passage, part satisfies Span, tokens)
      if (from >= to) continue
      for (const index of part.of) {
        const known = proposals.get(index)
        if (known) known.others.push({part, gloss})
        else proposals.set(index, {convention, passage, from, to, part, gloss, others: []})
      }
    }
  }
  return proposals
}
