import type {GlossCandidate} from '../../detect/types.js'
import type {Bracket} from '../../prose/types.js'
import {flatMap} from '../../util/lists.js'
import {scoreTranslation, trimContent} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** A translation in brackets of one kind, anywhere after what it translates: `"Sel davan." He wept. (I am here.)` */
const createBracketConvention = (name: string, kind: Bracket['kind']): Convention => ({
  name,
  find: (passages, {host}) =>
    flatMap(passages, (passage) =>
      flatMap(passage.brackets, (bracket): GlossCandidate[] => {
        if (bracket.kind !== kind) return []
        const content = trimContent(passage.text, bracket, host)
        const odds = scoreTranslation(passage, content, content.ledIn, host)
        if (!odds) return []
        const of = {passage: passage.index, start: 0, end: bracket.outer.start}
        return [
          {convention: name, passage: passage.index, ...bracket.outer, content: {start: content.start, end: content.end}, of: [of], reach: 'before', odds},
        ]
      }),
    ),
})

/** `"Sel davan." (I am here.)` */
export const roundBrackets: Convention = {...createBracketConvention('round-brackets', 'round'), ranksAllBefore: true}

/** `"Sel davan." [I am here.]` */
export const squareBrackets = createBracketConvention('square-brackets', 'square')
