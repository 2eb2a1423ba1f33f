import {letterLengthAt} from '../tokenizer.js'
import type {Quotation, Span} from '../types.js'
import type {Gap} from './gaps.js'
import {isAfterLetter, neighborAfter, neighborBefore} from './neighbors.js'
import type {MarkRole} from './quotation-style.js'

/**
 * What a single mark may be, judged by its neighbors. Before a word it opens a quotation or is an apostrophe (*’tis*); after
 * punctuation it more likely opens. After a word it closes a quotation or is an apostrophe (*the dogs’*); before punctuation it more
 * likely closes. After punctuation it closes.
 */
export enum SingleMarkRole {
  apostrophe,
  opensMidPhrase,
  opensPhrase,
  endsWord,
  endsPhrase,
  closes,
}

/** Maximum number of characters to look back through, and which: white space, signs of emphasis and double marks. */
const MAX_LOOK_BACK = 8
const SKIPPED = /[\s*_"“”„]/u

/** The end of the text, or a space and then a bracket or dash. */
const PHRASE_END = /^(?:\s[([—–-]|$)/u

/** Returns whether speech may begin at `index`, because no word stands right before it. */
function isPhraseStart(text: string, index: number): boolean {
  let i = index
  while (i > 0 && index - i < MAX_LOOK_BACK && SKIPPED.test(text.charAt(i - 1))) i--
  return !isAfterLetter(text, i)
}

export function classifySingleMark(text: string, index: number, usualRole: MarkRole): SingleMarkRole {
  const beforeLetter = letterLengthAt(text, index + 1) > 0
  const afterLetter = isAfterLetter(text, index)
  if (beforeLetter && afterLetter) return SingleMarkRole.apostrophe
  const left = neighborBefore(text, index)
  const right = neighborAfter(text, index + 1)
  if (usualRole === 'opens' || left === 'nothing' || left === 'bracket' || (left === 'dash' && right === 'word')) {
    // Before a digit it shortens a year: *the ’60s*.
    const opens = usualRole !== 'closes' && right !== 'nothing' && right !== 'punctuation' && !/\p{N}/u.test(text.charAt(index + 1))
    if (!opens) return SingleMarkRole.apostrophe
    return left === 'nothing' && !isPhraseStart(text, index) ? SingleMarkRole.opensMidPhrase : SingleMarkRole.opensPhrase
  }
  if (afterLetter)
    return right === 'punctuation' || right === 'dash' || PHRASE_END.test(text.slice(index + 1, index + 3))
      ? SingleMarkRole.endsPhrase
      : SingleMarkRole.endsWord
  // *The U.S.’s*
  return beforeLetter && text[index - 1] === '.' ? SingleMarkRole.apostrophe : SingleMarkRole.closes
}

/** Returns the offsets and roles of a gap's single marks that may be quotation marks, and a function that looks up the next of a role. */
function classifyMarks(text: string, {marks}: Gap, usualRoles: ReadonlyMap<string, MarkRole>) {
  const offsets: number[] = []
  const roles: SingleMarkRole[] = []
  for (const {start, mark} of marks) {
    const usualRole = usualRoles.get(mark)
    const role = usualRole === undefined ? SingleMarkRole.apostrophe : classifySingleMark(text, start, usualRole)
    if (role === SingleMarkRole.apostrophe) continue
    offsets.push(start)
    roles.push(role)
  }
  /** For each mark, the index of the first mark at or after it that passes the test; the number of marks if none does. */
  const findNext = (test: (role: SingleMarkRole) => boolean): Int32Array => {
    const found = new Int32Array(offsets.length + 2).fill(offsets.length)
    for (let i = offsets.length - 1; i >= 0; i--) found[i] = test(roles[i] as SingleMarkRole) ? i : (found[i + 1] as number)
    return found
  }
  return {offsets, roles, findNext}
}

/**
 * Finds the quotations of a gap between single marks, some of which are apostrophes. A mark in the middle of a phrase opens only if a
 * mark closes it before the next speech may begin. A mark at the beginning of a phrase opens, and the next speech begins only after a
 * mark that may close this one: preferably one after punctuation, then one before punctuation, then one after a word.
 *
 * @param continues whether the next paragraph begins with an opening mark, as each paragraph of a long speech does
 */
export function findSingleQuotations(text: string, gap: Gap, usualRoles: ReadonlyMap<string, MarkRole>, continues: boolean): Quotation[] {
  const {offsets, roles, findNext} = classifyMarks(text, gap, usualRoles)
  const count = offsets.length
  if (count === 0) return []
  const nextClosing = findNext((role) => role === SingleMarkRole.closes)
  const nextPhraseEnd = findNext((role) => role === SingleMarkRole.endsPhrase)
  const nextWordEnd = findNext((role) => role === SingleMarkRole.endsWord || role === SingleMarkRole.endsPhrase)
  const nextOpening = findNext((role) => role === SingleMarkRole.opensPhrase)
  /** Returns whether only one word stands between a mark and the next. */
  const holdsOneWord = (index: number): boolean =>
    index + 1 < count && nextWordEnd[index + 1] === index + 1 && !/\s/u.test(text.slice(offsets[index], offsets[index + 1]))
  /** Returns the mark that closes the quotation opened by another; the number of marks if none does. */
  const findClosing = (index: number): number => {
    const isMidPhrase = roles[index] === SingleMarkRole.opensMidPhrase
    if (isMidPhrase && holdsOneWord(index)) return index + 1
    const isTypewriterMark = usualRoles.get(text.charAt(offsets[index] as number)) === 'either'
    for (let opening = nextOpening[index + 1] as number; ; opening = nextOpening[opening + 1] as number) {
      for (const ends of isMidPhrase && isTypewriterMark ? [nextClosing, nextPhraseEnd] : [nextClosing, nextPhraseEnd, nextWordEnd]) {
        const closing = ends[index + 1] as number
        if (closing < opening) return closing
      }
      if (isMidPhrase || opening === count) return count
    }
  }

  const found: Quotation[] = []
  const toSpan = (index: number): Span => ({start: offsets[index] as number, end: (offsets[index] as number) + 1})
  for (let i = 0; i < count; i++) {
    if (roles[i] !== SingleMarkRole.opensMidPhrase && roles[i] !== SingleMarkRole.opensPhrase) continue
    const open = toSpan(i)
    const isEnded = Math.min(nextClosing[i + 1] as number, nextPhraseEnd[i + 1] as number) < count
    if (continues && !isEnded && roles[i] === SingleMarkRole.opensPhrase && !holdsOneWord(i)) return [...found, {start: open.end, end: gap.end, open}]
    const closing = findClosing(i)
    if (closing < count) found.push({start: open.end, end: toSpan(closing).start, open, close: toSpan(closing)})
    // If a phrase start has no closing mark, no later one has.
    else if (roles[i] === SingleMarkRole.opensPhrase) break
    if (closing < count) i = closing
  }
  return found
}
