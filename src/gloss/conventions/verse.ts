import type {GlossCandidate} from '../../detect/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {oddsOf} from './sites.js'

/** Fewer lines are no stanza; wider ones no verse, in UTF-16 code units. */
const FEWEST = 2
const WIDEST = 70

/** A stanza and its translation have as many lines, or nearly. */
const OFF = 0.25

const linesOf = ({text}: Passage): string[] => text.split('\n').filter((line) => line.trim() !== '')

const isStanza = (lines: readonly string[]): boolean => lines.length >= FEWEST && lines.every((line) => line.length <= WIDEST)

/** A stanza, perhaps a heading (*Translation*), the stanza in the host's words. */
export const verse: Convention = {
  name: 'verse',
  find: (passages, {host, survey}) => {
    const oddsIn = ({index}: Passage): number => (survey.sentenceOdds[index] as Float64Array).reduce((sum, odds) => sum + odds, 0)
    const stanzas = new Map(
      flatMap(
        passages.filter(({text}) => text.includes('\n')),
        (passage) => {
          const lines = linesOf(passage)
          return isStanza(lines) ? [[passage.index, lines.length] as const] : []
        },
      ),
    )
    return flatMap(Array.from(stanzas), ([index, count]): GlossCandidate[] => {
      const foreign = passages[index] as Passage
      if (oddsIn(foreign) <= 0) return []
      const heading = passages[index + 1]
      const next = heading && host.glossing.heading.test(heading.text) ? index + 2 : index + 1
      const said = passages[next]
      const lines = stanzas.get(next)
      if (!said || lines === undefined || Math.abs(lines - count) > OFF * count || oddsIn(said) >= 0) return []
      const content = {start: 0, end: said.text.length}
      const odds = oddsOf(said, content, next > index + 1, host)
      const of = {passage: index, start: 0, end: foreign.text.length}
      return odds ? [{convention: 'verse', passage: next, ...content, content, of: [of], reach: 'all', odds}] : []
    })
  },
}
