import {groupBy} from 'lodash-es'
import {firstEndingAfter} from '../text/spans.js'
import {isGap} from '../text/words.js'
import type {Candidate, ClueMaker, GlossSite, Passage} from '../types.js'

/** A translation right behind the quotation says more than one that narration parts from it. */
const AT_ONCE = 3
const LATER = 2
/** A short bracket right behind a single word. */
const WORD = 4
const SHORT_GLOSS = 50

function weigh({kind, end}: Candidate, {text}: Passage, site: GlossSite): number {
  const near = site.of.end - end < 8 && isGap(text.slice(end, site.of.end))
  if (kind === 'line') return near ? AT_ONCE : LATER
  return near && site.content.end - site.content.start <= SHORT_GLOSS ? WORD : 0
}

/** Whether something that could be a translation follows in the same passage. */
export const gloss: ClueMaker = {
  name: 'gloss',
  of: ['line', 'word'],
  prepare: ({passages, sites}) => {
    const byPassage = groupBy(sites, 'passage')
    return (candidate) => {
      const following = byPassage[candidate.passage]
      const site = following?.[firstEndingAfter(following, candidate.end)]
      if (!site || site.of.end < candidate.end) return 0
      return weigh(candidate, passages[candidate.passage] as Passage, site)
    }
  },
}
