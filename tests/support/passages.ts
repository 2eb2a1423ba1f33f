/**
 * Passages of stories with the answers drawn in, one in a file of `tests/accuracy/passages`. The first line is a header,
 *
 *     %% habit: translation in brackets behind the line | language: Orvish
 *
 * and in the text below it
 *
 *     ⟦L1|…⟧    is a foreign sentence or phrase: several sentences in one speech are several marks
 *     ⟦W2|…⟧    is one foreign word in a sentence of English
 *     ⟦G1|…⟧    translates mark 1, and ⟦G1,2|…⟧ marks 1 and 2: words only, without brackets, labels and quotation marks
 *     ⟦N|…⟧     counts neither way: an invented name, or a word on which careful readers disagree
 *
 * Marks may be nested. In HTML, a `title` attribute may contain a translation.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {basename, extname, join} from 'node:path'

/** UTF-16 offsets into the text of the passage, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A line or a word of another language. */
export interface ForeignMark extends Span {
  readonly id: string
}

/** The words that translate the marks `of`. */
export interface TranslationMark extends Span {
  readonly of: readonly string[]
}

/** What a careful reader would mark. */
export interface Gold {
  readonly lines: readonly ForeignMark[]
  readonly loans: readonly ForeignMark[]
  readonly translations: readonly TranslationMark[]
  /** Translations in `title` attributes: they are not words of the text. */
  readonly hovers: readonly (TranslationMark & {readonly text: string})[]
  /** Words that count neither way. */
  readonly open: readonly Span[]
}

export interface Passage {
  /** The file name. */
  readonly name: string
  readonly format: 'markdown' | 'text' | 'html'
  readonly habit: string
  readonly language: string
  /** The story without header and marks. */
  readonly text: string
  /** The same with tags and character references of HTML replaced by blanks, so that the offsets stay. */
  readonly shown: string
  readonly gold: Gold
}

const FORMATS: Readonly<Record<string, Passage['format']>> = {'.md': 'markdown', '.txt': 'text', '.html': 'html'}
const HEADER = /^%% habit: (?<habit>[^|\n]+) \| language: (?<language>[^|\n]+)\n+/u
const OPENING = /⟦(?:(?<kind>[LW])(?<id>\d+)|(?<gloss>G)(?<of>\d+(?:,\d+)*)|(?<name>N))\|/uy
const OPEN_TAG = /<[^<>]*$/u
const TAG_OR_REFERENCE = /<[^>]*>|&#?\w+;/gu

interface Mark extends Span {
  readonly kind: 'L' | 'W' | 'G' | 'N'
  readonly ids: readonly string[]
}

/** The text without its marks, and the marks. Throws if the notation is wrong. */
function readMarks(drawn: string): {text: string; marks: Mark[]} {
  let text = ''
  const marks: Mark[] = []
  const unclosed: Omit<Mark, 'end'>[] = []
  for (let at = 0; at < drawn.length; at++) {
    const character = drawn[at]!
    if (character === '⟦') {
      OPENING.lastIndex = at
      const match = OPENING.exec(drawn)
      if (!match) throw new Error(`wrong mark: ${drawn.slice(at, at + 20)}`)
      const {kind, id, of} = match.groups!
      if (kind) unclosed.push({kind: kind as 'L' | 'W', ids: [id!], start: text.length})
      else if (of) unclosed.push({kind: 'G', ids: of.split(','), start: text.length})
      else unclosed.push({kind: 'N', ids: [], start: text.length})
      at += match[0].length - 1
    } else if (character === '⟧') {
      const mark = unclosed.pop()
      if (!mark) throw new Error(`a mark is closed that is not open, before: ${drawn.slice(at + 1, at + 20)}`)
      if (text.slice(mark.start).trim() !== text.slice(mark.start) || text.length === mark.start)
        throw new Error(`a mark is empty or has blanks at its ends: ${text.slice(mark.start)}`)
      marks.push({...mark, end: text.length})
    } else text += character
  }
  if (unclosed.length > 0) throw new Error(`a mark is not closed: ${text.slice(unclosed[0]!.start).slice(0, 20)}`)
  return {text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end)}
}

/** Reads one passage. Throws if the header or the notation is wrong. */
export function parsePassage(name: string, source: string): Passage {
  const format = FORMATS[extname(name)]
  if (!format) throw new Error(`${name}: a passage is a file .md, .txt or .html`)
  const header = HEADER.exec(source)
  if (!header) throw new Error(`${name}: the first line must be "%% habit: … | language: …"`)
  let read: ReturnType<typeof readMarks>
  try {
    read = readMarks(source.slice(header[0].length))
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`)
  }
  const {text, marks} = read
  const foreign = (kind: Mark['kind']): ForeignMark[] => marks.filter((mark) => mark.kind === kind).map(({ids, start, end}) => ({id: ids[0]!, start, end}))
  const lines = foreign('L')
  const loans = foreign('W')
  const ids = [...lines, ...loans].map(({id}) => id)
  const known = new Set(ids)
  if (known.size < ids.length) throw new Error(`${name}: two marks have the same number`)
  const glosses = marks.filter((mark) => mark.kind === 'G').map(({ids: of, start, end}) => ({of, start, end}))
  for (const {of, start, end} of glosses)
    for (const id of of) if (!known.has(id)) throw new Error(`${name}: "${text.slice(start, end)}" translates ${id}, which is not there`)
  const isHover = ({start}: Span) => format === 'html' && OPEN_TAG.test(text.slice(0, start))
  return {
    name,
    format,
    habit: header.groups!.habit!,
    language: header.groups!.language!,
    text,
    shown: format === 'html' ? text.replace(TAG_OR_REFERENCE, (hidden) => ' '.repeat(hidden.length)) : text,
    gold: {
      lines,
      loans,
      translations: glosses.filter((gloss) => !isHover(gloss)),
      hovers: glosses.filter(isHover).map((gloss) => ({...gloss, text: text.slice(gloss.start, gloss.end)})),
      open: marks.filter((mark) => mark.kind === 'N').map(({start, end}) => ({start, end})),
    },
  }
}

const FOLDER = join(import.meta.dirname, '..', 'accuracy', 'passages')

/** Paths of the passages, sorted by name. */
export const passageFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => extname(file) in FORMATS)
    .sort()
    .map((file) => join(FOLDER, file))

export const readPassage = (path: string): Passage => parsePassage(basename(path), readFileSync(path, 'utf8'))
