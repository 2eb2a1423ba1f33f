import type {Finding, GlossCandidate} from '../detect/types.js'
import {moodOf} from '../prose/mood.js'
import {firstEndingAfter, indicesInside, withoutTail} from '../prose/spans.js'
import type {Sentence, Span} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import type {AlignedGloss, Pairing, Part} from './types.js'

/**
 * Sentences of lines to sentences of glosses, in order, by length, punctuation and shared words (Gale and Church 1993,
 * with their beads, on a handful of sentences). Everything gets a partner: authors leave no sentence of a line out of the
 * bracket behind it on purpose.
 */

/** Sentences on either side of a bead, and what the bead costs; Gale and Church's 1–1 is nine times as common as all else. */
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

/** Standard deviation of the log of the lengths' ratio: invented languages are terse or wordy as their authors please. */
const SPREAD = 0.8
const PUNCTUATION_COST = 1.5
const SHARED_GAIN = 2
/** What a line costs that only says the one before again: *Home! Home!* (Home!) */
const REPEATED_COST = 0.5
/** A bead over two quotations costs more than one within. */
const ACROSS_COST = 1

/** More sentences than this under one gloss are not worth telling apart, nor affordable. */
const MOST = 200

interface Side extends Span {
  readonly text: string
  readonly keys: ReadonlySet<string>
  /** Its words, by key, in order. */
  readonly said: string
  /** Sentences of different quotations, or of different glosses. */
  readonly group: number
}

function side({text, words}: Passage, span: Span, group: number): Side {
  const inside = indicesInside(words, span)
  const keys = map(words.slice(inside.start, inside.end), ({key}) => key)
  const {start, end} = span
  return {start, end, text: text.slice(start, end), keys: new Set(keys), said: keys.join(' '), group}
}

/** A closing apostrophe may belong to the last word; a double mark never does. */
const TAIL: ReadonlySet<string> = new Set('"“”«»„ \n\t\r\u00a0')

/** A stretch of a gloss without the white space and quotation marks at its ends. */
function unquoted(text: string, {start, end}: Span): Span {
  const lead = /^["'“”‘’«»„\s]*/u.exec(text.slice(start, end))?.[0].length ?? 0
  const bare = withoutTail(text, {start: start + lead, end}, TAIL)
  return bare.start < bare.end ? bare : {start, end}
}

/** The sentences of a gloss. */
function sentencesOfSite(passage: Passage, site: GlossCandidate, group: number): Side[] {
  const {start, end} = site.content
  const {sentences} = passage
  const within: Sentence[] = []
  // A lead-in and an explanation are cut out of sentences.
  for (let i = firstEndingAfter(sentences, start); i < sentences.length && (sentences[i] as Sentence).start < end; i++) within.push(sentences[i] as Sentence)
  return map(within, (sentence) => side(passage, unquoted(passage.text, {start: Math.max(start, sentence.start), end: Math.min(end, sentence.end)}), group))
}

function cost(lines: readonly Side[], sentences: readonly Side[], ratio: number): number {
  const length = (sides: readonly Side[]) => sides.reduce((sum, {text}) => sum + text.length, 0)
  const off = Math.log(length(sentences) / length(lines) / ratio) / SPREAD
  const moods = moodOf(lines.at(-1)?.text ?? '') === moodOf(sentences.at(-1)?.text ?? '') ? 0 : PUNCTUATION_COST
  const shared = lines.some(({keys}) => sentences.some((sentence) => [...keys].some((key) => sentence.keys.has(key)))) ? SHARED_GAIN : 0
  const across = lines[0]?.group === lines.at(-1)?.group ? 0 : ACROSS_COST
  return (off * off) / 2 + moods - shared + across
}

/** The cheapest chain of beads: for each bead, how many lines and sentences it takes. */
function beads(lines: readonly Side[], sentences: readonly Side[]): [number, number][] | undefined {
  const total = (sides: readonly Side[]) => sides.reduce((sum, {text}) => sum + text.length, 0)
  const ratio = total(sentences) / Math.max(1, total(lines))
  const width = sentences.length + 1
  const best = new Array<number>((lines.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  const back = new Array<number>(best.length).fill(-1)
  best[0] = 0
  for (let i = 0; i <= lines.length; i++) {
    for (let j = 0; j <= sentences.length; j++) {
      for (let bead = 0; bead < BEADS.length; bead++) {
        const [m, n, price] = BEADS[bead] as (typeof BEADS)[number]
        const before = m > i || n > j ? Number.POSITIVE_INFINITY : (best[(i - m) * width + (j - n)] as number)
        if (before === Number.POSITIVE_INFINITY) continue
        const right = sentences.slice(j - n, j)
        if (right[0]?.group !== right.at(-1)?.group) continue
        const left = lines.slice(i - m, i)
        const [first] = left as [Side]
        const isRepeated = m > 1 && n === 1 && left.every((line) => line.said === first.said)
        const sum = before + (isRepeated ? REPEATED_COST + cost([first], right, ratio) : price + cost(left, right, ratio))
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

/** One part for everything: where sentences cannot be told apart. */
const whole = (site: GlossCandidate, passage: Passage, of: readonly number[]): AlignedGloss => ({
  site,
  of,
  parts: of.length > 0 ? [{...unquoted(passage.text, site.content), of}] : [],
})

function alignOne({sites, of}: Pairing, passages: readonly Passage[], findings: readonly Finding[]): AlignedGloss[] {
  const passage = passages[sites[0]?.passage as number] as Passage
  // Most lines have a gloss to themselves.
  if (of.length === 1 && sites.length === 1) return [whole(sites[0] as GlossCandidate, passage, of)]
  const lines = map(of, (index) => {
    const finding = findings[index] as Finding
    const spoken = passages[finding.passage] as Passage
    return side(spoken, finding, spoken.sentences[finding.sentence]?.region ?? 0)
  })
  const sentences = flatMap(sites, (site, group) => sentencesOfSite(passage, site, group))
  const affordable = lines.length <= MOST && sentences.length <= MOST
  const chain = affordable ? beads(lines, sentences) : undefined
  // More glosses than lines: each says the same in other words.
  if (!chain) return map(sites, (site) => whole(site, passage, of))
  const parts: (Part & {group: number})[] = []
  let i = 0
  let j = 0
  for (const [m, n] of chain) {
    const right = sentences.slice(j, j + n)
    parts.push({start: right[0]?.start as number, end: right.at(-1)?.end as number, of: of.slice(i, i + m), group: right[0]?.group as number})
    i += m
    j += n
  }
  return map(sites, (site, group) => {
    const own = map(
      parts.filter((part) => part.group === group),
      ({start, end, of: ids}) => ({start, end, of: ids}),
    )
    return {site, of: flatMap(own, (part) => part.of), parts: own}
  })
}

/** Pairings → glosses, each with its parts. */
export function align(pairings: readonly Pairing[], {passages, findings}: {passages: readonly Passage[]; findings: readonly Finding[]}): AlignedGloss[] {
  return flatMap(pairings, (pairing) => alignOne(pairing, passages, findings))
}
