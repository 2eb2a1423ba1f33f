import groupBy from 'lodash-es/groupBy.js'
import type {Host} from '../../hosts/types.js'
import type {Lexicon} from '../../lexicon/types.js'
import {fold} from '../../prose/folding.js'
import {firstEndingAfter} from '../../prose/spans.js'
import {isCapitalised, isShouted} from '../../prose/tokenizer.js'
import type {StandoffTerm} from '../../source/annotation-types.js'
import type {Passage} from '../../source/types.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** A word stands in small letters this often, and this many times as often as with a capital. */
const LOW = 3
const USUALLY = 4

/** What a verse, a quotation or a bracket begins with. */
const AFRESH = /[\n“‘"'«([]\s*$/u
/** Words to look at on both sides for the rest of a title: *the Temple of the Gryf*. */
const NEAR = 3

/** Whether a capital says nothing: in a heading or title, or at the beginning of what is said. */
function mayBeCapital({text, heading, sentences, emphases, words}: Passage, start: number, {functionWords}: Host): boolean {
  const sentence = sentences[firstEndingAfter(sentences, start)]
  const emphasis = emphases[firstEndingAfter(emphases, start)]
  if (
    heading ||
    !sentence ||
    words[sentence.words.start]?.start === start ||
    emphasis?.start === start ||
    AFRESH.test(text.slice(Math.max(0, start - 3), start))
  )
    return true
  const index = firstEndingAfter(words, start)
  const before = words.slice(Math.max(sentence.words.start, index - NEAR), index).reverse()
  const behind = words.slice(index + 1, Math.min(sentence.words.end, index + 1 + NEAR))
  return [before, behind].some((side) => isCapitalised(side.find(({key}) => !functionWords.has(key))?.surface ?? ''))
}

/** What dictionaries of a language in which case tells words apart have instead of words that they do not have. */
function corrector(lexicons: readonly Lexicon[]): (surface: string) => string | undefined {
  const strict = lexicons.filter(({spelling}) => spelling.caseSensitive)
  const listed = new Map<string, string[]>()
  for (const {headword} of strict.flatMap(({entries}) => entries)) listed.set(fold(headword), [...(listed.get(fold(headword)) ?? []), headword])
  return (surface) => {
    const known = strict.some(({lookup}) => lookup(surface).some(({steps}) => steps[0]?.kind !== 'fold'))
    const [only, ...others] = known ? [] : (listed.get(fold(surface)) ?? [])
    return others.length === 0 ? only : undefined
  }
}

/** A word with a capital that it has nowhere else, or without one that its dictionary gives it. */
export const caseVariant = {
  name: 'case-variant',
  find: ({standoff: {terms}, passages, survey, lexicons, printed, placeAt, host}: LintContext): Remark[] => {
    const capitalFree = (term: StandoffTerm): boolean => {
      const place = placeAt(term)
      return place !== undefined && !mayBeCapital(passages[place.passage] as Passage, place.start, host)
    }
    return Object.entries(groupBy(terms, 'lang')).flatMap(([lang, own]) => {
      const dictionaries = lexicons.filter(({language}) => language === lang)
      const words = map(own, (term) => ({term, surface: printed(term)}))
      const correct = dictionaries.some(({spelling}) => spelling.caseSensitive) ? corrector(dictionaries) : undefined
      if (correct) {
        return words.flatMap(({term, surface}): Remark[] => {
          const listed = correct(surface)
          const isFirst = listed !== undefined && listed.slice(1) === surface.slice(1) && !capitalFree(term)
          return listed === undefined || isFirst ? [] : [{start: term.start, end: term.end, about: [surface, listed], expected: listed}]
        })
      }
      return Object.entries(groupBy(words, ({surface}) => fold(surface))).flatMap(([key, same]): Remark[] => {
        const low = same.filter(({surface}) => !isCapitalised(surface))
        if (low.length < LOW || low.length === same.length || survey.names.has(key)) return []
        const high = same.filter(({term, surface}) => isCapitalised(surface) && !isShouted(surface) && capitalFree(term))
        if (low.length < USUALLY * high.length) return []
        return map(high, ({term: {start, end}, surface}) => ({start, end, about: [surface, low[0]?.surface ?? key]}))
      })
    })
  },
} satisfies Rule
