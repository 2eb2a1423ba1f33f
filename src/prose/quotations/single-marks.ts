import {letterAt} from '../tokenizer.js'
import type {Quotation, Span} from '../types.js'
import type {Gap} from './gaps.js'
import {after, before, followsLetter} from './neighbours.js'
import type {Nature} from './quotation-style.js'

/**
 * What a single mark may be in its place. Before a word it opens a quotation or is an apostrophe (*’tis*), the likelier
 * the former behind a stop; behind a word it closes one or is an apostrophe (*the dogs’*), the likelier the former before
 * a stop; behind a stop it closes.
 */
export enum Role {
  apostrophe,
  opensMidway,
  opensAfresh,
  endsWord,
  endsPhrase,
  closes,
}

/** White space and thin marks to look back through for what stands before a mark. */
const FAR = 8
const BETWEEN = /[\s*_"“”„]/u

/** The end of the text, or a bracket or dash apart. */
const PHRASE_END = /^(?:\s[([—–-]|$)/u

/** Whether no word stands right before `index`, so that speech may begin there. */
function isFresh(text: string, index: number): boolean {
  let i = index
  while (i > 0 && index - i < FAR && BETWEEN.test(text.charAt(i - 1))) i--
  return !followsLetter(text, i)
}

export function roleOf(text: string, index: number, nature: Nature): Role {
  const inner = letterAt(text, index + 1) > 0
  const outer = followsLetter(text, index)
  if (inner && outer) return Role.apostrophe
  const left = before(text, index)
  const right = after(text, index + 1)
  if (nature === 'opens' || left === 'nothing' || left === 'bracket' || (left === 'dash' && right === 'word')) {
    // Years are shortened, never spoken: *the ’60s*.
    const opens = nature !== 'closes' && right !== 'nothing' && right !== 'stop' && !/\p{N}/u.test(text.charAt(index + 1))
    if (!opens) return Role.apostrophe
    return left === 'nothing' && !isFresh(text, index) ? Role.opensMidway : Role.opensAfresh
  }
  if (outer) return right === 'stop' || right === 'dash' || PHRASE_END.test(text.slice(index + 1, index + 3)) ? Role.endsPhrase : Role.endsWord
  // *The U.S.’s*
  return inner && text[index - 1] === '.' ? Role.apostrophe : Role.closes
}

/** The single marks of a gap that may be quotation marks, with the next of each role behind every one of them. */
function marksIn(text: string, {marks}: Gap, natures: ReadonlyMap<string, Nature>) {
  const at: number[] = []
  const roles: Role[] = []
  for (const {start, mark} of marks) {
    const nature = natures.get(mark)
    const role = nature === undefined ? Role.apostrophe : roleOf(text, start, nature)
    if (role === Role.apostrophe) continue
    at.push(start)
    roles.push(role)
  }
  /** For each mark, the first at or behind it that satisfies a test; their number, where none does. */
  const next = (test: (role: Role) => boolean): Int32Array => {
    const found = new Int32Array(at.length + 2).fill(at.length)
    for (let i = at.length - 1; i >= 0; i--) found[i] = test(roles[i] as Role) ? i : (found[i + 1] as number)
    return found
  }
  return {at, roles, next}
}

/**
 * The quotations of a gap between single marks, which are apostrophes too. A mark in the middle of a phrase opens if one
 * closes before new speech may begin; at the beginning of a phrase it opens, and new speech begins only behind what may
 * close the old: a mark behind a stop, else one before a stop, else one behind a word.
 *
 * @param goesOn whether the next paragraph begins with a mark that opens, as each paragraph of a long speech does
 */
export function singlesIn(text: string, gap: Gap, natures: ReadonlyMap<string, Nature>, goesOn: boolean): Quotation[] {
  const {at, roles, next} = marksIn(text, gap, natures)
  const count = at.length
  if (count === 0) return []
  const closing = next((role) => role === Role.closes)
  const phraseEnd = next((role) => role === Role.endsPhrase)
  const wordEnd = next((role) => role === Role.endsWord || role === Role.endsPhrase)
  const opening = next((role) => role === Role.opensAfresh)
  /** Whether nothing but one word stands between a mark and the next. */
  const holdsWord = (index: number): boolean => index + 1 < count && wordEnd[index + 1] === index + 1 && !/\s/u.test(text.slice(at[index], at[index + 1]))
  /** The mark that closes what begins at another; their number, if none does. */
  const closeOf = (index: number): number => {
    const isMidway = roles[index] === Role.opensMidway
    if (isMidway && holdsWord(index)) return index + 1
    const isTyped = natures.get(text.charAt(at[index] as number)) === 'either'
    for (let fresh = opening[index + 1] as number; ; fresh = opening[fresh + 1] as number) {
      for (const ends of isMidway && isTyped ? [closing, phraseEnd] : [closing, phraseEnd, wordEnd]) {
        const close = ends[index + 1] as number
        if (close < fresh) return close
      }
      if (isMidway || fresh === count) return count
    }
  }

  const found: Quotation[] = []
  const mark = (index: number): Span => ({start: at[index] as number, end: (at[index] as number) + 1})
  for (let i = 0; i < count; i++) {
    if (roles[i] !== Role.opensMidway && roles[i] !== Role.opensAfresh) continue
    const open = mark(i)
    const ended = Math.min(closing[i + 1] as number, phraseEnd[i + 1] as number) < count
    if (goesOn && !ended && roles[i] === Role.opensAfresh && !holdsWord(i)) return [...found, {start: open.end, end: gap.end, open}]
    const close = closeOf(i)
    if (close < count) found.push({start: open.end, end: mark(close).start, open, close: mark(close)})
    // Where the beginning of a phrase finds no end, no later one does.
    else if (roles[i] === Role.opensAfresh) break
    if (close < count) i = close
  }
  return found
}
