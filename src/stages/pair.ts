import {groupBy} from 'lodash-es'
import {indicesInside} from '../text/spans.js'
import {isGap} from '../text/words.js'
import type {Finding, GlossSite, Pairing, Passage, Span} from '../types.js'

/** A translation may be so much longer than its lines: words per word, and words besides. */
const RATIO = 5
const SLACK = 10

/** Glosses with nothing but white space between them: `(…)(…)`. */
function chains({text}: Passage, sites: readonly GlossSite[]): GlossSite[][] {
  const found: GlossSite[][] = []
  for (const site of sites) {
    const previous = found.at(-1)?.at(-1)
    if (previous && /^\s*$/u.test(text.slice(previous.end, site.start))) found.at(-1)?.push(site)
    else found.push([site])
  }
  return found
}

function countWords({words}: Passage, span: Span): number {
  const {start, end} = indicesInside(words, span)
  return end - start
}

/**
 * Which glosses translate which findings: a word that a gloss follows at once; else all lines of the passage before it
 * that no earlier gloss has claimed, narration between them or not. A bracket with nothing to translate is no gloss.
 */
export function pair(findings: readonly Finding[], {passages, sites}: {passages: readonly Passage[]; sites: readonly GlossSite[]}): Pairing[] {
  const pairings: Pairing[] = []
  const indexed = findings.map((finding, index) => ({...finding, index}))
  const byPassage = groupBy(indexed, 'passage')
  for (const [key, inPassage] of Object.entries(groupBy(sites, 'passage'))) {
    const passage = passages[Number(key)] as Passage
    const here = byPassage[key] ?? []
    const lines = here.filter(({kind}) => kind === 'line')
    const words = here.filter(({kind}) => kind === 'word')
    let unclaimed = 0
    let nextLine = 0
    let nextWord = 0
    for (const chain of chains(passage, inPassage)) {
      const {end: anchor} = (chain[0] as GlossSite).of
      while ((lines[nextLine]?.end ?? Number.POSITIVE_INFINITY) <= anchor) nextLine++
      while ((words[nextWord]?.end ?? Number.POSITIVE_INFINITY) <= anchor) nextWord++
      const line = nextLine > unclaimed ? lines[nextLine - 1] : undefined
      const word = words[nextWord - 1]
      const ofWord = word && word.end > (line?.end ?? 0) && isGap(passage.text.slice(word.end, anchor))
      const glossed = ofWord ? [word] : lines.slice(unclaimed, nextLine)
      const spoken = glossed.reduce((sum, {words: {start, end}}) => sum + end - start, 0)
      const translated = chain.reduce((sum, {content}) => sum + countWords(passage, content), 0)
      if (spoken === 0 || translated > RATIO * spoken + SLACK) continue
      if (!ofWord) unclaimed = nextLine
      pairings.push({sites: chain, of: glossed.map(({index}) => index)})
    }
  }
  return pairings
}
