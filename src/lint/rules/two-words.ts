import groupBy from 'lodash-es/groupBy.js'
import {map} from '../../util/lists.js'
import {isConfirmed, type LearnedMeaning, learnedMeanings} from '../learned-meanings.js'
import {isNearSpelling} from '../spelling-distance.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Length of a common stem: this many letters, or this share of the shorter word. Longer words are only compared for equality. */
const STEM_LENGTH = 4
const MIN_STEM_SHARE = 0.6
const MAX_LENGTH = 40

/** Whether two words may be forms of one word. */
function shareStem(a: string, b: string): boolean {
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return a === b
  const least = Math.min(STEM_LENGTH, Math.ceil(MIN_STEM_SHARE * Math.min(a.length, b.length)))
  for (let at = 0; at + least <= a.length; at++) if (b.includes(a.slice(at, at + least))) return true
  return isNearSpelling(a, b)
}

const meaningKey = ({content}: LearnedMeaning): string => [...content].sort().join(' ')

/** A second word with the same meaning. */
export const twoWords = {
  name: 'two-words',
  check: (context: LintContext): Diagnostic[] =>
    [...learnedMeanings(context).values()].flatMap((items) => {
      const meanings = map(Object.values(groupBy(items, 'key')), (ofWord) => Object.values(groupBy(ofWord, meaningKey)).filter(isConfirmed))
      // A word with several meanings is not reported as a synonym.
      const single = meanings.flatMap((ofWord) => (ofWord.length === 1 ? ofWord : []))
      return Object.values(groupBy(single, ([learned]) => meaningKey(learned as LearnedMeaning))).flatMap((synonyms) => {
        const firsts = map(synonyms, ([learned]) => learned as LearnedMeaning).sort((a, b) => a.at.start - b.at.start)
        return firsts.flatMap((learned, index): Diagnostic[] => {
          const other = firsts.slice(0, index).find(({key}) => !shareStem(key, learned.key))
          return other ? [{...learned.at, values: [learned.word, learned.meaning, other.word, context.formatPosition(other.at.start)]}] : []
        })
      })
    }),
} satisfies Rule
