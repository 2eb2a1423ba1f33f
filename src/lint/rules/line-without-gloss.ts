import {flatMap} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** An utterance without a translation. */
export const lineWithoutGloss = {
  name: 'line-without-gloss',
  check: ({standoff: {utterances}, visibleText}: Pick<LintContext, 'standoff' | 'visibleText'>): Diagnostic[] =>
    flatMap(utterances, ({start, end, translation}) => (translation === undefined ? [{start, end, values: [visibleText({start, end})]}] : [])),
} satisfies Rule
