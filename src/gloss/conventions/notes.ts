import type {GlossCandidate} from '../../detect/types.js'
import {trim, withoutTail} from '../../prose/spans.js'
import type {Place, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {bareContent, endingAt, oddsOf} from './sites.js'

/**
 * A mark after the line, its translation in a note below: Markdown footnotes, links to a note of the page, numbers in brackets
 * or superscript, stars and daggers. `"Sel davan,"[1] she said. … 1. I am here.`
 */

/** A mark in running text: `[1]`, `(trans. #1)`, `[^1]`, `¹`, `*`, `”1` where copying has lost that it was raised. */
const MARK =
  /[[(]\s*(?:(?:trans(?:lation)?s?|tr|tl|notes?|fn|t|n)\.?\s*)?#?\s*(\d{1,3}|\^[^\s\])]{1,30}|[*†‡§]{1,4})\s*[\])]|([¹²³⁰⁴-⁹]{1,3})|(?<=[^\s*_(])([*†‡§]{1,4})(?=[\s,.;:!?)—–-]|$)|(?<=["”’»«“])(\d{1,2})(?=[\s,.;:!?)—–-]|$)/giu

/** The mark with which a note begins, at the beginning of a line. */
const NOTE =
  /^[ \t]*(?:[[(]\s*(?:(?:trans(?:lation)?s?|tr|tl|notes?|fn|t|n)\.?\s*)?#?\s*(\d{1,3}|\^[^\s\])]{1,30}|[*†‡§]{1,4})\s*[\])][.:]?|#?(\d{1,3})\s*[.):\]=-]|([¹²³⁰⁴-⁹]{1,3})[.:]?|([*†‡§]{1,4})(?![*†‡§]))[ \t]*/gimu

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const plain = (label: string): string => label.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(SUPERSCRIPT.indexOf(digit)))

/** A mark leaves no doubt about what the note is of. */
const POINTED = 2

/** Between the mark and its note there may be a whole chapter; but a note's text ends with its paragraph. */
interface Note {
  readonly passage: number
  readonly content: Span
}

const ARROWS: ReadonlySet<string> = new Set(' \n\t\u00a0↩↑⤴^[]\ufffc\ufe0e\ufe0f')

/** What is left of a note without the arrow that leads back. */
const withoutArrow = (text: string, span: Span): Span => trim(text, withoutTail(text, span, ARROWS))

/** The notes of a story, by label, in its order. */
function notesOf(passages: readonly Passage[]): Map<string, Note[]> {
  const notes = new Map<string, Note[]>()
  const put = (label: string, note: Note) => {
    const list = notes.get(label)
    if (list) list.push(note)
    else notes.set(label, [note])
  }
  for (const {index: passage, text, labels, references} of passages) {
    // A number that links back to its mark stands before the note.
    const lead =
      references[0] && /^[\s[(]*$/u.test(text.slice(0, references[0].start))
        ? (/^[\])\s.:]*/u.exec(text.slice(references[0].end))?.[0].length ?? 0) + references[0].end
        : 0
    const raised = lead > 0 && /^[^#^]/u.test(references[0]?.label ?? '') ? references[0]?.label : undefined
    for (const label of raised === undefined ? labels : [...labels, raised]) {
      const printed = /^[ \t]*[[(]?\d{1,3}[\]).:][ \t]*/u.exec(text)?.[0].length ?? 0
      put(label, {passage, content: withoutArrow(text, {start: Math.max(lead, printed), end: text.length})})
    }
    // Next to no paragraph is a note: what makes a list of none costs more than looking.
    if (text.search(NOTE) < 0) continue
    const starts = [...text.matchAll(NOTE)]
    starts.forEach(({0: mark, 1: bracketed, 2: numbered, 3: raised, 4: starred, index}, i) => {
      const label = plain(bracketed ?? numbered ?? raised ?? starred ?? '')
      put(label, {passage, content: withoutArrow(text, {start: index + mark.length, end: starts[i + 1]?.index ?? text.length})})
    })
  }
  return notes
}

/** The first note below a mark; what stands earlier is of another chapter. */
function noteFor(notes: readonly Note[], {passage, end}: Place): Note | undefined {
  let low = 0
  let high = notes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const note = notes[middle] as Note
    if (note.passage < passage || (note.passage === passage && note.content.start <= end)) low = middle + 1
    else high = middle
  }
  return notes[low]
}

export const notes: Convention = {
  name: 'notes',
  find: (passages, {host}) => {
    const byLabel = notesOf(passages)
    if (byLabel.size === 0) return []
    const taken = new Set<Note>()
    return flatMap(passages, (passage) => {
      const {index, text, references} = passage
      const printed = Array.from(text.matchAll(MARK), ({0: mark, 1: bracketed, 2: raised, 3: starred, 4: lowered, index: start}) => ({
        start,
        end: start + mark.length,
        label: plain(bracketed ?? raised ?? starred ?? lowered ?? ''),
      }))
      return flatMap([...references, ...printed], ({start, end, label}): GlossCandidate[] => {
        const note = noteFor(byLabel.get(label) ?? [], {passage: index, start, end})
        const of = note && endingAt(passage, start)
        if (!note || !of || taken.has(note)) return []
        const below = passages[note.passage] as Passage
        const content = bareContent(below.text, note.content, host)
        const odds = oddsOf(below, content, content.ledIn, host, POINTED)
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
            odds: {line: odds.line + 2, word: odds.word + 1},
          },
        ]
      })
    })
  },
}
