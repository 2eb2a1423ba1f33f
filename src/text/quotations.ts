import type {Quotation, Span} from '../types.js'

/** Opening mark → closing mark. German „…“ and Swedish ”…” share marks with English; the opening one decides. */
const DOUBLE: Readonly<Record<string, string>> = {'“': '”', '„': '“', '«': '»', '»': '«', '"': '"'}
const OPENING = /["“„«»‘]/gu

/** After these a ’ that no letter follows closes a quotation; otherwise it may be an apostrophe (*the dogs’*). */
const CLOSES_AFTER = /[.!?,;:…—–-]/u

/** A ‘ that is closed no sooner is a misprinted apostrophe (*‘twas*). */
const LONGEST_SINGLE = 2000

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Where the ‘ at `start` is closed before `end` and before the next ‘, or -1: a ’ after punctuation first, any other ’ that ends a word else. */
function closingSingle(text: string, start: number, end: number): number {
  let fallback = -1
  for (let i = start + 1; i < end; i++) {
    if (text[i] === '‘') break
    if (text[i] !== '’' || LETTER.test(text[i + 1] ?? ' ')) continue
    if (CLOSES_AFTER.test(text[i - 1] as string)) return i
    if (fallback < 0) fallback = i
  }
  return fallback
}

/**
 * The outermost quotations of one paragraph, in order. Double marks (“ ” „ “ « » and the typewriter's) may be left open: speech
 * that goes on in the next paragraph ends with this one. Single curly marks count only where they are closed, since
 * the closing one is also the apostrophe.
 */
export function quotationsOf(text: string): Quotation[] {
  const quotations: Quotation[] = []
  const mark = (index: number): Span => ({start: index, end: index + 1})
  OPENING.lastIndex = 0
  for (let found = OPENING.exec(text); found; found = OPENING.exec(text)) {
    const i = found.index
    const closing = DOUBLE[found[0]]
    const close = closing === undefined ? closingSingle(text, i, Math.min(text.length, i + LONGEST_SINGLE)) : text.indexOf(closing, i + 1)
    if (close >= 0) {
      quotations.push({start: i + 1, end: close, open: mark(i), close: mark(close)})
      OPENING.lastIndex = close + 1
    } else if (closing !== undefined) {
      quotations.push({start: i + 1, end: text.length, open: mark(i)})
      break
    }
  }
  return quotations
}
