import {flatMap} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** A line that the author translates nowhere. */
export const lineWithoutGloss = {
  name: 'line-without-gloss',
  find: ({standoff: {utterances}, printed}: Pick<LintContext, 'standoff' | 'printed'>): Remark[] =>
    flatMap(utterances, ({start, end, translation}) => (translation === undefined ? [{start, end, about: [printed({start, end})]}] : [])),
} satisfies Rule
