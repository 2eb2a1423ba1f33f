import {contains, firstEndingAfter} from '../../prose/spans.js'
import type {Quotation, SourceSpan} from '../../prose/types.js'
import {isWordless} from '../../prose/word-shape.js'
import type {StandoffUtterance} from '../../source/annotation-types.js'
import type {Passage} from '../../source/types.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** The closing mark for each opening mark; marks with several possible counterparts are left out. */
const CLOSING: Readonly<Record<string, string>> = {'“': '”', '"': '"', '«': '»', '‘': '’', '「': '」', '『': '』', '‹': '›'}
const MARK = /^(?:["“”„‟«»‹›「」『』‘’‚'`]|``|'')$/u

/** Maximum number of paragraphs of one speech, such as a song. */
const MAX_PARAGRAPHS = 20

const markAt = ({text}: Passage, {start, end}: {start: number; end: number}): string => text.slice(start, end)

/** Whether a speech continues after its paragraph: the next begins with a mark, or a later one closes it. */
function isContinued(passages: readonly Passage[], {index}: Passage): boolean {
  for (let i = index + 1; i <= index + MAX_PARAGRAPHS; i++) {
    const passage = passages[i]
    if (!passage) return false
    const [first] = passage.quotations
    if (!first) continue
    const isOpened = first.open.end > first.open.start
    if (!isOpened) return first.close !== undefined
    return i === index + 1 && isWordless(passage.text.slice(0, first.open.start))
  }
  return false
}

/** An utterance whose quotation marks are unpaired. */
export const unbalancedQuotation = {
  name: 'unbalanced-quotation',
  check: ({standoff: {utterances}, source, passages, toPlace, toSourceSpan, visibleText}: LintContext): Diagnostic[] => {
    const byPassage = new Map<Passage, Map<Quotation, StandoffUtterance>>()
    for (const utterance of utterances) {
      const place = toPlace(utterance)
      const passage = place && passages[place.passage]
      const quotation = passage?.quotations[firstEndingAfter(passage.quotations, place?.start ?? 0)]
      if (!passage || !quotation || !contains(quotation, place)) continue
      const lastByQuotation = byPassage.get(passage) ?? new Map<Quotation, StandoffUtterance>()
      // The closing mark follows the last utterance of a speech.
      byPassage.set(passage, lastByQuotation.set(quotation, utterance))
    }
    const checkQuotation = (passage: Passage, quotation: Quotation, utterance: StandoffUtterance): Diagnostic | undefined => {
      const {open, close, end} = quotation
      const opening = markAt(passage, open)
      if (!close && MARK.test(opening)) {
        const isLast = end >= passage.text.trimEnd().length
        const from = toSourceSpan({passage: passage.index, ...open})
        if (!from || (isLast && isContinued(passages, passage))) return undefined
        const span: SourceSpan = {start: from.start, end: utterance.end}
        const closing = CLOSING[opening]
        const place = toPlace(utterance)
        const isWhole = isLast && place !== undefined && isWordless(passage.text.slice(place.end, end))
        return {
          ...span,
          values: ['open', visibleText(utterance)],
          expected: isWhole && closing !== undefined ? source.slice(span.start, span.end) + closing : undefined,
        }
      }
      if (close && open.start === open.end && MARK.test(markAt(passage, close))) {
        const to = toSourceSpan({passage: passage.index, ...close})
        return to &&
          !passages
            .slice(Math.max(0, passage.index - MAX_PARAGRAPHS), passage.index)
            .some(({quotations}) => quotations.at(-1)?.close === undefined && quotations.length > 0)
          ? {start: utterance.start, end: to.end, values: ['close', visibleText(utterance)]}
          : undefined
      }
      return undefined
    }
    return Array.from(byPassage, ([passage, lastByQuotation]) =>
      Array.from(lastByQuotation, ([quotation, utterance]) => checkQuotation(passage, quotation, utterance) ?? []).flat(),
    ).flat()
  },
} satisfies Rule
