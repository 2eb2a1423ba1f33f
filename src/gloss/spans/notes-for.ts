import type {Survey} from '../../detect/types.js'
import type {Passage} from '../../source/types.js'
import {collectNotes, findNoteAfter, MARK, normalizeLabel} from '../conventions/notes.js'
import type {Reached, Target} from './context.js'
import {wordsWithin} from './words-within.js'

interface Mark {
  readonly start: number
  readonly end: number
  /** Index of its first word behind it. */
  readonly word: number
  readonly note: Omit<Reached, 'hint' | 'between'>
}

/** Marks behind a line that are followed: the nearest, and the one behind it. */
const MOST_MARKS = 2

/** A number behind a digit is an exponent: 10². */
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** What finds the notes that the marks behind a line refer to. */
export function noteFinder(passages: readonly Passage[], {tokens}: Pick<Survey, 'tokens'>): (target: Target) => readonly Reached[] {
  const byLabel = collectNotes(passages)
  if (byLabel.size === 0) return () => []
  const marks = new Map<number, Mark[]>()
  const marksIn = (index: number): Mark[] => {
    const known = marks.get(index)
    if (known) return known
    const passage = passages[index] as Passage
    const {text, references} = passage
    const printed = Array.from(text.matchAll(MARK), ({0: mark, 1: bracketed, 2: raised, 3: starred, 4: lowered, index: start}) => ({
      start,
      end: start + mark.length,
      label: normalizeLabel(bracketed ?? raised ?? starred ?? lowered ?? ''),
    }))
    const found: Mark[] = []
    for (const {start, end, label} of [...references, ...printed].sort((a, b) => a.start - b.start)) {
      if (found.at(-1)?.start === start || isDigit(text.charCodeAt(start - 1))) continue
      const note = findNoteAfter(byLabel.get(label) ?? [], {passage: index, start, end})
      if (!note) continue
      const within = wordsWithin(passages[note.passage] as Passage, note.content, tokens)
      const word = wordsWithin(passage, {start: end, end: text.length}, tokens).from
      if (within.to > within.from) found.push({start, end, word, note: {passage: note.passage, ...within}})
    }
    marks.set(index, found)
    return found
  }
  return ({passage, to}) => {
    const own = marksIn(passage)
    const found: Reached[] = []
    let low = 0
    let high = own.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((own[middle] as Mark).word < to) low = middle + 1
      else high = middle
    }
    for (const {word, note} of own.slice(low, low + MOST_MARKS)) {
      found.push({...note, hint: found.length, between: word - to})
    }
    return found
  }
}
