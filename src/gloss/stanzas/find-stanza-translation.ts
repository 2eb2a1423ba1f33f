import sortedIndex from 'lodash-es/sortedIndex.js'
import type {Host} from '../../hosts/types.js'
import {indicesInside} from '../../prose/spans.js'
import type {Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import type {Reached} from '../spans/context.js'
import type {Stanza} from './find-stanzas.js'
import {type PrintedLine, passagesOfBlock, splitLines, splitSlashes} from './printed-lines.js'

/** The lines that translate those of a stanza, one each. */
export interface StanzaTranslation {
  readonly convention: 'verse' | 'notes'
  readonly lines: readonly PrintedLine[]
}

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly host: Host
  /** The notes that the marks behind a word refer to, the nearest first. */
  readonly notesFor: (passage: number, word: number) => readonly Reached[]
  /** The passages that have so many stretches between slashes, in order. */
  readonly withSlashes: (count: number) => readonly number[]
  /** Whether a line may be a translation: no finding and no other gloss is in it. */
  readonly isFree: (line: PrintedLine) => boolean
}

/** How many blocks behind a stanza are looked at: behind one of two lines, which prose may resemble, and behind a longer one. */
const REACH = {couplet: 1, longer: 3}
/** From so many lines on a stretch with slashes is found wherever it stands behind the stanza; so many are tried. */
const MIN_LINES_ANYWHERE = 3
const MOST_ANYWHERE = 5
/** Blocks without words, and headings, are passed over, so many at most. */
const MOST_PASSED = 4
/** Share of the words that the host must know. */
const MIN_KNOWN = 0.6
/** A line and its translation, and all lines and theirs, differ in length at most by these factors: right behind the stanza, and elsewhere. */
const RATIOS = {beside: {line: 4, whole: 2.2}, apart: {line: 2, whole: 1.7}}
/** Added to lengths, in UTF-16 code units, so that short lines may differ more. */
const SLACK = 6

const lengthOf = ({start, end}: Span): number => end - start + SLACK
const sumLengths = (all: readonly PrintedLine[]): number => all.reduce((total, line) => total + lengthOf(line), 0)
const isLike = (one: number, other: number, most: number): boolean => one <= most * other && other <= most * one
const wholeOf = ({text}: Passage): Span => ({start: 0, end: text.length})

/** Finds what translates a stanza line by line. */
export function findStanzaTranslation(
  {lines, before, behind, next}: Stanza,
  {passages, host, notesFor, withSlashes, isFree}: Knowledge,
): StanzaTranslation | undefined {
  const count = lines.length
  const passageOf = (index: number): Passage => passages[index] as Passage
  const last = lines.at(-1) as PrintedLine

  function isTranslation(found: readonly PrintedLine[], ratios = RATIOS.beside): boolean {
    if (found.length !== count || !found.every(isFree)) return false
    const words = found.flatMap(({passage, words: {start, end}}) => passageOf(passage).words.slice(start, end))
    if (words.filter(({key}) => host.familiarity(key).tier !== undefined).length < MIN_KNOWN * words.length) return false
    const isAlike = found.every((line, i) => isLike(lengthOf(line), lengthOf(lines[i] as PrintedLine), ratios.line))
    return isAlike && isLike(sumLengths(found), sumLengths(lines), ratios.whole)
  }
  /** The lines without a heading above them. */
  function withoutHeading(all: readonly PrintedLine[]): readonly PrintedLine[] {
    const [first] = all
    const isHeading = first && all.length === count + 1 && host.glossing.heading.test(passageOf(first.passage).text.slice(first.start, first.end).trim())
    return isHeading ? all.slice(1) : all
  }
  /** The note that the mark behind the last line refers to, if no line before it has another. */
  function linesOfNote(): readonly PrintedLine[] | undefined {
    const [note] = notesFor(last.passage, last.words.end)
    if (!note) return undefined
    const isOwn = lines.every(({passage, words}) =>
      notesFor(passage, words.end).every((own, i) => i > 0 || (own.passage === note.passage && own.from === note.from)),
    )
    if (!isOwn) return undefined
    const passage = passageOf(note.passage)
    const {words, sentences} = passage
    const span = {start: words[note.from]?.start as number, end: words[note.to - 1]?.end as number}
    const within = indicesInside(sentences, {start: span.start, end: passage.text.length})
    const spoken = sentences.slice(within.start, within.end).filter(({start, words: own}) => start < span.end && own.end > own.start)
    const bySentence = spoken.map(({start, end, words: own}) => ({passage: passage.index, start, end, words: own}))
    return [splitSlashes(passage, span), splitLines(passage, span), bySentence].find((way) => isTranslation(way))
  }
  function linesBehind(): readonly PrintedLine[] | undefined {
    const reach = count === 2 ? REACH.couplet : REACH.longer
    for (let index = next, seen = 0, passed = 0; index < passages.length && seen < reach && passed <= MOST_PASSED; ) {
      const own = passagesOfBlock(passages, index)
      const all = own.flatMap((passage) => splitLines(passage, wholeOf(passage)))
      const isHeading = own.length === 1 && host.glossing.heading.test(passageOf(index).text.trim())
      if (all.length === 0 || isHeading) passed++
      else {
        seen++
        const found = [withoutHeading(all), ...own.map((passage) => splitSlashes(passage, wholeOf(passage)))].find((way) =>
          isTranslation(way, seen === 1 ? RATIOS.beside : RATIOS.apart),
        )
        if (found) return found
      }
      index += own.length
    }
    return undefined
  }
  function linesAnywhere(): readonly PrintedLine[] | undefined {
    if (count < MIN_LINES_ANYWHERE) return undefined
    const all = withSlashes(count)
    const first = sortedIndex(all, last.passage + 1)
    return all
      .slice(first, first + MOST_ANYWHERE)
      .map((index) => splitSlashes(passageOf(index), wholeOf(passageOf(index))))
      .find((way) => isTranslation(way, RATIOS.apart))
  }

  const note = linesOfNote()
  if (note) return {convention: 'notes', lines: note}
  const beside = [withoutHeading(behind)].find((way) => isTranslation(way))
  const found = beside ?? linesBehind() ?? [before].find((way) => isTranslation(way)) ?? linesAnywhere()
  return found && {convention: 'verse', lines: found}
}
