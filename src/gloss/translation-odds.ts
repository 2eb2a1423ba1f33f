/** What conventions share: limits of a translation, and how much a stretch reads like one. */
import type {GlossCandidate} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import {contains, firstEndingAfter, indicesInside, trim, trimTrailing} from '../prose/spans.js'
import type {Place, Span} from '../prose/types.js'
import {isCapitalized, isWordless, startsWithDigit} from '../prose/word-shape.js'
import type {Passage} from '../source/types.js'

/** Log-odds from which a sentence is surely foreign, and below which it is surely the host's. */
export const SURELY_FOREIGN = 2
export const SURELY_HOST = -2

/** Minimum share of the words of a translation that the host language knows; names count as known. */
const MIN_KNOWN = 0.6

/** A longer stretch is a digression, not a translation. In words. */
const MAX_WORDS = 120

/** Log-odds of each property of a stretch, set by reading the brackets of the exam's books one by one. */
const LINE = {plain: 2.5, aside: -3.5, gesture: -4, remark: -4, leadIn: 2}
const WORD = {plain: 1, aside: -4, gesture: -3, remark: -4, leadIn: 3, short: 1, long: -0.3, sentence: -2, figures: -4}

/** A stretch of at most this many words is a phrase as dictionaries have. */
const PHRASE_WORDS = 4
/** Each word beyond this number counts against a stretch. */
const LONG_WORDS = 8

/** The translation in a stretch: without the white space at its ends and a lead-in (*literally*, *i.e.*). */
export function trimContent(text: string, span: Span, {glossing}: Pick<Host, 'glossing'>): Span & {readonly ledIn: boolean} {
  let {start, end} = trim(text, span)
  const lead = glossing.leadIn.exec(text.slice(start, end))?.[0].length ?? 0
  if (lead < end - start) start += lead
  return {...trim(text, {start, end}), ledIn: lead > 0}
}

const COMMAS: ReadonlySet<string> = new Set(',; \n\t')

/** A stretch without the comma that joins it to the rest of its sentence. */
export const trimComma = (text: string, span: Span): Span => trimTrailing(text, span, COMMAS)

/**
 * Scores how much a stretch reads like a translation, in log-odds. Returns undefined if it is a number, a reference, or no text of the
 * host language.
 *
 * @param ledIn whether a lead-in precedes it
 * @param prior log-odds of the convention itself
 * @param minKnown share of the words that the host language must know, 0..1
 */
export function scoreTranslation(
  {text, words}: Passage,
  content: Span,
  ledIn: boolean,
  {glossing, familiarity}: Host,
  prior = 0,
  minKnown = MIN_KNOWN,
): GlossCandidate['odds'] | undefined {
  const range = indicesInside(words, content)
  const count = range.end - range.start
  if (count === 0 || count > MAX_WORDS) return undefined
  let known = 0
  let figures = 0
  for (let i = range.start; i < range.end; i++) {
    const {surface, key} = words[i] as (typeof words)[number]
    if (startsWithDigit(key)) figures++
    else if (isCapitalized(surface) || familiarity(surface).tier !== undefined) known++
  }
  if (figures === count || known + figures < minKnown * count) return undefined
  const printed = text.slice(content.start, content.end).replace(/^["'“‘«„*_\s]+/u, '')
  if (/^sic\W*$/iu.test(printed)) return undefined
  const isLowerCase = /^\p{Ll}/u.test(printed)
  const isSentence = /[.!?…。！？؟।]["'”’»)\s]*$/u.test(printed)
  const matches = (pattern: RegExp) => (pattern.test(printed) ? 1 : 0)
  const line =
    LINE.plain +
    (ledIn ? LINE.leadIn : 0) +
    (isLowerCase
      ? LINE.gesture * matches(glossing.gesture) + (isSentence ? 0 : LINE.aside * matches(glossing.aside) + LINE.remark * matches(glossing.remark))
      : 0)
  const word =
    WORD.plain +
    (ledIn ? WORD.leadIn : WORD.aside * matches(glossing.aside) + WORD.gesture * matches(glossing.gesture) + WORD.remark * matches(glossing.remark)) +
    (count <= PHRASE_WORDS ? WORD.short : 0) +
    WORD.long * Math.max(0, count - LONG_WORDS) +
    (isSentence && count > 1 && !isLowerCase ? WORD.sentence : 0) +
    (figures > 0 ? WORD.figures : 0)
  return {line: line + prior, word: word + prior}
}

/** Longest gap between what is translated and an offset behind it, in UTF-16 code units. */
const MAX_GAP = 20

/** Finds the text that ends at an offset, white space and punctuation aside: a whole quotation, an emphasized stretch, otherwise a word. */
export function findTextEndingAt({index: passage, text, quotations, emphases, words}: Passage, offset: number): Place | undefined {
  let at = offset
  while (at > 0 && offset - at < MAX_GAP && /[\s,;:.*_]/u.test(text[at - 1] as string)) at--
  const quotation = quotations[firstEndingAfter(quotations, at - 2)]
  if (quotation?.close && quotation.close.end === at) return {passage, start: quotation.start, end: quotation.end}
  const word = words[firstEndingAfter(words, offset) - 1]
  if (!word || offset - word.end > MAX_GAP || !isWordless(text.slice(word.end, offset))) return undefined
  const around = emphases[firstEndingAfter(emphases, word.start)]
  const {start, end} = around && contains(around, word) && around.end <= offset ? around : word
  return {passage, start, end}
}
