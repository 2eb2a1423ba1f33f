import type {GlossCandidate} from '../../detect/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import {scoreTranslation} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** Fewest lines of a stanza, and the longest line in UTF-16 code units. */
const MIN_LINES = 2
const MAX_WIDTH = 70

/** Largest difference between the numbers of lines of a stanza and its translation, as a share. */
const MAX_DIFFERENCE = 0.25

const splitLines = ({text}: Passage): string[] => text.split('\n').filter((line) => line.trim() !== '')

const isStanza = (lines: readonly string[]): boolean => lines.length >= MIN_LINES && lines.every((line) => line.length <= MAX_WIDTH)

/** A foreign stanza, optionally a heading (*Translation*), and the stanza in the host language. */
export const verse: Convention = {
  name: 'verse',
  find: (passages, {host, survey}) => {
    const sumOdds = ({index}: Passage): number => (survey.sentenceOdds[index] as Float64Array).reduce((sum, odds) => sum + odds, 0)
    const stanzas = new Map(
      flatMap(
        passages.filter(({text}) => text.includes('\n')),
        (passage) => {
          const lines = splitLines(passage)
          return isStanza(lines) ? [[passage.index, lines.length] as const] : []
        },
      ),
    )
    return flatMap(Array.from(stanzas), ([index, count]): GlossCandidate[] => {
      const foreign = passages[index] as Passage
      if (sumOdds(foreign) <= 0) return []
      const heading = passages[index + 1]
      const next = heading && host.glossing.heading.test(heading.text) ? index + 2 : index + 1
      const translation = passages[next]
      const lines = stanzas.get(next)
      if (!translation || lines === undefined || Math.abs(lines - count) > MAX_DIFFERENCE * count || sumOdds(translation) >= 0) return []
      const content = {start: 0, end: translation.text.length}
      const odds = scoreTranslation(translation, content, next > index + 1, host)
      const of = {passage: index, start: 0, end: foreign.text.length}
      return odds ? [{convention: 'verse', passage: next, ...content, content, of: [of], reach: 'all', odds}] : []
    })
  },
}
