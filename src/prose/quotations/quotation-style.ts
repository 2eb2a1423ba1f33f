import countBy from 'lodash-es/countBy.js'
import sum from 'lodash-es/sum.js'
import {map, sortBy} from '../../util/lists.js'
import {type Signs, signsOf} from '../punctuation.js'
import {letterAt} from '../tokenizer.js'
import {type DashStyle, dashStyleOf} from './dashes.js'
import {type Facing, facing, followsLetter} from './neighbours.js'

/** Marks that belong together: only they close each other, and inside one pair all others are nested. */
export type Kind = 'double' | 'guillemets' | 'corners' | 'single' | 'angles'

/** What a mark does where its neighbours do not tell; `either` where the story uses it both ways, as typewriters do. */
export type Nature = 'opens' | 'closes' | 'either'

/** How a story writes its speech, decided from the whole of it. */
export interface QuotationStyle {
  /** The kinds of marks that occur, the one that speech stands in first; the others are looked for in its gaps. */
  readonly kinds: readonly Kind[]
  /** The marks; a single one that is an apostrophe and nothing else is none. */
  readonly natures: ReadonlyMap<string, Nature>
  readonly dashes: DashStyle | undefined
}

/** As English has them, or the first that came to English; the story itself may tell otherwise. */
const MARKS: readonly (readonly [mark: string, kind: Kind, nature: Nature])[] = [
  ['"', 'double', 'either'],
  ['“', 'double', 'opens'],
  ['”', 'double', 'closes'],
  ['„', 'double', 'opens'],
  ['‟', 'double', 'opens'],
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
]
const KINDS = [...new Set(map(MARKS, ([, kind]) => kind))]
const KIND_OF: ReadonlyMap<string, Kind> = new Map(map(MARKS, ([mark, kind]) => [mark, kind]))
/** Those of one code unit. */
const MARK_OF: ReadonlyMap<number, string> = new Map(
  map(
    MARKS.filter(([mark]) => mark.length === 1),
    ([mark]) => [mark.charCodeAt(0), mark],
  ),
)

/** Share of a mark's uses in one direction from which the other is no misprint: „A“ and “A” in one story, ”A” in Sweden. */
const REGULAR = 0.25

/** Single marks of the typewriter are quotation marks where they begin so many times more speeches than all other marks. */
const LEAD = 4

/** A paragraph that begins with its speech. */
const QUOTED = /^\s*["“„«»‹「『‘'`]/u

/** How often a mark faces each way, as far as its neighbours tell. */
type Uses = Record<Facing, number>

function natureOf(usual: Nature, {opens, closes, unclear}: Uses): Nature {
  if (usual === 'either') return usual
  // With spaces on both sides, as the French set them, the few marks without are the misprints.
  const usually = (usual === 'opens' ? opens : closes) + unclear
  const otherwise = usual === 'opens' ? closes : opens
  if (otherwise <= REGULAR * usually) return usual
  if (usually > REGULAR * otherwise) return 'either'
  return usual === 'opens' ? 'closes' : 'opens'
}

/**
 * The mark that a paragraph's first speech begins with. A single one counts only where one closes after a stop later:
 * before that it may be an apostrophe.
 */
function firstOf(text: string, quotes: readonly number[], count: (mark: string, way: Facing) => void): string | undefined {
  let single: string | undefined
  let other: string | undefined
  let closed = false
  for (let i = 0; i < quotes.length; i++) {
    const index = quotes[i] as number
    let mark = MARK_OF.get(text.charCodeAt(index)) as string
    if (mark === '`' && quotes[i + 1] === index + 1 && text[index + 1] === '`') {
      mark = '``'
      i++
    }
    const end = index + mark.length
    const isSingle = KIND_OF.get(mark) === 'single'
    if (isSingle && followsLetter(text, index) && letterAt(text, end) > 0) continue
    const way = facing(text, index, end)
    count(mark, way)
    if (!isSingle) {
      if (way === 'opens' || (way === 'unclear' && '“„«‹「'.includes(mark))) other ??= mark
    } else if (way === 'closes') closed ||= single !== undefined && !followsLetter(text, index)
    else if (way === 'opens' && other === undefined) single ??= mark
  }
  return closed ? single : other
}

/** What single marks do in a story, as far as they are no mere apostrophes. */
function singleNature(mark: string, uses: ReadonlyMap<string, Uses>, isTyped: boolean): Nature | undefined {
  // ‚A‘ beside ‘A’.
  if (mark === '‘') return uses.has('‚') ? 'either' : 'opens'
  if (mark === '‚') return 'opens'
  if (mark === '’' && (uses.has('‘') || uses.has('‚'))) return 'closes'
  if (!isTyped) return undefined
  return mark === '`' ? 'opens' : 'either'
}

/**
 * How a story writes its speech.
 *
 * @param texts all its paragraphs
 */
export function styleOf(texts: readonly string[], signs: readonly Pick<Signs, 'quotes'>[] = map(texts, signsOf)): QuotationStyle {
  const uses = new Map<string, Uses>()
  const count = (mark: string, way: Facing) => {
    let use = uses.get(mark)
    if (!use) uses.set(mark, (use = {opens: 0, closes: 0, unclear: 0}))
    use[way]++
  }
  const firsts = map(texts, (text, index) => firstOf(text, (signs[index] as Pick<Signs, 'quotes'>).quotes, count))
  const quoted = texts.filter((text, index) => firsts[index] !== undefined && QUOTED.test(text)).length

  /** How many paragraphs' speech begins with each mark. */
  const begun = countBy(firsts)
  const typed = sum(Array.from("'`’", (mark) => begun[mark] ?? 0))
  const others = sum(map(MARKS, ([mark, kind]) => (kind === 'single' ? 0 : (begun[mark] ?? 0))))
  const isTyped = typed > 0 && typed > LEAD * others

  const natures = new Map<string, Nature>()
  const votes = new Map<Kind, number>()
  for (const [mark, kind, usual] of MARKS) {
    const use = uses.get(mark)
    const nature = use && (kind === 'single' ? singleNature(mark, uses, isTyped) : natureOf(usual, use))
    if (nature === undefined) continue
    natures.set(mark, nature)
    votes.set(kind, (votes.get(kind) ?? 0) + (begun[mark] ?? 0))
  }
  if (natures.has('``')) natures.set("''", 'closes')
  const kinds = sortBy(
    KINDS.filter((kind) => votes.has(kind)),
    (kind) => -(votes.get(kind) as number),
  )
  return {kinds, natures, dashes: dashStyleOf(texts, quoted)}
}
