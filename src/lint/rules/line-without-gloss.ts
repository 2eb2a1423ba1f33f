import {flatMap} from '../../util/lists.js'
import {findUntranslated} from '../find-untranslated.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Confidence from which a line is worth a remark, 0..1. */
const MIN_CONFIDENCE = 0.7

/** An utterance without a translation, in a story that translates others. */
export const lineWithoutGloss = {
  name: 'line-without-gloss',
  check: ({standoff, pairings, visibleText}: Pick<LintContext, 'standoff' | 'pairings' | 'visibleText'>): Diagnostic[] => {
    const isUntranslated = findUntranslated({standoff, pairings})
    if (!isUntranslated) return []
    return flatMap(standoff.utterances, ({start, end, translation, confidence}) =>
      translation === undefined && confidence >= MIN_CONFIDENCE && isUntranslated({start, end}) ? [{start, end, values: [visibleText({start, end})]}] : [],
    )
  },
} satisfies Rule
