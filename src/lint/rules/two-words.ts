import groupBy from 'lodash-es/groupBy.js'
import {map} from '../../util/lists.js'
import {isShown, type LearnedMeaning, learnedMeanings} from '../learned-meanings.js'
import {isNear} from '../spelling-distance.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** So many letters side by side are a stem, or as much of the shorter word as this; longer words are not compared letter by letter. */
const STEM = 4
const SHARE = 0.6
const LONGEST = 40

/** Whether two words may be forms of one: they have a stem in common. */
function isKin(a: string, b: string): boolean {
  if (a.length > LONGEST || b.length > LONGEST) return a === b
  const least = Math.min(STEM, Math.ceil(SHARE * Math.min(a.length, b.length)))
  for (let at = 0; at + least <= a.length; at++) if (b.includes(a.slice(at, at + least))) return true
  return isNear(a, b)
}

const meaningKey = ({content}: LearnedMeaning): string => [...content].sort().join(' ')

/** A second word for what the story has had a word for. */
export const twoWords = {
  name: 'two-words',
  find: (galley: LintContext): Remark[] =>
    [...learnedMeanings(galley).values()].flatMap((lessons) => {
      const meanings = map(Object.values(groupBy(lessons, 'key')), (own) => Object.values(groupBy(own, meaningKey)).filter(isShown))
      // A word with several meanings is no second word for one of them.
      const single = meanings.flatMap((own) => (own.length === 1 ? own : []))
      return Object.values(groupBy(single, ([lesson]) => meaningKey(lesson as LearnedMeaning))).flatMap((rivals) => {
        const firsts = map(rivals, ([lesson]) => lesson as LearnedMeaning).sort((a, b) => a.at.start - b.at.start)
        return firsts.flatMap((lesson, index): Remark[] => {
          const other = firsts.slice(0, index).find(({key}) => !isKin(key, lesson.key))
          return other ? [{...lesson.at, about: [lesson.word, lesson.meaning, other.word, galley.pointAt(other.at.start)]}] : []
        })
      })
    }),
} satisfies Rule
