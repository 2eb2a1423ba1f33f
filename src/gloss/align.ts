import type {Finding, GlossCandidate} from '../detect/types.js'
import {detectMood} from '../prose/detect-mood.js'
import {firstEndingAfter, indicesInside, trimTrailing} from '../prose/spans.js'
import type {Sentence, Span} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import type {AlignedGloss, Pairing, Part} from './types.js'

/**
 * Aligns the sentences of lines with those of their glosses, in order, by length, punctuation and shared words (Gale and Church 1993, with
 * their beads). Everything is aligned: authors do not leave a sentence of a line untranslated on purpose.
 */

/** Number of sentences on either side of a bead, and the bead's cost; in Gale and Church, 1–1 is nine times as common as all others. */
const BEADS: readonly (readonly [lines: number, sentences: number, cost: number])[] = [
  [1, 1, 0],
  [1, 2, 3],
  [2, 1, 3],
  [1, 3, 5],
  [3, 1, 5],
  [1, 4, 7],
  [4, 1, 7],
  [2, 2, 8],
]

/** Standard deviation of the log of the lengths' ratio; large, since invented languages may be terse or wordy. */
const SPREAD = 0.8
const PUNCTUATION_COST = 1.5
const SHARED_GAIN = 2
/** Cost of lines that repeat the one before and are translated once: *Home! Home!* (Home!) */
const REPEATED_COST = 0.5
/** Added to a bead that spans two quotations. */
const ACROSS_COST = 1

/** Limit that keeps the alignment affordable; glosses of more sentences are not divided. */
const MAX_SENTENCES = 200

/** A sentence of a line or of a gloss. */
interface Side extends Span {
  readonly text: string
  readonly keys: ReadonlySet<string>
  /** Its keys, in order, joined. */
  readonly normalized: string
  /** Differs for sentences of different quotations or different glosses. */
  readonly group: number
}

function createSide({text, words}: Passage, span: Span, group: number): Side {
  const inside = indicesInside(words, span)
  const keys = map(words.slice(inside.start, inside.end), ({key}) => key)
  const {start, end} = span
  return {start, end, text: text.slice(start, end), keys: new Set(keys), normalized: keys.join(' '), group}
}

/** Apostrophes are left out: a closing one may belong to the last word. */
const TAIL: ReadonlySet<string> = new Set('"“”«»„ \n\t\r\u00a0')

/** A stretch of a gloss without the white space and quotation marks at its ends. */
function trimQuotes(text: string, {start, end}: Span): Span {
  const lead = /^["'“”‘’«»„\s]*/u.exec(text.slice(start, end))?.[0].length ?? 0
  const bare = trimTrailing(text, {start: start + lead, end}, TAIL)
  return bare.start < bare.end ? bare : {start, end}
}

/** The sentences of a gloss. A lead-in or an explanation begins inside a sentence, so sentences are clipped. */
function splitGloss(passage: Passage, {content: {start, end}}: GlossCandidate, group: number): Side[] {
  const {sentences} = passage
  const within: Sentence[] = []
  for (let i = firstEndingAfter(sentences, start); i < sentences.length && (sentences[i] as Sentence).start < end; i++) within.push(sentences[i] as Sentence)
  return map(within, (sentence) =>
    createSide(passage, trimQuotes(passage.text, {start: Math.max(start, sentence.start), end: Math.min(end, sentence.end)}), group),
  )
}

const sumLengths = (sides: readonly Side[]): number => sides.reduce((sum, {text}) => sum + text.length, 0)

function computeCost(lines: readonly Side[], sentences: readonly Side[], ratio: number): number {
  const deviation = Math.log(sumLengths(sentences) / sumLengths(lines) / ratio) / SPREAD
  const mood = detectMood(lines.at(-1)?.text ?? '') === detectMood(sentences.at(-1)?.text ?? '') ? 0 : PUNCTUATION_COST
  const shared = lines.some(({keys}) => sentences.some((sentence) => [...keys].some((key) => sentence.keys.has(key)))) ? SHARED_GAIN : 0
  const across = lines[0]?.group === lines.at(-1)?.group ? 0 : ACROSS_COST
  return (deviation * deviation) / 2 + mood - shared + across
}

/** The cheapest chain of beads: for each bead, how many lines and sentences it takes. Undefined if no chain covers everything. */
function findBeads(lines: readonly Side[], sentences: readonly Side[]): [number, number][] | undefined {
  const ratio = sumLengths(sentences) / Math.max(1, sumLengths(lines))
  const width = sentences.length + 1
  const best = new Array<number>((lines.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  const back = new Array<number>(best.length).fill(-1)
  best[0] = 0
  for (let i = 0; i <= lines.length; i++) {
    for (let j = 0; j <= sentences.length; j++) {
      for (let bead = 0; bead < BEADS.length; bead++) {
        const [m, n, beadCost] = BEADS[bead] as (typeof BEADS)[number]
        const before = m > i || n > j ? Number.POSITIVE_INFINITY : (best[(i - m) * width + (j - n)] as number)
        if (before === Number.POSITIVE_INFINITY) continue
        const right = sentences.slice(j - n, j)
        if (right[0]?.group !== right.at(-1)?.group) continue
        const left = lines.slice(i - m, i)
        const [first] = left as [Side]
        const isRepeated = m > 1 && n === 1 && left.every((line) => line.normalized === first.normalized)
        const sum = before + (isRepeated ? REPEATED_COST + computeCost([first], right, ratio) : beadCost + computeCost(left, right, ratio))
        if (sum < (best[i * width + j] as number)) {
          best[i * width + j] = sum
          back[i * width + j] = bead
        }
      }
    }
  }
  if (best.at(-1) === Number.POSITIVE_INFINITY) return undefined
  const chain: [number, number][] = []
  for (let i = lines.length, j = sentences.length; i > 0 || j > 0; ) {
    const [m, n] = BEADS[back[i * width + j] as number] as (typeof BEADS)[number]
    chain.unshift([m, n])
    i -= m
    j -= n
  }
  return chain
}

/** One part for all findings, if sentences cannot be told apart. */
const alignWhole = (candidate: GlossCandidate, passage: Passage, of: readonly number[]): AlignedGloss => ({
  candidate,
  of,
  parts: of.length > 0 ? [{...trimQuotes(passage.text, candidate.content), of}] : [],
})

function alignPairing({candidates, of}: Pairing, passages: readonly Passage[], findings: readonly Finding[]): AlignedGloss[] {
  const passage = passages[candidates[0]?.passage as number] as Passage
  if (of.length === 1 && candidates.length === 1) return [alignWhole(candidates[0] as GlossCandidate, passage, of)]
  const lines = map(of, (index) => {
    const finding = findings[index] as Finding
    const linePassage = passages[finding.passage] as Passage
    return createSide(linePassage, finding, linePassage.sentences[finding.sentence]?.region ?? 0)
  })
  const sentences = flatMap(candidates, (candidate, group) => splitGloss(passage, candidate, group))
  const isAffordable = lines.length <= MAX_SENTENCES && sentences.length <= MAX_SENTENCES
  const chain = isAffordable ? findBeads(lines, sentences) : undefined
  // With more glosses than lines, each gloss is another translation of all of them.
  if (!chain) return map(candidates, (candidate) => alignWhole(candidate, passage, of))
  const parts: (Part & {group: number})[] = []
  let i = 0
  let j = 0
  for (const [m, n] of chain) {
    const right = sentences.slice(j, j + n)
    parts.push({start: right[0]?.start as number, end: right.at(-1)?.end as number, of: of.slice(i, i + m), group: right[0]?.group as number})
    i += m
    j += n
  }
  return map(candidates, (candidate, group) => {
    const ownParts = map(
      parts.filter((part) => part.group === group),
      ({start, end, of: ids}) => ({start, end, of: ids}),
    )
    return {candidate, of: flatMap(ownParts, (part) => part.of), parts: ownParts}
  })
}

/** Divides the glosses of each pairing into the parts that translate each finding. */
export function align(pairings: readonly Pairing[], {passages, findings}: {passages: readonly Passage[]; findings: readonly Finding[]}): AlignedGloss[] {
  return flatMap(pairings, (pairing) => alignPairing(pairing, passages, findings))
}
