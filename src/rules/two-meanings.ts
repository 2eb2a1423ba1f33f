import groupBy from 'lodash-es/groupBy.js'
import {map} from '../data/map.js'
import type {Galley, Remark, Rule} from '../types.js'
import {meet} from './content-words.js'
import {isShown, type Lesson, lessonsOf} from './lessons.js'

/** Lessons that share a word of their meanings, in the order of the text. */
function byMeaning(lessons: readonly Lesson[]): Lesson[][] {
  const groups: {content: Set<string>; lessons: Lesson[]}[] = []
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
const belongTogether = (a: readonly Lesson[], b: readonly Lesson[]): boolean =>
  a.some((one) => b.some((other) => meet(one.around, other.content) || meet(other.around, one.content)))

/** One word translated in two ways. */
export const twoMeanings = {
  name: 'two-meanings',
  find: (galley: Galley): Remark[] =>
    [...lessonsOf(galley).values()].flatMap((lessons) =>
      Object.values(groupBy(lessons, 'key')).flatMap((own) => {
        const shown = byMeaning(own).filter(isShown)
        return shown.flatMap((group, index): Remark[] => {
          const [lesson] = group as [Lesson]
          const [other] = shown.find((earlier, i) => i < index && !belongTogether(earlier, group)) ?? []
          return other ? [{...lesson.at, about: [lesson.word, lesson.meaning, other.meaning, galley.pointAt(other.at.start)]}] : []
        })
      }),
    ),
} satisfies Rule
