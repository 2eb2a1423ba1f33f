import {isAffix} from '../../lexicon/entry.js'
import {firstEndingAfter} from '../../prose/spans.js'
import {flatMap, map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/**
 * A word without any explanation in the story. Words in translated utterances are not reported, linked or not; nor is a word that is only used once,
 * in an untranslated utterance, since that utterance is reported itself.
 */
export const unknownWord = {
  name: 'unknown-word',
  check: ({standoff: {utterances}, glossaries}: Pick<LintContext, 'standoff' | 'glossaries'>): Diagnostic[] => {
    const utteranceAt = (start: number) => {
      const utterance = utterances[firstEndingAfter(utterances, start)]
      return utterance && utterance.start <= start ? utterance : undefined
    }
    return flatMap(glossaries, ({entries}) =>
      flatMap(entries, (entry): Diagnostic[] => {
        const {headword, certainty, evidence = []} = entry
        const [first] = evidence
        if (certainty !== 'unknown' || !first || isAffix(entry)) return []
        const containing = map(evidence, ({start}) => utteranceAt(start))
        if (containing.some((utterance) => utterance?.translation !== undefined) || (containing.length === 1 && containing[0])) return []
        return [{start: first.start, end: first.end, values: [headword]}]
      }),
    )
  },
} satisfies Rule
