import {firstEndingAfter} from '../text/spans.js'
import {isCapitalised, isGap} from '../text/words.js'
import type {Convention, GlossSite, Host, Passage, Place, Quotation, Span, Survey} from '../types.js'
import {endingAt, oddsOf, withoutComma} from './sites.js'

/** A noun phrase or clause that explains a word is no longer than this, in characters. */
const LONGEST = 80

/** What follows a connecting phrase and explains: a whole quotation, an emphasised stretch, else up to the next stop or clause. */
function explanationAt({text, quotations, emphases}: Passage, start: number, {glossing}: Host): Span | undefined {
  const quotation = quotations.find(({open}) => open.start >= start - 1 && open.start <= start + 1)
  if (quotation?.close) return withoutComma(text, quotation)
  const emphasis = emphases.find((span) => span.start >= start && span.start <= start + 1)
  if (emphasis) return withoutComma(text, emphasis)
  const rest = text.slice(start, start + LONGEST)
  const stop = /[,.;:!?()[\]—–”"»…]|\s[-‘“]/u.exec(rest)?.index ?? (start + LONGEST >= text.length ? rest.length : -1)
  if (stop <= 0) return undefined
  const clause = glossing.clause.exec(` ${rest.slice(0, stop)} `)?.index
  // A clause that begins at once is the explanation itself.
  const end = start + (clause !== undefined && clause > 0 ? clause - 1 : stop)
  return end > start ? {start, end} : undefined
}

/** Sites at the connecting phrases of one kind. */
function* sitesAfter(name: string, passage: Passage, candidates: Iterable<{end: number; length: number}>, host: Host): Generator<GlossSite> {
  for (const {end, length} of candidates) {
    const of = endingAt(passage, end)
    const content = of && explanationAt(passage, end + length, host)
    if (!of || !content) continue
    const odds = oddsOf(passage, content, true, host)
    if (!odds) continue
    const span = {start: content.start, end: content.end}
    const place: Place = {passage: passage.index, start: of.start, end: of.end}
    yield {convention: name, passage: passage.index, ...span, content: span, of: [place], reach: 'all', odds}
  }
}

/** Words of the host's that are as rare as this may be another language's. */
const RARE = 55

/** Where the connecting phrase may begin: where quotations, emphasis and strange words end. */
function ends({words, quotations, emphases}: Passage, {tierOf}: Survey): number[] {
  const places = new Set<number>()
  for (const {close} of quotations) if (close) places.add(close.end)
  for (const {end} of emphases) places.add(end)
  for (const word of words) if ((tierOf(word) ?? RARE) >= RARE) places.add(word.end)
  return [...places].sort((a, b) => a - b)
}

/** A convention with a connecting phrase; `cue` says at a glance that a paragraph has none. */
const after = (name: string, cue: 'meansCue' | 'orCue', test: (passage: Passage, end: number, rest: string, host: Host) => number | undefined): Convention => ({
  name,
  find: (passages, {host, survey}) =>
    passages.flatMap((passage) => {
      if (!host.glossing[cue].test(passage.text)) return []
      const candidates = function* () {
        for (const end of ends(passage, survey)) {
          const length = test(passage, end, passage.text.slice(end, end + 60), host)
          if (length !== undefined) yield {end, length}
        }
      }
      return [...sitesAfter(name, passage, candidates(), host)]
    }),
})

/** `"Sel davan," which means "I am here."`, `a venna, meaning little sister` */
export const meaning = after('meaning', 'meansCue', (passage, end, rest, {glossing}) => {
  const phrase = glossing.means.exec(rest)?.[0]
  if (phrase === undefined) return undefined
  const following = passage.text.slice(end + phrase.length, end + phrase.length + 20)
  if (/^\p{L}/u.test(following)) {
    if (glossing.notMeant.test(following)) return undefined
    // What a person or a place meant is no translation of the name.
    const word = passage.words[firstEndingAfter(passage.words, end - 1)]
    if (word?.end === end && isCapitalised(word.surface) && !/\p{Ll}s\s*$/u.test(phrase)) return undefined
  }
  return phrase.length
})

/** Words between a determiner and the noun that another name is given to. */
const NEAR = 2

/** Whether a noun that ends at `end` has a determiner, or stands in quotation marks or emphasis. */
function isDetermined({words, quotations, emphases}: Passage, end: number, {glossing}: Host): boolean {
  if (quotations.some(({close}) => close?.end === end) || emphases.some((span) => span.end === end)) return true
  const last = firstEndingAfter(words, end - 1)
  return words.slice(Math.max(0, last - NEAR - 1), last).some(({key}) => glossing.determiner.test(key))
}

/**
 * `the keshtu, or wind-reader, shook his head`: one determiner for both. With two, or none, they are two things: `a keshtu, or a
 * wind-reader`.
 */
export const apposition = after('apposition', 'orCue', (passage, end, rest, host) => {
  const {glossing} = host
  const length = glossing.or.exec(rest)?.[0].length
  if (length === undefined || glossing.another.test(passage.text.slice(end + length, end + length + 20))) return undefined
  return isDetermined(passage, end, host) ? length : undefined
})

/** Nothing says that the second speech is the first one again; it may be an answer. */
const UNSAID = -1

/** `"Isto mar!"—"Good gods!"—and he crossed himself` */
export const dash: Convention = {
  name: 'dash',
  find: (passages, {host}) =>
    passages.flatMap((passage) => {
      const {text, quotations, index} = passage
      return quotations.flatMap((quotation, i): GlossSite[] => {
        const next: Quotation | undefined = quotations[i + 1]
        if (!quotation.close || !next?.close) return []
        const between = text.slice(quotation.close.end, next.open.start)
        if (!/^\s*(?:[—–]|--?)\s*$/u.test(between) || !isGap(between)) return []
        const content = withoutComma(text, next)
        const odds = oddsOf(passage, content, false, host, UNSAID)
        const of = {passage: index, start: quotation.start, end: quotation.end}
        return odds ? [{convention: 'dash', passage: index, ...content, content, of: [of], reach: 'all', odds}] : []
      })
    }),
}
