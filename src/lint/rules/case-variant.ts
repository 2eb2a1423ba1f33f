import countBy from 'lodash-es/countBy.js'
import groupBy from 'lodash-es/groupBy.js'
import type {Host} from '../../hosts/types.js'
import type {Lexicon} from '../../lexicon/types.js'
import {fold} from '../../prose/folding.js'
import {firstEndingAfter} from '../../prose/spans.js'
import {isAllCaps, isCapitalized} from '../../prose/word-shape.js'
import type {StandoffTerm} from '../../source/annotation-types.js'
import type {Passage} from '../../source/types.js'
import {map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Minimum number of lowercase uses of a word, and how many times more common they must be than capitalized ones. */
const MIN_LOWERCASE = 3
const MIN_RATIO = 4

/** What precedes a line of verse, a quotation, a bracket, or a new beginning behind a break. */
const PHRASE_START = /[\n“‘"'«([/|:…—–]/u
const HAS_CAPITAL = /\p{Lu}/u
/** Verse whose line breaks are lost has a capital for each of its lines: from so many on in one paragraph. */
const VERSE_CAPITALS = 3

/** Whether a phrase begins at `start`: it is the first of its line, or a mark precedes it. */
function beginsPhrase(text: string, start: number): boolean {
  let before = start - 1
  while (before >= 0 && /[^\S\n]/u.test(text.charAt(before))) before--
  return before < 0 || PHRASE_START.test(text.charAt(before))
}
/** Number of words on each side to check for a title: *the Temple of the Gryf*. */
const TITLE_WORDS = 3

/** Whether a capital is no evidence: in a heading or title, or at the beginning of a sentence or of emphasis. */
function mayBeCapitalized({text, heading, sentences, emphases, words}: Passage, start: number, {functionWords}: Host): boolean {
  const sentence = sentences[firstEndingAfter(sentences, start)]
  const emphasis = emphases[firstEndingAfter(emphases, start)]
  if (heading || !sentence || words[sentence.words.start]?.start === start || emphasis?.start === start || beginsPhrase(text, start)) return true
  const index = firstEndingAfter(words, start)
  const before = words.slice(Math.max(sentence.words.start, index - TITLE_WORDS), index).reverse()
  const behind = words.slice(index + 1, Math.min(sentence.words.end, index + 1 + TITLE_WORDS))
  return [before, behind].some((side) => isCapitalized(side.find(({key}) => !functionWords.has(key))?.surface ?? ''))
}

/** Creates a function that returns the headword that differs only in case, for words that case-sensitive dictionaries do not contain. */
function createCaseCorrector(lexicons: readonly Lexicon[]): (surface: string) => string | undefined {
  const strict = lexicons.filter(({spelling}) => spelling.caseSensitive)
  const listed = new Map<string, string[]>()
  for (const {headword} of strict.flatMap(({entries}) => entries)) listed.set(fold(headword), [...(listed.get(fold(headword)) ?? []), headword])
  return (surface) => {
    const known = strict.some(({lookup}) => lookup(surface).some(({steps}) => steps[0]?.kind !== 'fold'))
    const [only, ...others] = known ? [] : (listed.get(fold(surface)) ?? [])
    return others.length === 0 ? only : undefined
  }
}

/** A word with a capital that it usually does not have, or not in the case of its dictionary entry. */
export const caseVariant = {
  name: 'case-variant',
  check: ({standoff: {terms}, passages, survey, lexicons, visibleText, toPlace, host}: LintContext): Diagnostic[] => {
    const looseCapitals = new Map<StandoffTerm, number>()
    for (const term of terms) {
      const surface = visibleText(term)
      const place = isCapitalized(surface) && !isAllCaps(surface) ? toPlace(term) : undefined
      const passage = place && (passages[place.passage] as Passage)
      if (!passage || mayBeCapitalized(passage, place.start, host)) continue
      looseCapitals.set(term, place.passage)
    }
    const countIn = countBy([...looseCapitals.values()])
    const isWrongCapital = (term: StandoffTerm): boolean => {
      const passage = looseCapitals.get(term)
      return passage !== undefined && (countIn[passage] ?? 0) < VERSE_CAPITALS
    }
    return Object.entries(groupBy(terms, 'lang')).flatMap(([lang, own]) => {
      const dictionaries = lexicons.filter(({language}) => language === lang)
      const words = map(own, (term) => ({term, surface: visibleText(term)}))
      const correct = dictionaries.some(({spelling}) => spelling.caseSensitive) ? createCaseCorrector(dictionaries) : undefined
      if (correct) {
        return words.flatMap(({term, surface}): Diagnostic[] => {
          const listed = correct(surface)
          const isFirst = listed !== undefined && listed.slice(1) === surface.slice(1) && !isWrongCapital(term)
          return listed === undefined || isFirst ? [] : [{start: term.start, end: term.end, values: [surface, listed], expected: listed}]
        })
      }
      return Object.entries(groupBy(words, ({surface}) => fold(surface))).flatMap(([key, same]): Diagnostic[] => {
        // A name may begin with a small letter: *d’Orval*.
        const lowercase = same.filter(({surface}) => !HAS_CAPITAL.test(surface))
        if (lowercase.length < MIN_LOWERCASE || lowercase.length === same.length || survey.names.has(key)) return []
        const capitalized = same.filter(({term, surface}) => isCapitalized(surface) && !isAllCaps(surface) && isWrongCapital(term))
        if (lowercase.length < MIN_RATIO * capitalized.length) return []
        return map(capitalized, ({term: {start, end}, surface}) => ({start, end, values: [surface, lowercase[0]?.surface ?? key]}))
      })
    })
  },
} satisfies Rule
