import type {Quotation, Span} from '../types.js'

/** Opening mark → closing mark. German „…“ and Swedish ”…” share marks with English; the opening one decides. */
const DOUBLE: Readonly<Record<string, string>> = {'“': '”', '„': '“', '«': '»', '»': '«', '"': '"'}

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
 * The outermost quotations of one block, in order. Double marks (“ ” „ “ « » and the typewriter's) may be left open: speech
 * that goes on in the next paragraph ends with the block. Single curly marks count only where they are closed, since
 * the closing one is also the apostrophe.
 */
export function quotationsOf(text: string): Quotation[] {
  const quotations: Quotation[] = []
  const mark = (index: number): Span => ({start: index, end: index + 1})
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    if (character === '‘') {
      const close = closingSingle(text, i, Math.min(text.length, i + LONGEST_SINGLE))
      if (close < 0) continue
      quotations.push({start: i + 1, end: close, open: mark(i), close: mark(close)})
      i = close
      continue
    }
    const closing = DOUBLE[character]
    if (closing === undefined) continue
    const close = text.indexOf(closing, i + 1)
    if (close < 0) quotations.push({start: i + 1, end: text.length, open: mark(i)})
    else quotations.push({start: i + 1, end: close, open: mark(i), close: mark(close)})
    i = close < 0 ? text.length : close
  }
  return quotations
}
