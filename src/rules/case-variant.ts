import groupBy from 'lodash-es/groupBy.js'
import {fold} from '../text/folding.js'
import {firstEndingAfter} from '../text/spans.js'
import {isCapitalised, isShouted} from '../text/words.js'
import type {Galley, Host, Lexicon, Passage, Remark, Rule, StandoffTerm} from '../types.js'

/** A word stands in small letters this often, and this many times as often as with a capital. */
const LOW = 3
const USUALLY = 4

/** Words to look at on both sides for the rest of a title: *the Temple of the Gryf*. */
const NEAR = 3

/** Whether a capital says nothing: in a heading or title, or at the beginning of what is said. */
function mayBeCapital({heading, sentences, emphases, words}: Passage, start: number, {functionWords}: Host): boolean {
  const sentence = sentences[firstEndingAfter(sentences, start)]
  const emphasis = emphases[firstEndingAfter(emphases, start)]
  if (heading || !sentence || words[sentence.words.start]?.start === start || emphasis?.start === start) return true
  const index = firstEndingAfter(words, start)
  const before = words.slice(Math.max(sentence.words.start, index - NEAR), index).reverse()
  const behind = words.slice(index + 1, Math.min(sentence.words.end, index + 1 + NEAR))
  return [before, behind].some((side) => isCapitalised(side.find(({key}) => !functionWords.has(key))?.surface ?? ''))
}

/** What a dictionary of a language in which case tells words apart has instead of a word. */
const listedOtherwise = (surface: string, lexicons: readonly Lexicon[]): string | undefined =>
  lexicons
    .filter(({spelling}) => spelling.caseSensitive)
    .flatMap(({lookup}) => lookup(surface).slice(0, 1))
    .flatMap(({entry, steps}) => (steps[0]?.kind === 'fold' && entry.headword !== surface && fold(entry.headword) === fold(surface) ? [entry.headword] : []))[0]

/** A word with a capital that it has nowhere else, or without one that its dictionary gives it. */
export const caseVariant = {
  name: 'case-variant',
  find: ({standoff: {terms}, passages, survey, lexicons, printed, placeAt, host}: Galley): Remark[] => {
    const capitalFree = (term: StandoffTerm): boolean => {
      const place = placeAt(term)
      return place !== undefined && !mayBeCapital(passages[place.passage] as Passage, place.start, host)
    }
    return Object.entries(groupBy(terms, 'lang')).flatMap(([lang, own]) => {
      const dictionaries = lexicons.filter(({language}) => language === lang)
      const words = own.map((term) => ({term, surface: printed(term)}))
      return Object.entries(groupBy(words, ({surface}) => fold(surface))).flatMap(([key, same]): Remark[] => {
        if (dictionaries.some(({spelling}) => spelling.caseSensitive)) {
          return same.flatMap(({term: {start, end}, surface}) => {
            const listed = listedOtherwise(surface, dictionaries)
            // Typographic apostrophes are no other case.
            return listed === undefined || listed.toLowerCase() === listed ? [] : [{start, end, about: [surface, listed], expected: listed}]
          })
        }
        const [high, low] = [same.filter(({surface}) => isCapitalised(surface)), same.filter(({surface}) => !isCapitalised(surface))]
        if (high.length === 0 || low.length < LOW || low.length < USUALLY * high.length || survey.names.has(key)) return []
        return high.flatMap(({term, surface}) =>
          isShouted(surface) || !capitalFree(term) ? [] : [{start: term.start, end: term.end, about: [surface, low[0]?.surface ?? key]}],
        )
      })
    })
  },
} satisfies Rule
