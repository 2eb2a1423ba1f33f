import type {GlossCandidate} from '../detect/types.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {Diagnostic, LintContext} from './types.js'

/** Reports the translations of what precedes them that belong to no utterance, and that are meant as such. */
export function findUnpaired(
  {standoff: {glosses}, glossCandidates, toSourceSpan, visibleText}: LintContext,
  isMeant: (candidate: GlossCandidate) => boolean,
): Diagnostic[] {
  const sorted = [...glosses].sort((a, b) => a.start - b.start)
  return glossCandidates.flatMap((candidate): Diagnostic[] => {
    const at = candidate.reach === 'before' ? toSourceSpan(candidate) : undefined
    const gloss = at && sorted[firstEndingAfter(sorted, at.start)]
    if (!at || (gloss && gloss.start < at.end)) return []
    return isMeant(candidate) ? [{...at, values: [visibleText(at)]}] : []
  })
}
