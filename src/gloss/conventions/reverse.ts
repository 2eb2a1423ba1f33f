import type {GlossCandidate} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {firstEndingAfter, indicesInside} from '../../prose/spans.js'
import type {Bracket, Span, Word} from '../../prose/types.js'
import {startsWithDigit} from '../../prose/word-shape.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import {scoreTranslation} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** Most words of the phrase before the bracket, and of the bracket. */
const MAX_WORDS = 5
const MAX_FOREIGN_WORDS = 6

/** The noun phrase that ends at a bracket: back to its determiner, otherwise to the last function word. */
function findPhraseBefore({text, words}: Passage, offset: number, {glossing, functionWords}: Host): Span | undefined {
  const last = firstEndingAfter(words, offset) - 1
  const gap = words[last] && text.slice((words[last] as Word).end, offset)
  if (gap === undefined || !/^[\s*_”"’]*$/u.test(gap)) return undefined
  let first = last
  let fallback: number | undefined
  for (let i = last; i >= 0 && i > last - MAX_WORDS - 1; i--) {
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

/** Log-odds below which a word is the host's alone. */
const HOST_ONLY = -1.5

/** A scientific name: a genus, written out or not, with or without a species, as naturalists put behind a common name. */
const BINOMIAL = /^\s*\p{Lu}\p{Ll}*\.?(?:[\s,][^!?]*)?$/u

/** Whether a bracket may hold foreign words alone: at least half of its words are unknown to the host, and none is the host's alone. */
function isForeign({text, words}: Passage, bracket: Bracket, {familiarity, foreignOdds}: Host): boolean {
  const {start, end} = indicesInside(words, bracket)
  const inside = words.slice(start, end)
  const unknown = inside.filter(({surface}) => familiarity(surface).tier === undefined).length
  if (unknown === 0 || inside.length > MAX_FOREIGN_WORDS || 2 * unknown < inside.length) return false
  if (BINOMIAL.test(text.slice(bracket.start, bracket.end))) return false
  return inside.every((word) => !startsWithDigit(word.key) && foreignOdds(word, familiarity(word.surface)) > HOST_ONLY)
}

/** The translation first, the foreign words in the bracket: `a paper lantern (tovashi) hung by the gate` */
export const reverse: Convention = {
  name: 'reverse',
  find: (passages, {host}) =>
    flatMap(passages, (passage) =>
      flatMap(passage.brackets, (bracket): GlossCandidate[] => {
        if (bracket.kind !== 'round' || !isForeign(passage, bracket, host)) return []
        const content = findPhraseBefore(passage, bracket.outer.start, host)
        const odds = content && scoreTranslation(passage, content, false, host)
        if (!odds) return []
        const of = {passage: passage.index, start: bracket.start, end: bracket.end}
        return [{convention: 'reverse', passage: passage.index, ...content, content, of: [of], reach: 'all', odds}]
      }),
    ),
}
