import groupBy from 'lodash-es/groupBy.js'
import {map} from '../../util/lists.js'
import {meet} from '../content-words.js'
import {isShown, type LearnedMeaning, learnedMeanings} from '../learned-meanings.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** Lessons that share a word of their meanings, in the order of the text. */
function byMeaning(lessons: readonly LearnedMeaning[]): LearnedMeaning[][] {
  const groups: {content: Set<string>; lessons: LearnedMeaning[]}[] = []
  for (const lesson of lessons) {
    const group = groups.find(({content}) => meet(content, lesson.content))
    if (!group) groups.push({content: new Set(lesson.content), lessons: [lesson]})
    else {
      group.lessons.push(lesson)
      for (const word of lesson.content) group.content.add(word)
    }
  }
  return map(groups, (group) => group.lessons)
}

/** Two parts of one expression (*the way home*) are no two meanings. */
const belongTogether = (a: readonly LearnedMeaning[], b: readonly LearnedMeaning[]): boolean =>
  a.some((one) => b.some((other) => meet(one.around, other.content) || meet(other.around, one.content)))

/** One word translated in two ways. */
export const twoMeanings = {
  name: 'two-meanings',
  find: (galley: LintContext): Remark[] =>
    [...learnedMeanings(galley).values()].flatMap((lessons) =>
      Object.values(groupBy(lessons, 'key')).flatMap((own) => {
        const shown = byMeaning(own).filter(isShown)
        return shown.flatMap((group, index): Remark[] => {
          const [lesson] = group as [LearnedMeaning]
          const [other] = shown.find((earlier, i) => i < index && !belongTogether(earlier, group)) ?? []
          return other ? [{...lesson.at, about: [lesson.word, lesson.meaning, other.meaning, galley.pointAt(other.at.start)]}] : []
        })
      }),
    ),
} satisfies Rule
