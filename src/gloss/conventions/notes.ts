import type {GlossCandidate} from '../../detect/types.js'
import {trim, trimTrailing} from '../../prose/spans.js'
import type {Place, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import {findTextEndingAt, scoreTranslation, trimContent} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** A note mark in running text: `[1]`, `(trans. #1)`, `[^1]`, `¹`, `*`, and `”1` where copying has lost the superscript. */
export const MARK =
  /[[(]\s*(?:(?:trans(?:lation)?s?|tr|tl|notes?|fn|t|n)\.?\s*)?#?\s*(\d{1,3}|\^[^\s\])]{1,30}|[*†‡§]{1,4})\s*[\])]|([¹²³⁰⁴-⁹]{1,3})|(?<=[^\s*_(])([*†‡§]{1,4})(?=[\s,.;:!?)—–-]|$)|(?<=["”’»«“])(\d{1,2})(?=[\s,.;:!?)—–-]|$)/giu

/** The mark at the beginning of a note, at the beginning of a line. */
const NOTE =
  /^[ \t]*(?:[[(]\s*(?:(?:trans(?:lation)?s?|tr|tl|notes?|fn|t|n)\.?\s*)?#?\s*(\d{1,3}|\^[^\s\])]{1,30}|[*†‡§]{1,4})\s*[\])][.:]?|#?(\d{1,3})\s*[.):\]=–—-]|([¹²³⁰⁴-⁹]{1,3})[.:]?|([*†‡§]{1,4})(?![*†‡§]))[ \t]*/gimu

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** A label with ordinary digits instead of superscript ones. */
export const normalizeLabel = (label: string): string => label.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(SUPERSCRIPT.indexOf(digit)))

/** Log-odds added to any note, since its mark shows what it belongs to; and further log-odds for a line and a word. */
const PRIOR = 2
const LINE_PRIOR = 2
const WORD_PRIOR = 1

/** A note; it ends with its paragraph at the latest, but may be any distance from its mark. */
export interface Note {
  readonly passage: number
  readonly content: Span
}

const ARROWS: ReadonlySet<string> = new Set(' \n\t\u00a0↩↑⤴^[]\ufffc\ufe0e\ufe0f')

/** A note without the arrow that links back to its mark. */
const trimArrow = (text: string, span: Span): Span => trim(text, trimTrailing(text, span, ARROWS))

/** Collects the notes of a story by label, in order. */
export function collectNotes(passages: readonly Passage[]): Map<string, Note[]> {
  const notesByLabel = new Map<string, Note[]>()
  const add = (label: string, note: Note) => {
    const list = notesByLabel.get(label)
    if (list) list.push(note)
    else notesByLabel.set(label, [note])
  }
  for (const {index: passage, text, labels, references} of passages) {
    // A number that links back to its mark precedes the note.
    const lead =
      references[0] && /^[\s[(]*$/u.test(text.slice(0, references[0].start))
        ? (/^[\])\s.:]*/u.exec(text.slice(references[0].end))?.[0].length ?? 0) + references[0].end
        : 0
    const linkedLabel = lead > 0 && /^[^#^]/u.test(references[0]?.label ?? '') ? references[0]?.label : undefined
    for (const label of linkedLabel === undefined ? labels : [...labels, linkedLabel]) {
      const printed = /^[ \t]*[[(]?\d{1,3}[\]).:][ \t]*/u.exec(text)?.[0].length ?? 0
      add(label, {passage, content: trimArrow(text, {start: Math.max(lead, printed), end: text.length})})
    }
    // Few paragraphs have notes, and `search` allocates nothing.
    if (text.search(NOTE) < 0) continue
    const starts = [...text.matchAll(NOTE)]
    starts.forEach(({0: mark, 1: bracketed, 2: numbered, 3: superscript, 4: symbol, index}, i) => {
      const label = normalizeLabel(bracketed ?? numbered ?? superscript ?? symbol ?? '')
      add(label, {passage, content: trimArrow(text, {start: index + mark.length, end: starts[i + 1]?.index ?? text.length})})
    })
  }
  return notesByLabel
}

/** The first note after a mark; an earlier one belongs to another chapter. */
export function findNoteAfter(sortedNotes: readonly Note[], {passage, end}: Place): Note | undefined {
  let low = 0
  let high = sortedNotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const note = sortedNotes[middle] as Note
    if (note.passage < passage || (note.passage === passage && note.content.start <= end)) low = middle + 1
    else high = middle
  }
  return sortedNotes[low]
}

/**
 * A mark after the line, and its translation in a note below: Markdown footnotes, links to a note on the page, numbers in brackets or
 * superscript, asterisks and daggers. `"Sel davan,"[1] she said. … 1. I am here.`
 */
export const notes: Convention = {
  name: 'notes',
  find: (passages, {host}) => {
    const notesByLabel = collectNotes(passages)
    if (notesByLabel.size === 0) return []
    const taken = new Set<Note>()
    return flatMap(passages, (passage) => {
      const {index, text, references} = passage
      const printed = Array.from(text.matchAll(MARK), ({0: mark, 1: bracketed, 2: superscript, 3: symbol, 4: digits, index: start}) => ({
        start,
        end: start + mark.length,
        label: normalizeLabel(bracketed ?? superscript ?? symbol ?? digits ?? ''),
      }))
      return flatMap([...references, ...printed], ({start, end, label}): GlossCandidate[] => {
        const note = findNoteAfter(notesByLabel.get(label) ?? [], {passage: index, start, end})
        const of = note && findTextEndingAt(passage, start)
        if (!note || !of || taken.has(note)) return []
        const notePassage = passages[note.passage] as Passage
        const content = trimContent(notePassage.text, note.content, host)
        const odds = scoreTranslation(notePassage, content, content.ledIn, host, PRIOR)
        if (!odds) return []
        taken.add(note)
        const span = {start: content.start, end: content.end}
        return [
          {
            convention: 'notes',
            passage: note.passage,
            ...span,
            content: span,
            of: [{passage: index, start: of.start, end: of.end}],
            reach: 'all',
            odds: {line: odds.line + LINE_PRIOR, word: odds.word + WORD_PRIOR},
          },
        ]
      })
    })
  },
}
