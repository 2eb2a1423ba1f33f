import type {GlossCandidate} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {contains, firstEndingAfter, indicesInside, trim, withoutTail} from '../../prose/spans.js'
import {isCapitalised, isFigure, isGap} from '../../prose/tokenizer.js'
import type {Place, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'

/** Log-odds of a sentence that is surely foreign, and of one that is surely the host's. */
export const FOREIGN = 2
export const HOME = -2

/**
 * For ways of writing that seldom are a translation: what must be said for an author who translates so; what each pair says for it or
 * against it; and what each stretch that does otherwise.
 */
export const HABIT = {rare: -2, alike: 1, unlike: -0.3, otherwise: -0.7} as const

/** Share of the words of a translation that the host language knows, names counted as known. */
const FLUENT = 0.6

/** A longer stretch holds a digression, not a translation. */
const LONGEST = 120

/** Log-odds; what they were set by: brackets of the exam's books, read one by one. */
const LINE = {plain: 2.5, aside: -3.5, gesture: -4, remark: -4, leadIn: 2}
const WORD = {plain: 1, aside: -4, gesture: -3, remark: -4, leadIn: 3, short: 1, long: -0.3, sentence: -2, figures: -4}

/** Up to so many words a stretch is a phrase, such as a dictionary has; each word beyond the second number speaks against it. */
const PHRASE = 4
const TOO_LONG = 8

/** What translates of a stretch: without the white space at its ends and the words that only lead it in (*literally*, *i.e.*). */
export function bareContent(text: string, span: Span, {glossing}: Pick<Host, 'glossing'>): Span & {readonly ledIn: boolean} {
  let {start, end} = trim(text, span)
  const lead = glossing.leadIn.exec(text.slice(start, end))?.[0].length ?? 0
  if (lead < end - start) start += lead
  return {...trim(text, {start, end}), ledIn: lead > 0}
}

const COMMAS: ReadonlySet<string> = new Set(',; \n\t')

/** A stretch without the comma with which the sentence around it goes on. */
export const withoutComma = (text: string, span: Span): Span => withoutTail(text, span, COMMAS)

/**
 * How much a stretch reads as a translation; nothing, if it is a number, a reference, or no text of the host language.
 *
 * @param besides what the convention itself says, in log-odds
 */
export function oddsOf({text, words}: Passage, content: Span, ledIn: boolean, {glossing, familiarity}: Host, besides = 0): GlossCandidate['odds'] | undefined {
  const range = indicesInside(words, content)
  const count = range.end - range.start
  if (count === 0 || count > LONGEST) return undefined
  let known = 0
  let figures = 0
  for (let i = range.start; i < range.end; i++) {
    const {surface, key} = words[i] as (typeof words)[number]
    if (isFigure(key)) figures++
    else if (isCapitalised(surface) || familiarity(surface).tier !== undefined) known++
  }
  if (figures === count || known + figures < FLUENT * count) return undefined
  const said = text.slice(content.start, content.end).replace(/^["'“‘«„*_\s]+/u, '')
  if (/^sic\W*$/iu.test(said)) return undefined
  const low = /^\p{Ll}/u.test(said)
  const sentence = /[.!?…]["'”’»)\s]*$/u.test(said)
  const is = (sign: RegExp) => (sign.test(said) ? 1 : 0)
  const line =
    LINE.plain +
    (ledIn ? LINE.leadIn : 0) +
    (low ? LINE.gesture * is(glossing.gesture) + (sentence ? 0 : LINE.aside * is(glossing.aside) + LINE.remark * is(glossing.remark)) : 0)
  const word =
    WORD.plain +
    (ledIn ? WORD.leadIn : WORD.aside * is(glossing.aside) + WORD.gesture * is(glossing.gesture) + WORD.remark * is(glossing.remark)) +
    (count <= PHRASE ? WORD.short : 0) +
    WORD.long * Math.max(0, count - TOO_LONG) +
    (sentence && count > 1 && !low ? WORD.sentence : 0) +
    (figures > 0 ? WORD.figures : 0)
  return {line: line + besides, word: word + besides}
}

/** What stands further apart does not belong together, in characters. */
const APART = 20

/** What ends at an offset, white space and punctuation aside: a whole quotation, an emphasised stretch, else a word. */
export function endingAt({index: passage, text, quotations, emphases, words}: Passage, offset: number): Place | undefined {
  let at = offset
  while (at > 0 && offset - at < APART && /[\s,;:.*_]/u.test(text[at - 1] as string)) at--
  const quotation = quotations[firstEndingAfter(quotations, at - 2)]
  if (quotation?.close && quotation.close.end === at) return {passage, start: quotation.start, end: quotation.end}
  const word = words[firstEndingAfter(words, offset) - 1]
  if (!word || offset - word.end > APART || !isGap(text.slice(word.end, offset))) return undefined
  const around = emphases[firstEndingAfter(emphases, word.start)]
  const {start, end} = around && contains(around, word) && around.end <= offset ? around : word
  return {passage, start, end}
}
