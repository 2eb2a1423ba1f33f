import type {Survey} from '../../detect/types.js'
import type {PrintedForm, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {lazy} from '../../util/lazy.js'
import type {GlossCues} from './cues.js'
import {HOST_WORD, type Traits} from './traits.js'

/* What stands at an edge of a span, nearest to it: the kinds of characters that set translations off. */
export type Edge = number
export const NONE = 0
export const COMMA = 1
export const COLON = 3
export const DASH = 4
const STOP = 5
export const QUOTE = 6
export const BRACKET = 7
export const TILDE = 8
export const SLASH = 10
export const EQUALS = 12
export const EMPHASIS = 13
export const LINE = 14
export const END = 15

/** Signs over which no translation reaches. */
export const isSign = (edge: Edge): boolean => edge >= TILDE && edge <= EQUALS && edge !== SLASH

/** What a span stands in. */
export const NARRATION = 0
export const SPEECH = 1
export const ROUND = 2
export const SQUARE = 3
export const OTHER_BRACKET = 4
export const EMPHASISED = 5

/** A quotation, bracket or emphasised stretch, in words, end exclusive. */
export interface Enclosure {
  readonly kind: number
  readonly from: number
  readonly to: number
  /** Index of the one around it; -1, where none is. */
  readonly parent: number
  /** In the passage's text, with its marks. */
  readonly outer: Span
}

/** A passage as words and the gaps between them; gap `i` stands before word `i`, the last behind the last word. */
export interface Layout {
  readonly passage: Passage
  readonly count: number
  readonly enclosures: readonly Enclosure[]
  /** The innermost enclosure of each word, -1 in plain narration. */
  readonly enclosureOf: Int32Array
  /** For each gap, what sets off a span that begins there, and one that ends there; and what stands on the far side of that mark. */
  readonly left: Uint8Array
  readonly leftBeyond: Uint8Array
  readonly right: Uint8Array
  readonly rightBeyond: Uint8Array
  /** Whether a line ends at a gap. */
  readonly line: Uint8Array
  /** How many lines end before a word, and how many lines there are. */
  readonly lineOf: Int32Array
  readonly lines: number
  /** Which cue ends at a gap, 0 where none does. */
  readonly cue: Uint8Array
  /** Which cue begins at a gap. */
  readonly cueBegins: Uint8Array
  /** Number of the sentence of each word, counted by stops alone. */
  readonly sentence: Int32Array
  /** For each word, the number of the line found there plus one; 0, where none is. */
  readonly line_: Int32Array
  /** How many words of the host language stand before a word, names and single letters aside. */
  readonly hostWords: Int32Array
  readonly formAt: (index: number) => PrintedForm
  /** Traits of a word, and its number at the edge of a span. */
  readonly bitsAt: (index: number) => number
  readonly edgeAt: (index: number) => number
}

const edgeOf = new Uint8Array(0x10000)
const put = (characters: string, edge: number) => {
  for (const character of characters) edgeOf[character.charCodeAt(0)] = edge
}
put(',，、', COMMA)
put(';；', 2)
put(':：', COLON)
put('—–―‒', DASH)
put('.!?…。！？', STOP)
put('"“”„‟«»‹›「」『』〝〞＂\'‘’‚`', QUOTE)
put('()[]{}<>⟨⟩《》〈〉【】（）［］〔〕｛｝', BRACKET)
put('~～', TILDE)
put('|', 9)
put('/', SLASH)
put('→⇒', 11)
put('=', EQUALS)
put('*_', EMPHASIS)

const HYPHEN = 45
const LINE_FEED = 10
/** Lines of fewer characters are not wrapped. */
const NARROW = 45
/** Characters of a gap that are looked at from either side. */
const SEEN = 12

/** The class of a character of a gap; a hyphen is a dash where white space or another hyphen stands beside it. */
function edgeAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if (unit !== HYPHEN) {
    // `->`, `=>`
    if (unit === 62 && (text.charCodeAt(index - 1) === HYPHEN || text.charCodeAt(index - 1) === 61)) return 11
    return edgeOf[unit] as number
  }
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index + 1)
  return before <= 32 || after <= 32 || before === HYPHEN || after === HYPHEN || Number.isNaN(before) || Number.isNaN(after) ? DASH : NONE
}

interface Stretch {
  readonly kind: number
  readonly start: number
  readonly end: number
  readonly outer: Span
}

const OTHERS: Readonly<Record<string, string>> = {'{': '}', '<': '>', '⟨': '⟩', '《': '》', '〈': '〉'}
/** No bracket of other kinds is wider, in characters. */
const WIDEST = 600

/** Where a run of the same opening brackets ends. */
function nextOpening(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] === text[from - 1]) at++
  return at
}

/** Curly, angle and other brackets, which do not nest. */
function otherBrackets(text: string): Stretch[] {
  const found: Stretch[] = []
  for (let i = 0; i < text.length; i++) {
    const closing = OTHERS[text[i] as string]
    if (closing === undefined) continue
    const width = text.slice(i + 1, i + WIDEST).indexOf(closing)
    if (width < 0) {
      // Nothing closes what opens here, nor what opens right behind it.
      i += Math.max(0, nextOpening(text, i + 1) - i - 1)
      continue
    }
    const end = i + 1 + width
    if (width > 0) found.push({kind: OTHER_BRACKET, start: i + 1, end, outer: {start: i, end: end + 1}})
    i = end
  }
  return found
}

const OTHER = /[{<⟨《〈]/u

function stretchesOf({text, quotations, brackets, emphases}: Passage): Stretch[] {
  const found: Stretch[] = []
  for (const {start, end, open, close} of quotations) found.push({kind: SPEECH, start, end, outer: {start: open.start, end: close?.end ?? end}})
  for (const {start, end, kind, outer} of brackets) found.push({kind: kind === 'round' ? ROUND : SQUARE, start, end, outer})
  for (const {start, end} of emphases) found.push({kind: EMPHASISED, start, end, outer: {start, end}})
  if (OTHER.test(text)) for (const stretch of otherBrackets(text)) found.push(stretch)
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The layout of one passage; of what is found in it, only the lines. */
function layoutOf(
  passage: Passage,
  {forms, tokens}: Pick<Survey, 'forms' | 'tokens'>,
  lines: readonly {readonly words: Span; readonly number: number}[],
  cues: GlossCues,
  {bits, edge: edgeWords}: Traits,
): Layout {
  const {text, tokens: range} = passage
  const count = range.end - range.start
  const startOf = (i: number): number => tokens.starts[range.start + i] as number
  const endOf = (i: number): number => tokens.ends[range.start + i] as number
  const formAt = (i: number): PrintedForm => forms[tokens.forms[range.start + i] as number] as PrintedForm
  const enclosures: Enclosure[] = []
  const enclosureOf = new Int32Array(count).fill(-1)
  const open: {index: number; end: number}[] = []
  const stretches = stretchesOf(passage)
  let next = 0
  const starts: number[] = []
  for (let i = 0; i < count; i++) {
    const at = startOf(i)
    while (open.length > 0 && (open.at(-1) as {end: number}).end <= at) open.pop()
    for (; next < stretches.length && (stretches[next] as Stretch).start <= at; next++) {
      const stretch = stretches[next] as Stretch
      if (stretch.end <= at) continue
      const around = open.at(-1)
      enclosures.push({kind: stretch.kind, from: i, to: i, parent: around?.index ?? -1, outer: stretch.outer})
      open.push({index: enclosures.length - 1, end: Math.min(stretch.end, around?.end ?? text.length)})
    }
    enclosureOf[i] = open.at(-1)?.index ?? -1
    for (const {index} of open) (enclosures[index] as {to: number}).to = i + 1
    starts.push(at)
  }
  const left = new Uint8Array(count + 1)
  const leftBeyond = new Uint8Array(count + 1)
  const right = new Uint8Array(count + 1)
  const rightBeyond = new Uint8Array(count + 1)
  const line = new Uint8Array(count + 1)
  const sentence = new Int32Array(count + 1)
  const lineOf = new Int32Array(count + 1)
  let lines_ = 0
  let nth = 0
  for (let gap = 0; gap <= count; gap++) {
    const from = gap === 0 ? 0 : endOf(gap - 1)
    const to = gap === count ? text.length : startOf(gap)
    let feed = false
    let stop = false
    let found = 0
    for (let i = to - 1; i >= from && to - i <= SEEN; i--) {
      if (text.charCodeAt(i) === LINE_FEED) feed = true
      const edge = edgeAt(text, i)
      if (edge === STOP) stop = true
      if (edge === NONE) continue
      if (found === 0) left[gap] = edge
      else if (found === 1 && edge !== left[gap]) leftBeyond[gap] = edge
      else continue
      found++
    }
    found = 0
    for (let i = from; i < to && i - from < SEEN; i++) {
      const edge = edgeAt(text, i)
      if (edge === NONE) continue
      if (found === 0) right[gap] = edge
      else if (found === 1 && edge !== right[gap]) rightBeyond[gap] = edge
      else continue
      found++
    }
    if (feed && gap < count && gap > 0) lines_++
    lineOf[gap] = lines_
    if (feed && gap < count && gap > 0) {
      const unit = text.charCodeAt(to)
      line[gap] = 1
      // A wide line that goes on with a small letter is only wrapped.
      const wrapped = unit >= 97 && unit <= 122 && from - text.lastIndexOf('\n', from - 1) > NARROW
      if (!wrapped) {
        if (left[gap] === NONE) left[gap] = LINE
        if (right[gap] === NONE) right[gap] = LINE
      }
    }
    if (gap === 0) {
      if (left[gap] === NONE) left[gap] = END
      else if (leftBeyond[gap] === NONE) leftBeyond[gap] = END
    }
    if (gap === count) {
      if (right[gap] === NONE) right[gap] = END
      else if (rightBeyond[gap] === NONE) rightBeyond[gap] = END
    }
    if (stop && gap > 0) nth++
    sentence[gap] = nth
  }
  for (const {kind, from, to} of enclosures) {
    if (kind !== EMPHASISED) continue
    if (left[from] === NONE) left[from] = EMPHASIS
    if (left[to] === NONE) left[to] = EMPHASIS
    if (right[to] === NONE) right[to] = EMPHASIS
    if (right[from] === NONE) right[from] = EMPHASIS
  }
  const hostWords = new Int32Array(count + 1)
  for (let i = 0; i < count; i++) {
    const isHostWord = ((bits[tokens.forms[range.start + i] as number] as number) & HOST_WORD) !== 0 && endOf(i) - startOf(i) > 1
    hostWords[i + 1] = (hostWords[i] as number) + (isHostWord ? 1 : 0)
  }
  const marked = cues.mark(count, (i) => formAt(i).key)
  const line_ = new Int32Array(count)
  for (const {words, number} of lines) for (let i = Math.max(0, words.start); i < Math.min(count, words.end); i++) line_[i] = number + 1
  return {
    passage,
    count,
    enclosures,
    enclosureOf,
    left,
    leftBeyond,
    right,
    rightBeyond,
    line,
    lineOf,
    lines: lines_ + 1,
    cue: marked.ends,
    cueBegins: marked.begins,
    sentence,
    line_,
    hostWords,
    formAt,
    bitsAt: (i) => bits[tokens.forms[range.start + i] as number] as number,
    edgeAt: (i) => edgeWords[tokens.forms[range.start + i] as number] as number,
  }
}

/** Makes each layout once. */
export function layouts(
  passages: readonly Passage[],
  survey: Pick<Survey, 'forms' | 'tokens'>,
  linesIn: ReadonlyMap<number, readonly {readonly words: Span; readonly number: number}[]>,
  cues: GlossCues,
  traits: Traits,
): (index: number) => Layout {
  const made = new Map<number, () => Layout>()
  return (index) => {
    let make = made.get(index)
    if (!make) made.set(index, (make = lazy(() => layoutOf(passages[index] as Passage, survey, linesIn.get(index) ?? [], cues, traits))))
    return make()
  }
}
