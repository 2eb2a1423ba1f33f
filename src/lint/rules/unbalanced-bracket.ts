import {contains, firstEndingAfter} from '../../prose/spans.js'
import type {Place} from '../../prose/types.js'
import type {StandoffUtterance} from '../../source/annotation-types.js'
import type {Passage} from '../../source/types.js'
import {map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

const CLOSING: Readonly<Record<string, string>> = {'(': ')', '[': ']'}

/** Marks that look like brackets: `1)`, `a)`, `:-)`. */
const LOOKALIKE = /(?:(?:^|[\s(])(?:\p{N}{1,3}|\p{L})|[:;=]['’]?[-o^]?)$/u
const SMILEY = /^[-o^]?[:;=]/u

/** Paragraphs with more unpaired brackets are drawings or code. */
const MAX_UNPAIRED = 4

/** Maximum number of paragraphs inside one bracket. */
const MAX_PARAGRAPHS = 3

interface UnpairedBracket {
  readonly mark: string
  readonly at: number
}

/** Returns the brackets of a paragraph without a counterpart in it. */
function findUnpaired({text, brackets}: Passage): UnpairedBracket[] {
  if (!/[()[\]]/u.test(text)) return []
  const outers = map(brackets, ({outer}) => outer)
  return Array.from(text.matchAll(/[()[\]]/gu), ({0: mark, index: at}) => ({mark, at})).filter(({mark, at}) => {
    const around = outers[firstEndingAfter(outers, at)]
    if (around && contains(around, {start: at, end: at + 1})) return false
    return mark in CLOSING ? !SMILEY.test(text.slice(at + 1, at + 3)) : !LOOKALIKE.test(text.slice(Math.max(0, at - 5), at))
  })
}

/** A bracket after an utterance without its closing or opening counterpart. */
export const unbalancedBracket = {
  name: 'unbalanced-bracket',
  check: ({standoff: {utterances}, source, passages, toPlace, toSourceSpan, visibleText}: LintContext): Diagnostic[] => {
    const byPassage = new Map<number, (Place & {readonly utterance: StandoffUtterance})[]>()
    for (const utterance of utterances) {
      const place = toPlace(utterance)
      if (!place) continue
      const own = byPassage.get(place.passage)
      if (own) own.push({...place, utterance})
      else byPassage.set(place.passage, [{...place, utterance}])
    }
    const isClosedLater = (index: number): boolean => {
      for (const passage of passages.slice(index + 1, index + 1 + MAX_PARAGRAPHS)) {
        const [first] = findUnpaired(passage)
        if (first) return !(first.mark in CLOSING)
      }
      return false
    }
    const isOpenedBefore = (index: number): boolean => {
      for (const passage of passages.slice(Math.max(0, index - MAX_PARAGRAPHS), index).reverse()) {
        const last = findUnpaired(passage).at(-1)
        if (last) return last.mark in CLOSING
      }
      return false
    }
    return Array.from(byPassage).flatMap(([index, own]) => {
      const passage = passages[index] as Passage
      const unpaired = findUnpaired(passage)
      if (unpaired.length > MAX_UNPAIRED) return []
      return unpaired.flatMap(({mark, at}, i): Diagnostic[] => {
        const before = own[firstEndingAfter(own, at) - 1]
        if (!before) return []
        const {utterance} = before
        const closing = CLOSING[mark]
        if (closing === undefined) {
          const span = i === 0 && isOpenedBefore(index) ? undefined : toSourceSpan({passage: index, start: at, end: at + 1})
          return span ? [{...span, values: [mark, visibleText(utterance)]}] : []
        }
        const isLast = i === unpaired.length - 1
        const end = isLast ? passage.text.trimEnd().length : at + 1
        const span = isLast && isClosedLater(index) ? undefined : toSourceSpan({passage: index, start: at, end})
        if (!span) return []
        // If the bracket holds a single sentence, the translation ends with the paragraph.
        const isWhole = isLast && /^[^.!?…]+[.!?…]+$/u.test(passage.text.slice(at + 1, end))
        return [{...span, values: [mark, visibleText(utterance)], expected: isWhole ? source.slice(span.start, span.end) + closing : undefined}]
      })
    })
  },
} satisfies Rule
