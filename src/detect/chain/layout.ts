import type {Span, Tokens} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {EDGES} from './templates.js'

/** What stands between two words, as bits. */
export const GAP = {
  comma: 1,
  stop: 2,
  dash: 4,
  pause: 8,
  quotation: 16,
  open: 32,
  close: 64,
  odd: 128,
  equals: 256,
  line: 512,
  star: 1024,
  space: 2048,
  opaque: 4096,
  apostrophe: 8192,
} as const

const gapOf = new Uint16Array(0x10000)
for (const [bit, characters] of [
  [GAP.comma, ',،、'],
  [GAP.stop, '.!?…‽。！？¿¡'],
  [GAP.dash, '—–―‒'],
  [GAP.pause, ';:·'],
  [GAP.quotation, '"“”„«»‹›‟＂〝〞「」『』'],
  [GAP.open, '([{'],
  [GAP.close, ')]}'],
  [GAP.odd, '<>⟨⟩《》〈〉~〜/\\^'],
  [GAP.equals, '=|→⇒≈'],
  [GAP.line, '\n\r\u2028'],
  [GAP.star, '*_†‡§°¹²³⁴⁵⁶⁷⁸⁹'],
  [GAP.space, ' \t\u00a0\u2009\u202f'],
  [GAP.opaque, '\ufffc'],
  [GAP.apostrophe, "'’‘"],
] as const)
  for (const character of characters) gapOf[character.charCodeAt(0)]! |= bit

/** Longer gaps are read at both ends. */
const LONGEST_GAP = 24

function gapBits(text: string, start: number, end: number): number {
  let found = 0
  const stop = Math.min(end, start + LONGEST_GAP)
  for (let i = start; i < stop; i++) found |= gapOf[text.charCodeAt(i)] as number
  for (let i = Math.max(stop, end - LONGEST_GAP); i < end; i++) found |= gapOf[text.charCodeAt(i)] as number
  return found
}

/** The words of a passage by number of word: what stands around each, and which units it belongs to; -1 for none. */
export interface Layout {
  /** Index of the passage's first token, and how many it has. */
  first: number
  count: number
  /** Bits of what stands before each word, and behind the last. */
  gaps: Int32Array
  quotation: Int32Array
  emphasis: Int32Array
  bracket: Int32Array
  sentence: Int32Array
  /** Stretches between odd marks: `<…>`, `~…~`, `//…//`. */
  odd: Int32Array
  /** First and last word (exclusive) of each unit, two numbers a unit. */
  quotations: Int32Array
  emphases: Int32Array
  brackets: Int32Array
  odds: Int32Array
}

const UNITS = 64

export const emptyLayout = (): Layout => ({
  first: 0,
  count: 0,
  gaps: new Int32Array(UNITS + 1),
  quotation: new Int32Array(UNITS),
  emphasis: new Int32Array(UNITS),
  bracket: new Int32Array(UNITS),
  sentence: new Int32Array(UNITS),
  odd: new Int32Array(UNITS),
  quotations: new Int32Array(UNITS),
  emphases: new Int32Array(UNITS),
  brackets: new Int32Array(UNITS),
  odds: new Int32Array(UNITS),
})

function makeRoom(layout: Layout, words: number): void {
  if (layout.quotation.length >= words) return
  const room = 2 * words
  layout.gaps = new Int32Array(room + 1)
  for (const name of ['quotation', 'emphasis', 'bracket', 'sentence', 'odd'] as const) layout[name] = new Int32Array(room)
}

/** Notes for each word which of some ordered spans it stands in, and for each span which words it has. */
function assign(spans: readonly Span[], own: Int32Array, bounds: Int32Array, layout: Layout, {starts, ends}: Tokens): Int32Array {
  const {first, count} = layout
  const places = bounds.length < 2 * spans.length ? new Int32Array(4 * spans.length) : bounds
  let span = 0
  for (let index = 0; index < spans.length; index++) {
    places[2 * index] = 0
    places[2 * index + 1] = 0
  }
  for (let i = 0; i < count; i++) {
    const start = starts[first + i] as number
    const middle = (start + (ends[first + i] as number)) >> 1
    while (span < spans.length && (spans[span] as Span).end <= middle) span++
    // Spans that lie inside others follow them; the outermost counts.
    const at = span < spans.length && (spans[span] as Span).start <= middle ? span : -1
    own[i] = at
    if (at < 0) continue
    if (places[2 * at + 1] === 0) places[2 * at] = i
    places[2 * at + 1] = i + 1
  }
  return places
}

/** Odd marks in pairs, the first that closes what the first opened. */
function assignOdd(text: string, layout: Layout, {starts, ends}: Tokens): void {
  const {first, count, gaps, odd} = layout
  let open = -1
  let units = 0
  odd.fill(-1, 0, count)
  for (let i = 0; i <= count; i++) {
    if (((gaps[i] as number) & GAP.odd) === 0) continue
    if (open >= 0 && i > open) {
      if (layout.odds.length < 2 * units + 2) {
        const more = new Int32Array(2 * layout.odds.length)
        more.set(layout.odds)
        layout.odds = more
      }
      layout.odds[2 * units] = open
      layout.odds[2 * units + 1] = i
      odd.fill(units++, open, i)
      open = -1
      // The mark that closes one stretch opens none, unless there are two.
      const from = i === 0 ? 0 : (ends[first + i - 1] as number)
      const to = i === count ? text.length : (starts[first + i] as number)
      if (/[<⟨《〈]/u.test(text.slice(from, Math.min(to, from + LONGEST_GAP)))) open = i
    } else if (i < count) {
      const from = i === 0 ? 0 : (ends[first + i - 1] as number)
      const before = text.slice(from, starts[first + i] as number)
      // One that closes opens nothing; a slash between two words parts them.
      open = /[>⟩》〉]\s*$/u.test(before) || /^\/$/u.test(before) ? -1 : i
    }
  }
}

/** Reads the arrangement of a passage. */
export function layOut(layout: Layout, passage: Passage, tokens: Tokens): void {
  const {
    text,
    tokens: {start, end},
    quotations,
    emphases,
    brackets,
    sentences,
  } = passage
  const {starts, ends} = tokens
  const count = end - start
  makeRoom(layout, count)
  layout.first = start
  layout.count = count
  let last = 0
  for (let i = 0; i < count; i++) {
    layout.gaps[i] = gapBits(text, last, starts[start + i] as number)
    last = ends[start + i] as number
  }
  layout.gaps[count] = gapBits(text, last, text.length)
  layout.quotations = assign(quotations, layout.quotation, layout.quotations, layout, tokens)
  layout.emphases = assign(emphases, layout.emphasis, layout.emphases, layout, tokens)
  layout.brackets = assign(brackets, layout.bracket, layout.brackets, layout, tokens)
  layout.sentence.fill(-1, 0, count)
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const {words} = sentences[sentence] as (typeof sentences)[number]
    layout.sentence.fill(sentence, words.start, words.end)
  }
  assignOdd(text, layout, tokens)
}

const bitOf = (edge: (typeof EDGES)[number]): number => 1 << EDGES.indexOf(edge)

const [JOIN, COMMA, PAUSE, STOP] = [bitOf('join'), bitOf('comma'), bitOf('pause'), bitOf('stop')]
const [QUOTATION, BRACKET, EMPHASIS] = [bitOf('quotation'), bitOf('bracket'), bitOf('emphasis')]
const [LINE, ODD, PARAGRAPH] = [bitOf('line'), bitOf('odd'), bitOf('paragraph')]

/** Which edges lie between a word and the one before it, as bits. */
export function edgesBefore({gaps, quotation, emphasis, bracket, odd, sentence}: Layout, i: number): number {
  if (i === 0) return PARAGRAPH
  const gap = gaps[i] as number
  let edges = 0
  if (gap & GAP.comma) edges |= COMMA
  if (gap & (GAP.dash | GAP.pause | GAP.equals)) edges |= PAUSE
  if (gap & GAP.stop || sentence[i] !== sentence[i - 1]) edges |= STOP
  if (gap & GAP.quotation || quotation[i] !== quotation[i - 1]) edges |= QUOTATION
  if (gap & (GAP.open | GAP.close) || bracket[i] !== bracket[i - 1]) edges |= BRACKET
  if (emphasis[i] !== emphasis[i - 1]) edges |= EMPHASIS
  if (gap & GAP.line) edges |= LINE
  if (gap & GAP.odd || odd[i] !== odd[i - 1]) edges |= ODD
  return edges === 0 ? JOIN : edges
}

/** The words of the sentence that a word stands in; the word alone, if none has it. */
export const sentenceAt = ({sentences}: Passage, {sentence}: Layout, i: number): Span => sentences[sentence[i] as number]?.words ?? {start: i, end: i + 1}
