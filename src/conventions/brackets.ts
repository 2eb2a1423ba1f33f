import {indicesInside} from '../text/spans.js'
import {isCapitalised} from '../text/words.js'
import type {Bracket, Convention, GlossSite, Host, Passage} from '../types.js'

/** Share of the words of a translation that the host language knows, names counted as known. */
const FLUENT = 0.6

/** Brackets longer than this hold a digression, not a translation. */
const LONGEST = 120

/** Whether a bracket's inside could be a sentence or phrase of the host language: no number, reference or remark like *sic*. */
function couldTranslate(passage: Passage, bracket: Bracket, host: Host): boolean {
  const inside = indicesInside(passage.words, bracket)
  const words = passage.words.slice(inside.start, inside.end)
  if (words.length === 0 || words.length > LONGEST) return false
  if (words.every(({key}) => /^\p{N}/u.test(key))) return false
  if (words.length === 1 && words[0]?.key === 'sic') return false
  const known = words.filter(({surface}) => isCapitalised(surface) || host.familiarity(surface).tier !== undefined).length
  return known >= FLUENT * words.length
}

/** A translation in brackets of one kind, anywhere after what it translates: `"Sel davan." He wept. (I am here.)` */
export const brackets = (name: string, kind: Bracket['kind']): Convention => ({
  name,
  find: (passages, {host}) =>
    passages.flatMap((passage) =>
      passage.brackets
        .filter((bracket) => bracket.kind === kind && couldTranslate(passage, bracket, host))
        .map((bracket): GlossSite => {
          const content = {start: bracket.start, end: bracket.end}
          return {
            convention: name,
            passage: passage.index,
            ...bracket.outer,
            content,
            of: {passage: passage.index, start: 0, end: bracket.outer.start},
            reach: 'before',
          }
        }),
    ),
})
