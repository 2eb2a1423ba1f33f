import {contains, firstEndingAfter} from '../../prose/spans.js'
import {isGap} from '../../prose/tokenizer.js'
import type {Quotation, SourceSpan} from '../../prose/types.js'
import type {StandoffUtterance} from '../../source/annotation-types.js'
import type {Passage} from '../../source/types.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** What closes what a mark opens; marks that close differently from story to story are not guessed. */
const CLOSING: Readonly<Record<string, string>> = {'“': '”', '"': '"', '«': '»', '‘': '’', '「': '」', '『': '』', '‹': '›'}
const MARK = /^(?:["“”„‟«»‹›「」『』‘’‚'`]|``|'')$/u

/** Paragraphs of one speech, such as a song, between the mark that opens it and the one that closes it. */
const MOST_APART = 20

const markAt = ({text}: Passage, {start, end}: {start: number; end: number}): string => text.slice(start, end)

/** Whether a speech that nothing closes in its paragraph goes on behind it: the next begins with a mark, or a later one closes it. */
function goesOn(passages: readonly Passage[], {index}: Passage): boolean {
  for (let i = index + 1; i <= index + MOST_APART; i++) {
    const passage = passages[i]
    if (!passage) return false
    const [first] = passage.quotations
    if (!first) continue
    const isOpened = first.open.end > first.open.start
    if (!isOpened) return first.close !== undefined
    return i === index + 1 && isGap(passage.text.slice(0, first.open.start))
  }
  return false
}

/** A line whose quotation marks are not a pair. */
export const unbalancedQuotation = {
  name: 'unbalanced-quotation',
  find: ({standoff: {utterances}, source, passages, placeAt, sourceAt, printed}: LintContext): Remark[] => {
    const lines = new Map<Passage, Map<Quotation, StandoffUtterance>>()
    for (const utterance of utterances) {
      const place = placeAt(utterance)
      const passage = place && passages[place.passage]
      const quotation = passage?.quotations[firstEndingAfter(passage.quotations, place?.start ?? 0)]
      if (!passage || !quotation || !contains(quotation, place)) continue
      const own = lines.get(passage) ?? new Map<Quotation, StandoffUtterance>()
      // The last line of a speech is the one that its closing mark stands behind.
      lines.set(passage, own.set(quotation, utterance))
    }
    const remark = (passage: Passage, quotation: Quotation, line: StandoffUtterance): Remark | undefined => {
      const {open, close, end} = quotation
      const opening = markAt(passage, open)
      if (!close && MARK.test(opening)) {
        const isLast = end >= passage.text.trimEnd().length
        const from = sourceAt({passage: passage.index, ...open})
        if (!from || (isLast && goesOn(passages, passage))) return undefined
        const span: SourceSpan = {start: from.start, end: line.end}
        const closing = CLOSING[opening]
        const place = placeAt(line)
        const isWhole = isLast && place !== undefined && isGap(passage.text.slice(place.end, end))
        return {...span, about: ['open', printed(line)], expected: isWhole && closing !== undefined ? source.slice(span.start, span.end) + closing : undefined}
      }
      if (close && open.start === open.end && MARK.test(markAt(passage, close))) {
        const to = sourceAt({passage: passage.index, ...close})
        return to &&
          !passages
            .slice(Math.max(0, passage.index - MOST_APART), passage.index)
            .some(({quotations}) => quotations.at(-1)?.close === undefined && quotations.length > 0)
          ? {start: line.start, end: to.end, about: ['close', printed(line)]}
          : undefined
      }
      return undefined
    }
    return Array.from(lines, ([passage, own]) => Array.from(own, ([quotation, line]) => remark(passage, quotation, line) ?? []).flat()).flat()
  },
} satisfies Rule
