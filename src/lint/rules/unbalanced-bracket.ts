import {contains, firstEndingAfter} from '../../prose/spans.js'
import type {Place} from '../../prose/types.js'
import type {StandoffUtterance} from '../../source/annotation-types.js'
import type {Passage} from '../../source/types.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

const CLOSING: Readonly<Record<string, string>> = {'(': ')', '[': ']'}

/** Marks that look like brackets: `1)`, `a)`, `:-)`. */
const LOOKALIKE = /(?:(?:^|[\s(])(?:\p{N}{1,3}|\p{L})|[:;=]['’]?[-o^]?)$/u
const SMILEY = /^[-o^]?[:;=]/u

/** More brackets without a partner in one paragraph are a drawing, or a program. */
const MOST = 4

/** Paragraphs that one bracket may hold. */
const MOST_APART = 3

interface Stray {
  readonly mark: string
  readonly at: number
}

/** The brackets of a paragraph that have no partner in it. */
function straysOf({text, brackets}: Passage): Stray[] {
  if (!/[()[\]]/u.test(text)) return []
  const outers = map(brackets, ({outer}) => outer)
  return Array.from(text.matchAll(/[()[\]]/gu), ({0: mark, index: at}) => ({mark, at})).filter(({mark, at}) => {
    const around = outers[firstEndingAfter(outers, at)]
    if (around && contains(around, {start: at, end: at + 1})) return false
    return mark in CLOSING ? !SMILEY.test(text.slice(at + 1, at + 3)) : !LOOKALIKE.test(text.slice(Math.max(0, at - 5), at))
  })
}

/** A bracket behind a line that nothing closes, or that nothing opens. */
export const unbalancedBracket = {
  name: 'unbalanced-bracket',
  find: ({standoff: {utterances}, source, passages, placeAt, sourceAt, printed}: LintContext): Remark[] => {
    const lines = new Map<number, (Place & {readonly line: StandoffUtterance})[]>()
    for (const line of utterances) {
      const place = placeAt(line)
      if (!place) continue
      const own = lines.get(place.passage)
      if (own) own.push({...place, line})
      else lines.set(place.passage, [{...place, line}])
    }
    const isClosedLater = (index: number): boolean => {
      for (const passage of passages.slice(index + 1, index + 1 + MOST_APART)) {
        const [first] = straysOf(passage)
        if (first) return !(first.mark in CLOSING)
      }
      return false
    }
    const isOpenedBefore = (index: number): boolean => {
      for (const passage of passages.slice(Math.max(0, index - MOST_APART), index).reverse()) {
        const last = straysOf(passage).at(-1)
        if (last) return last.mark in CLOSING
      }
      return false
    }
    return Array.from(lines).flatMap(([index, own]) => {
      const passage = passages[index] as Passage
      const strays = straysOf(passage)
      if (strays.length > MOST) return []
      return strays.flatMap(({mark, at}, i): Remark[] => {
        const before = own[firstEndingAfter(own, at) - 1]
        if (!before) return []
        const {line} = before
        const closing = CLOSING[mark]
        if (closing === undefined) {
          const span = i === 0 && isOpenedBefore(index) ? undefined : sourceAt({passage: index, start: at, end: at + 1})
          return span ? [{...span, about: [mark, printed(line)]}] : []
        }
        const isLast = i === strays.length - 1
        const end = isLast ? passage.text.trimEnd().length : at + 1
        const span = isLast && isClosedLater(index) ? undefined : sourceAt({passage: index, start: at, end})
        if (!span) return []
        // One sentence and no more: the end of the paragraph is the end of the translation.
        const isWhole = isLast && /^[^.!?…]+[.!?…]+$/u.test(passage.text.slice(at + 1, end))
        return [{...span, about: [mark, printed(line)], expected: isWhole ? source.slice(span.start, span.end) + closing : undefined}]
      })
    })
  },
} satisfies Rule
