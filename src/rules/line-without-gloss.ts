import {flatMap} from '../data/flat-map.js'
import type {Galley, Remark, Rule} from '../types.js'

/** A line that the author translates nowhere. */
export const lineWithoutGloss = {
  name: 'line-without-gloss',
  find: ({standoff: {utterances}, printed}: Pick<Galley, 'standoff' | 'printed'>): Remark[] =>
    flatMap(utterances, ({start, end, translation}) => (translation === undefined ? [{start, end, about: [printed({start, end})]}] : [])),
} satisfies Rule
