import type {Finding, GlossCandidate, Survey} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {contains, overlapsAny} from '../../prose/spans.js'
import type {Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {lazy} from '../../util/lazy.js'
import {groupBy} from '../../util/lists.js'
import type {Target} from '../spans/context.js'
import {noteFinder} from '../spans/notes-for.js'
import {STOPS} from '../stops.js'
import type {AlignedGloss} from '../types.js'
import {findStanzaTranslation} from './find-stanza-translation.js'
import {findStanzas} from './find-stanzas.js'
import {type PrintedLine, splitSlashes} from './printed-lines.js'

/** The words of a line, and the stop behind them. */
function contentOf({text, words}: Passage, {words: {start, end}}: PrintedLine): Span {
  let behind = words[end - 1]?.end as number
  while (STOPS.has(text[behind] as string)) behind++
  return {start: words[start]?.start as number, end: behind}
}

/** Marks that belong to the line that they stand behind. */
const BEHIND: ReadonlySet<string> = new Set(',;:.!?…。！？、')

/** The findings of one line of a stanza: what goes through several lines is divided at their ends. */
function findingsIn({text, words}: Passage, line: PrintedLine, own: readonly Finding[]): Finding[] {
  return own.map((finding): Finding => {
    const isFirst = finding.words.start >= line.words.start
    const isLast = finding.words.end <= line.words.end
    if (isFirst && isLast) return finding
    const range = {start: Math.max(finding.words.start, line.words.start), end: Math.min(finding.words.end, line.words.end)}
    let end = words[range.end - 1]?.end as number
    while (BEHIND.has(text[end] as string)) end++
    return {
      ...finding,
      start: isFirst ? finding.start : (words[range.start]?.start as number),
      end: isLast ? Math.min(end, finding.end) : end,
      words: range,
    }
  })
}

/** The parts of a stanza's translation: for each line its findings, and what translates them. */
interface TranslatedLine {
  readonly findings: readonly Finding[]
  readonly passage: number
  readonly content: Span
}

/** The glosses of a stanza, one for each passage that has some. */
function glossesOf(lines: readonly TranslatedLine[], convention: string, passages: readonly Passage[], indexOf: (finding: Finding) => number): AlignedGloss[] {
  return Array.from(
    groupBy(lines, ({passage}) => passage),
    ([passage, own]): AlignedGloss => {
      const parts = own.map(({content: {start, end}, findings}) => ({start, end, of: findings.map(indexOf)}))
      const content = {start: (parts[0] as Span).start, end: (parts.at(-1) as Span).end}
      const outer = passages[passage]?.brackets.find((bracket) => contains(bracket, content))?.outer ?? content
      const candidate: GlossCandidate = {convention, passage, start: outer.start, end: outer.end, content, of: [], reach: 'all', odds: {line: 0, word: 0}}
      return {candidate, of: parts.flatMap((part) => part.of), parts}
    },
  )
}

/** Findings in which each line of translated verse is one, and the glosses of these lines, by the indices of these findings. */
interface AlignedStanzas {
  readonly findings: readonly Finding[]
  readonly glosses: readonly AlignedGloss[]
}

/**
 * Aligns verse: where lines of another language stand below each other, and as many lines of the host's, stretches between slashes, or sentences
 * of a note, each translates the line in its place. Nothing that an author has marked is divided.
 */
export function alignStanzas(
  findings: readonly Finding[],
  {passages, survey, host}: {readonly passages: readonly Passage[]; readonly survey: Survey; readonly host: Host},
): AlignedStanzas {
  const stanzas = findStanzas(findings, passages)
  if (stanzas.length === 0) return {findings, glosses: []}
  const ownOf = groupBy(findings, ({passage}) => passage)
  const notesOf = noteFinder(passages, survey)
  const slashed = lazy(() =>
    groupBy(
      passages.filter(({text}) => text.includes('/')).map((passage) => ({passage, count: splitSlashes(passage, {start: 0, end: passage.text.length}).length})),
      ({count}) => count,
    ),
  )
  /** By word of the story: 1 if it translates a line already. */
  const taken = new Uint8Array(passages.at(-1)?.tokens.end ?? 0)
  const wordsOf = ({passage, words}: PrintedLine): Uint8Array => {
    const {start} = (passages[passage] as Passage).tokens
    return taken.subarray(start + words.start, start + words.end)
  }
  const knowledge = {
    passages,
    host,
    notesFor: (passage: number, to: number) => notesOf({passage, to} as Target),
    withSlashes: (count: number) => (slashed().get(count) ?? []).map(({passage: {index}}) => index),
    isFree: (line: PrintedLine) => !overlapsAny(ownOf.get(line.passage) ?? [], line) && !wordsOf(line).includes(1),
  }
  const dividedAt = new Map<number, Finding[]>()
  const translated = stanzas.flatMap((stanza) => {
    const translation = findStanzaTranslation(stanza, knowledge)
    if (!translation) return []
    const lines = stanza.lines.map((line, i): TranslatedLine => {
      const own = stanza.of[i] as readonly number[]
      const parts = findingsIn(
        passages[line.passage] as Passage,
        line,
        own.map((index) => findings[index] as Finding),
      )
      for (const [k, index] of own.entries()) dividedAt.set(index, [...(dividedAt.get(index) ?? []), parts[k] as Finding])
      const gloss = translation.lines[i] as PrintedLine
      wordsOf(gloss).fill(1)
      return {findings: parts, passage: gloss.passage, content: contentOf(passages[gloss.passage] as Passage, gloss)}
    })
    return [{lines, convention: translation.convention}]
  })
  const all = findings.flatMap((finding, index) => dividedAt.get(index) ?? [finding])
  const indices = new Map(all.map((finding, index) => [finding, index]))
  const glosses = translated.flatMap(({lines, convention}) => glossesOf(lines, convention, passages, (finding) => indices.get(finding) as number))
  return {findings: all, glosses}
}
