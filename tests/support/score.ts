/**
 * Scores an annotation against the answers drawn into a passage.
 *
 * Everything is counted over words, so an annotation may divide a speech into other pieces than the answers do and still be right.
 */
import type {Standoff} from '../../src/index.js'
import type {Gold, Passage, Span} from './passages.js'

/** What was found rightly, what was claimed, and what is there. */
export interface Counts {
  readonly hit: number
  readonly predicted: number
  readonly actual: number
}

export interface Rates extends Counts {
  /** 0..1. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** A difference between annotation and answers, and the words of the passage. */
export interface Difference {
  readonly kind: 'missed' | 'wrong' | 'unpaired' | 'mispaired'
  readonly text: string
}

export interface PassageScore {
  /** Words in lines and loans together. */
  readonly foreign: Counts
  readonly lines: Counts
  readonly loans: Counts
  /** Pairs of a translation and the words that it translates; both must agree word for word. */
  readonly translations: Counts
  /** Words of a passage without anything foreign, or 0. */
  readonly quietWords: number
  /** Those that were taken for foreign. */
  readonly alarms: number
  readonly differences: readonly Difference[]
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`-]+[\p{L}\p{M}\p{N}]+)*/gu

/** Start and end of every word of a text, with a look-up of the words inside spans. */
function indexWords(text: string) {
  const words = [...text.matchAll(WORD)].map((match): Span => ({start: match.index, end: match.index + match[0].length}))
  const inside = (spans: readonly Span[]): Set<number> => {
    const found = new Set<number>()
    for (const span of spans) for (const [index, word] of words.entries()) if (span.start <= word.start && word.end <= span.end) found.add(index)
    return found
  }
  const quote = (index: number) => text.slice(words[index]!.start, words[index]!.end)
  return {count: words.length, inside, quote}
}

const countIf = <Item>(items: Iterable<Item>, test: (item: Item) => boolean): number => {
  let count = 0
  for (const item of items) if (test(item)) count++
  return count
}

const compare = <Item>(predicted: ReadonlySet<Item>, actual: ReadonlySet<Item>): Counts => ({
  hit: countIf(predicted, (item) => actual.has(item)),
  predicted: predicted.size,
  actual: actual.size,
})

interface Identified extends Span {
  readonly id: string
}

/** Each translation as `its words|the words that it translates`, by number. Open words are left out on both sides. */
function pairKeys(
  wordsIn: (spans: readonly Span[]) => Set<number>,
  open: ReadonlySet<number>,
  foreign: readonly Identified[],
  translations: readonly (Span & {readonly of: readonly string[]})[],
): Set<string> {
  const spans = new Map<string, Span>(foreign.map((span) => [span.id, span]))
  const numbers = (side: readonly Span[]) => [...wordsIn(side)].filter((word) => !open.has(word)).sort((a, b) => a - b)
  const keys = new Set<string>()
  for (const translation of translations) {
    const translated = numbers(translation.of.map((id) => spans.get(id)).filter((span) => span !== undefined))
    if (translated.length > 0) keys.add(`${numbers([translation])}|${translated}`)
  }
  return keys
}

const fold = (text: string | undefined) =>
  (text ?? '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** Translations in `title` attributes: right is the line or word that has this translation. */
function scoreHovers(gold: Gold, {utterances, terms}: Standoff): Counts {
  if (gold.hovers.length === 0) return {hit: 0, predicted: 0, actual: 0}
  const nodes = [
    ...utterances.map(({start, end, translation, gloss}) => ({start, end, said: translation, isHover: translation !== undefined && gloss === undefined})),
    ...terms.map(({start, end, meaning}) => ({start, end, said: meaning, isHover: false})),
  ]
  const foreign = [...gold.lines, ...gold.loans]
  const hit = countIf(gold.hovers, ({of, text}) => {
    const translated = foreign.filter(({id}) => of.includes(id))
    return nodes.some((node) => fold(node.said) === fold(text) && translated.some(({start, end}) => node.start < end && start < node.end))
  })
  return {
    hit,
    predicted: Math.max(
      hit,
      countIf(nodes, ({isHover}) => isHover),
    ),
    actual: gold.hovers.length,
  }
}

/** Neighboring words of a set, quoted together. */
function quoteRuns(words: Iterable<number>, quote: (index: number) => string): string[] {
  const runs: string[] = []
  let previous = Number.NaN
  for (const word of [...words].sort((a, b) => a - b)) {
    if (word === previous + 1) runs.push(`${runs.pop()} ${quote(word)}`)
    else runs.push(quote(word))
    previous = word
  }
  return runs
}

export function scorePassage({shown, gold}: Passage, standoff: Standoff): PassageScore {
  const {count, inside, quote} = indexWords(shown)
  const open = inside(gold.open)
  const lines = inside(gold.lines)
  const loans = inside(gold.loans)
  const truth = new Set([...lines, ...loans])
  const utterances = inside(standoff.utterances)
  const terms = inside(standoff.terms)
  const closed = (words: Iterable<number>) => new Set([...words].filter((word) => !open.has(word)))

  const claimed = new Set([...utterances, ...terms].filter((word) => truth.has(word) || !open.has(word)))
  const wrong = [...claimed].filter((word) => !truth.has(word))
  const loanHits = countIf(loans, (word) => terms.has(word) || utterances.has(word))
  const strayTerms = countIf(terms, (word) => !truth.has(word) && !open.has(word))

  const goldPairs = pairKeys(inside, open, [...gold.lines, ...gold.loans], gold.translations)
  const parts = standoff.glosses.flatMap((gloss) => gloss.parts)
  const pairs = pairKeys(inside, open, [...standoff.utterances, ...standoff.terms], parts)
  const quotePair = (key: string) =>
    key
      .split('|')
      .reverse()
      .map((side) => (side === '' ? [] : side.split(',')).map((word) => quote(Number(word))).join(' '))
      .join(' = ')

  return {
    foreign: compare(claimed, truth),
    // A loan inside a line that was found is neither right nor wrong here.
    lines: compare(new Set([...closed(utterances)].filter((word) => lines.has(word) || !loans.has(word))), closed(lines)),
    loans: {hit: loanHits, predicted: loanHits + strayTerms, actual: loans.size},
    translations: addCounts([compare(pairs, goldPairs), scoreHovers(gold, standoff)]),
    quietWords: truth.size === 0 ? count : 0,
    alarms: truth.size === 0 ? wrong.length : 0,
    differences: [
      ...quoteRuns(
        [...truth].filter((word) => !claimed.has(word)),
        quote,
      ).map((text) => ({kind: 'missed' as const, text})),
      ...quoteRuns(wrong, quote).map((text) => ({kind: 'wrong' as const, text})),
      ...[...goldPairs].filter((key) => !pairs.has(key)).map((key) => ({kind: 'unpaired' as const, text: quotePair(key)})),
      ...[...pairs].filter((key) => !goldPairs.has(key)).map((key) => ({kind: 'mispaired' as const, text: quotePair(key)})),
    ],
  }
}

const addCounts = (all: readonly Counts[]): Counts => {
  const sum = (field: keyof Counts) => all.reduce((total, counts) => total + counts[field], 0)
  return {hit: sum('hit'), predicted: sum('predicted'), actual: sum('actual')}
}

export function ratesOf({hit, predicted, actual}: Counts): Rates {
  const precision = predicted > 0 ? hit / predicted : actual > 0 ? 0 : 1
  const recall = actual > 0 ? hit / actual : 1
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
  return {hit, predicted, actual, precision, recall, f1}
}

export interface TotalScore {
  readonly foreign: Rates
  readonly lines: Rates
  readonly loans: Rates
  readonly translations: Rates
  /** False alarms per 10,000 words in passages where nothing is foreign. */
  readonly alarmsPer10k: number
}

/** The figures of many passages together: counts are added, then the rates are taken. */
export function totalScore(scores: readonly PassageScore[]): TotalScore {
  const rates = (field: 'foreign' | 'lines' | 'loans' | 'translations') => ratesOf(addCounts(scores.map((score) => score[field])))
  const quietWords = scores.reduce((total, score) => total + score.quietWords, 0)
  const alarms = scores.reduce((total, score) => total + score.alarms, 0)
  return {
    foreign: rates('foreign'),
    lines: rates('lines'),
    loans: rates('loans'),
    translations: rates('translations'),
    alarmsPer10k: quietWords > 0 ? (alarms / quietWords) * 1e4 : 0,
  }
}

const percent = (share: number) => (100 * share).toFixed(1).padStart(5)

/** The figures as a table. */
export function formatTotal({foreign, lines, loans, translations, alarmsPer10k}: TotalScore): string {
  const row = (label: string, {precision, recall, f1, actual}: Rates) =>
    `${label.padEnd(16)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  (${actual})`
  return [
    row('foreign words', foreign),
    row('words in lines', lines),
    row('loans', loans),
    row('translations', translations),
    `false alarms per 10,000 words where nothing is foreign: ${alarmsPer10k.toFixed(1)}`,
  ].join('\n')
}

/** The differences of one passage, one in a line. */
export const formatDifferences = ({differences}: PassageScore): string =>
  differences.map(({kind, text}) => `  ${kind.padEnd(9)} ${text.replaceAll('\n', ' ')}`).join('\n')

/** How many words and pairs of a passage are missing or wrong. */
export const countErrors = ({foreign, translations}: PassageScore): number =>
  [foreign, translations].reduce((total, {hit, predicted, actual}) => total + predicted + actual - 2 * hit, 0)
