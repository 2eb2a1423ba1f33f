import type {GlossCandidate} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {firstEndingAfter, indicesInside} from '../../prose/spans.js'
import {isFigure} from '../../prose/tokenizer.js'
import type {Bracket, Span, Word} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {oddsOf} from './sites.js'

/** Words of a phrase that a foreign word follows in brackets. */
const LONGEST = 5
const MOST_FOREIGN = 6

/** The noun phrase that ends at a bracket: back to its determiner, else to the last word of grammar. */
function phraseBefore({text, words}: Passage, offset: number, {glossing, functionWords}: Host): Span | undefined {
  const last = firstEndingAfter(words, offset) - 1
  const gap = words[last] && text.slice((words[last] as Word).end, offset)
  if (gap === undefined || !/^[\s*_”"’]*$/u.test(gap)) return undefined
  let first = last
  let fallback: number | undefined
  for (let i = last; i >= 0 && i > last - LONGEST - 1; i--) {
    const {key, end} = words[i] as Word
    if (glossing.determiner.test(key)) {
      first = i + 1
      fallback = undefined
      break
    }
    const next = words[i + 1]
    if (next && i < last && /[^\s’'”"*_-]/u.test(text.slice(end, next.start))) {
      fallback ??= i + 1
      break
    }
    if (functionWords.has(key)) fallback ??= i + 1
    first = i
  }
  const start = fallback ?? first
  return start <= last ? {start: (words[start] as Word).start, end: (words[last] as Word).end} : undefined
}

/** Log-odds below which a word is one of the host's that no other language would have. */
const HOSTS_OWN = -1.5

/** A genus, written out or not, and perhaps its species: what naturalists put behind a plain name. */
const BINOMIAL = /^\s*\p{Lu}\p{Ll}*\.?(?:[\s,][^!?]*)?$/u

/** Whether a bracket holds words that the host does not know, and nothing else. */
function isForeign({text, words}: Passage, bracket: Bracket, {familiarity, foreignOdds}: Host): boolean {
  const {start, end} = indicesInside(words, bracket)
  const inside = words.slice(start, end)
  const strange = inside.filter(({surface}) => familiarity(surface).tier === undefined).length
  if (strange === 0 || inside.length > MOST_FOREIGN || 2 * strange < inside.length) return false
  if (BINOMIAL.test(text.slice(bracket.start, bracket.end))) return false
  return inside.every((word) => !isFigure(word.key) && foreignOdds(word, familiarity(word.surface)) > HOSTS_OWN)
}

/** The host's words first, the foreign ones in the bracket: `a paper lantern (tovashi) hung by the gate` */
export const reverse: Convention = {
  name: 'reverse',
  find: (passages, {host}) =>
    flatMap(passages, (passage) =>
      flatMap(passage.brackets, (bracket): GlossCandidate[] => {
        if (bracket.kind !== 'round' || !isForeign(passage, bracket, host)) return []
        const content = phraseBefore(passage, bracket.outer.start, host)
        const odds = content && oddsOf(passage, content, false, host)
        if (!odds) return []
        const of = {passage: passage.index, start: bracket.start, end: bracket.end}
        return [{convention: 'reverse', passage: passage.index, ...content, content, of: [of], reach: 'all', odds}]
      }),
    ),
}
