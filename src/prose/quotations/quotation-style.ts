import countBy from 'lodash-es/countBy.js'
import sum from 'lodash-es/sum.js'
import {map, sortBy} from '../../util/lists.js'
import {findPunctuation, type PunctuationOffsets} from '../punctuation.js'
import {letterLengthAt} from '../tokenizer.js'
import {type DashStyle, detectDashStyle} from './dash-quotations.js'
import {detectFacing, type Facing, isAfterLetter} from './neighbors.js'
import {detectSpeakers} from './speaker-labels.js'

/** Marks that belong together: only marks of one kind close each other, and marks of other kinds inside a pair are nested. */
export type MarkKind = 'double' | 'guillemets' | 'corners' | 'single' | 'angles'

/** What a mark does where its neighbors do not decide; `either` if the story uses it both ways, as typewriters do. */
export type MarkRole = 'opens' | 'closes' | 'either'

/** How a story marks speech, detected from the whole of it. */
export interface QuotationStyle {
  /** The kinds of marks that occur, the main one for speech first; the others are searched for in its gaps. */
  readonly kinds: readonly MarkKind[]
  /** By mark; without single marks that are only apostrophes. */
  readonly roles: ReadonlyMap<string, MarkRole>
  readonly dashes: DashStyle | undefined
  /** The names that stand before what is said: `Mira: Sel davan.` */
  readonly speakers: ReadonlySet<string> | undefined
}

/** Default roles, as in English where English has the mark; a story may differ. */
const MARKS: readonly (readonly [mark: string, kind: MarkKind, role: MarkRole])[] = [
  ['"', 'double', 'either'],
  ['“', 'double', 'opens'],
  ['”', 'double', 'closes'],
  ['„', 'double', 'opens'],
  ['‟', 'double', 'opens'],
  ['＂', 'double', 'either'],
  ['〝', 'double', 'opens'],
  ['〞', 'double', 'closes'],
  ['〟', 'double', 'closes'],
  ['``', 'double', 'opens'],
  ['«', 'guillemets', 'opens'],
  ['»', 'guillemets', 'closes'],
  ['「', 'corners', 'opens'],
  ['」', 'corners', 'closes'],
  ['『', 'corners', 'opens'],
  ['』', 'corners', 'closes'],
  ['‘', 'single', 'opens'],
  ['‚', 'single', 'opens'],
  ['’', 'single', 'closes'],
  ["'", 'single', 'either'],
  ['`', 'single', 'opens'],
  ['‹', 'angles', 'opens'],
  ['›', 'angles', 'closes'],
  ['⟨', 'angles', 'opens'],
  ['⟩', 'angles', 'closes'],
  ['〈', 'angles', 'opens'],
  ['〉', 'angles', 'closes'],
  ['《', 'angles', 'opens'],
  ['》', 'angles', 'closes'],
  ['<', 'angles', 'opens'],
  ['>', 'angles', 'closes'],
]
const KINDS = [...new Set(map(MARKS, ([, kind]) => kind))]
const KIND_BY_MARK: ReadonlyMap<string, MarkKind> = new Map(map(MARKS, ([mark, kind]) => [mark, kind]))
/** Marks of one code unit. */
const MARK_BY_UNIT: ReadonlyMap<number, string> = new Map(
  map(
    MARKS.filter(([mark]) => mark.length === 1),
    ([mark]) => [mark.charCodeAt(0), mark],
  ),
)

/** A direction with more than this share of the other's uses is no misprint: „A“ and “A” in one story, ”A” in Swedish. */
const MIN_REGULAR_SHARE = 0.25

/** Typewriter single marks are quotation marks if they begin more than this many times as many speeches as all other marks. */
const MIN_TYPEWRITER_LEAD = 4

/** A paragraph that begins with speech. */
const QUOTED = /^\s*["“„＂〝«»‹⟨〈《「『‘'`<]/u

/** How often a mark faces each way, judged by its neighbors. */
type FacingCounts = Record<Facing, number>

function detectRole(usualRole: MarkRole, {opens, closes, unclear}: FacingCounts): MarkRole {
  if (usualRole === 'either') return usualRole
  // With spaces on both sides, as in French, the few marks without them are the misprints.
  const usualCount = (usualRole === 'opens' ? opens : closes) + unclear
  const otherCount = usualRole === 'opens' ? closes : opens
  if (otherCount <= MIN_REGULAR_SHARE * usualCount) return usualRole
  if (usualCount > MIN_REGULAR_SHARE * otherCount) return 'either'
  return usualRole === 'opens' ? 'closes' : 'opens'
}

/**
 * Returns the mark that begins a paragraph's first speech, and reports every mark to `count`. A single mark counts only if one closes
 * after punctuation later on; before that it may be an apostrophe.
 */
function findFirstMark(text: string, quotes: readonly number[], count: (mark: string, facing: Facing) => void): string | undefined {
  let firstSingle: string | undefined
  let firstOther: string | undefined
  let isSingleClosed = false
  for (let i = 0; i < quotes.length; i++) {
    const index = quotes[i] as number
    let mark = MARK_BY_UNIT.get(text.charCodeAt(index)) as string
    if (mark === '`' && quotes[i + 1] === index + 1 && text[index + 1] === '`') {
      mark = '``'
      i++
    }
    const end = index + mark.length
    const isSingle = KIND_BY_MARK.get(mark) === 'single'
    if (isSingle && isAfterLetter(text, index) && letterLengthAt(text, end) > 0) continue
    const facing = detectFacing(text, index, end)
    count(mark, facing)
    if (!isSingle) {
      if (facing === 'opens' || (facing === 'unclear' && '“„〝«‹⟨〈《「'.includes(mark))) firstOther ??= mark
    } else if (facing === 'closes') isSingleClosed ||= firstSingle !== undefined && !isAfterLetter(text, index)
    else if (facing === 'opens' && firstOther === undefined) firstSingle ??= mark
  }
  return isSingleClosed ? firstSingle : firstOther
}

/** Returns the role of a single mark in a story; undefined if it is only an apostrophe. */
function detectSingleRole(mark: string, counts: ReadonlyMap<string, FacingCounts>, isTypewriter: boolean): MarkRole | undefined {
  // A story may have both ‚A‘ and ‘A’.
  if (mark === '‘') return counts.has('‚') ? 'either' : 'opens'
  if (mark === '‚') return 'opens'
  if (mark === '’' && (counts.has('‘') || counts.has('‚'))) return 'closes'
  if (!isTypewriter) return undefined
  return mark === '`' ? 'opens' : 'either'
}

interface StyleOptions {
  /** Of each paragraph. */
  readonly punctuation?: readonly Pick<PunctuationOffsets, 'quotes'>[]
  /** The host language's verbs of saying. */
  readonly speechVerbs?: ReadonlySet<string>
}

const NO_VERBS: ReadonlySet<string> = new Set()

/**
 * Detects how a story marks speech.
 *
 * @param texts all paragraphs of the story
 */
export function detectQuotationStyle(
  texts: readonly string[],
  {punctuation = map(texts, findPunctuation), speechVerbs = NO_VERBS}: StyleOptions = {},
): QuotationStyle {
  const facingCounts = new Map<string, FacingCounts>()
  const count = (mark: string, facing: Facing) => {
    let counts = facingCounts.get(mark)
    if (!counts) facingCounts.set(mark, (counts = {opens: 0, closes: 0, unclear: 0}))
    counts[facing]++
  }
  const firstMarks = map(texts, (text, index) => findFirstMark(text, (punctuation[index] as Pick<PunctuationOffsets, 'quotes'>).quotes, count))
  const quoted = texts.filter((text, index) => firstMarks[index] !== undefined && QUOTED.test(text)).length

  /** For each mark, the number of paragraphs whose speech it begins. */
  const speechCounts = countBy(firstMarks)
  const typewriterCount = sum(Array.from("'`’", (mark) => speechCounts[mark] ?? 0))
  const otherCount = sum(map(MARKS, ([mark, kind]) => (kind === 'single' ? 0 : (speechCounts[mark] ?? 0))))
  const isTypewriter = typewriterCount > 0 && typewriterCount > MIN_TYPEWRITER_LEAD * otherCount

  const roles = new Map<string, MarkRole>()
  const kindCounts = new Map<MarkKind, number>()
  for (const [mark, kind, usualRole] of MARKS) {
    const counts = facingCounts.get(mark)
    const role = counts && (kind === 'single' ? detectSingleRole(mark, facingCounts, isTypewriter) : detectRole(usualRole, counts))
    if (role === undefined) continue
    roles.set(mark, role)
    kindCounts.set(kind, (kindCounts.get(kind) ?? 0) + (speechCounts[mark] ?? 0))
  }
  if (roles.has('``')) roles.set("''", 'closes')
  const kinds = sortBy(
    KINDS.filter((kind) => kindCounts.has(kind)),
    (kind) => -(kindCounts.get(kind) as number),
  )
  return {kinds, roles, dashes: detectDashStyle(texts, quoted, speechVerbs), speakers: detectSpeakers(texts)}
}
