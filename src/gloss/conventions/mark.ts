import type {GlossCandidate} from '../../detect/types.js'
import {flatMap, map} from '../../util/lists.js'
import type {Convention} from '../types.js'

/** Log-odds so high that nothing outweighs the author's mark. */
const SURE = {line: 20, word: 20}

/** A translation that the author marks as one: `“Sel davan.” :gloss[I am here.]` Brackets around the mark belong to it. */
export const mark: Convention = {
  name: 'mark',
  find: (passages) =>
    flatMap(passages, ({index: passage, text, declarations, brackets}) =>
      map(
        declarations.filter(({as}) => as === 'gloss').sort((a, b) => a.start - b.start),
        ({start, end}): GlossCandidate => {
          const around = brackets.find(
            (bracket) => text.slice(bracket.start, bracket.end).trim() === text.slice(start, end).trim() && bracket.start <= start && end <= bracket.end,
          )
          const outer = around?.outer ?? {start, end}
          return {
            convention: 'mark',
            passage,
            start: outer.start,
            end: outer.end,
            content: {start, end},
            of: [{passage, start: 0, end: outer.start}],
            reach: 'before',
            odds: SURE,
            isDeclared: true,
          }
        },
      ),
    ),
}
