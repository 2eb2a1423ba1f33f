import {isAffix} from '../../lexicon/entry.js'
import {firstEndingAfter} from '../../prose/spans.js'
import {flatMap, map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/**
 * A word whose meaning nothing in the story tells. In a line with a translation its readers are not lost, whether or not it can be said
 * which words render it; and of a word said once, in a line without a translation, that line is the matter.
 */
export const unknownWord = {
  name: 'unknown-word',
  find: ({standoff: {utterances}, glossaries}: Pick<LintContext, 'standoff' | 'glossaries'>): Remark[] => {
    const lineAt = (start: number) => {
      const line = utterances[firstEndingAfter(utterances, start)]
      return line && line.start <= start ? line : undefined
    }
    return flatMap(glossaries, ({entries}) =>
      flatMap(entries, (entry): Remark[] => {
        const {headword, certainty, evidence = []} = entry
        const [first] = evidence
        if (certainty !== 'unknown' || !first || isAffix(entry)) return []
        const lines = map(evidence, ({start}) => lineAt(start))
        if (lines.some((line) => line?.translation !== undefined) || (lines.length === 1 && lines[0])) return []
        return [{start: first.start, end: first.end, about: [headword]}]
      }),
    )
  },
} satisfies Rule
