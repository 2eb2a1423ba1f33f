import groupBy from 'lodash-es/groupBy.js'
import {map} from '../../util/lists.js'
import {intersects} from '../content-words.js'
import {isConfirmed, type LearnedMeaning, learnedMeanings} from '../learned-meanings.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Groups meanings that share a content word, in text order. */
function groupByMeaning(items: readonly LearnedMeaning[]): LearnedMeaning[][] {
  const groups: {content: Set<string>; items: LearnedMeaning[]}[] = []
  for (const learned of items) {
    const group = groups.find(({content}) => intersects(content, learned.content))
    if (!group) groups.push({content: new Set(learned.content), items: [learned]})
    else {
      group.items.push(learned)
      for (const word of learned.content) group.content.add(word)
    }
  }
  return map(groups, (group) => group.items)
}

/** Two parts of one expression (*the way home*) are not two meanings. */
const areOneExpression = (a: readonly LearnedMeaning[], b: readonly LearnedMeaning[]): boolean =>
  a.some((one) => b.some((other) => intersects(one.translationContent, other.content) || intersects(other.translationContent, one.content)))

/** A word with two translations. */
export const twoMeanings = {
  name: 'two-meanings',
  check: (context: LintContext): Diagnostic[] =>
    [...learnedMeanings(context).values()].flatMap((items) =>
      Object.values(groupBy(items, 'key')).flatMap((ofWord) => {
        const confirmed = groupByMeaning(ofWord).filter(isConfirmed)
        return confirmed.flatMap((group, index): Diagnostic[] => {
          const [learned] = group as [LearnedMeaning]
          const [other] = confirmed.find((earlier, i) => i < index && !areOneExpression(earlier, group)) ?? []
          return other ? [{...learned.at, values: [learned.word, learned.meaning, other.meaning, context.formatPosition(other.at.start)]}] : []
        })
      }),
    ),
} satisfies Rule
