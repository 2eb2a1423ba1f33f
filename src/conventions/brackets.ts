import {flatMap} from '../data/flat-map.js'
import type {Bracket, Convention, GlossSite} from '../types.js'
import {bareContent, oddsOf} from './sites.js'

/** A translation in brackets of one kind, anywhere after what it translates: `"Sel davan." He wept. (I am here.)` */
export const brackets = (name: string, kind: Bracket['kind']): Convention => ({
  name,
  find: (passages, {host}) =>
    flatMap(passages, (passage) =>
      flatMap(passage.brackets, (bracket): GlossSite[] => {
        if (bracket.kind !== kind) return []
        const content = bareContent(passage.text, bracket, host)
        const odds = oddsOf(passage, content, content.ledIn, host)
        if (!odds) return []
        const of = {passage: passage.index, start: 0, end: bracket.outer.start}
        return [
          {convention: name, passage: passage.index, ...bracket.outer, content: {start: content.start, end: content.end}, of: [of], reach: 'before', odds},
        ]
      }),
    ),
})
