import type {Tokens} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {GAP, type Layout} from './layout.js'
import type {Sums} from './sums.js'

/** What stands behind a word that may explain it. */
export const AFTER_WORD = {
  nothing: 0,
  bracket: 1,
  bracketLater: 2,
  nextPassage: 3,
  quotation: 4,
  cue: 5,
  note: 6,
  sign: 7,
  apposition: 8,
  weakCue: 9,
  nextSays: 10,
} as const

/** Share of the words of an explanation that the host knows. */
const FLUENT = 0.6
/** Words of a bracket, at most; and words of narration between a speech and a bracket. */
const LONGEST = 60
const LATER = 40

const isFluent = ({unknown, known}: Sums, from: number, to: number): boolean => {
  const plain = (known[to] as number) - (known[from] as number)
  const strange = (unknown[to] as number) - (unknown[from] as number)
  return plain > 0 && plain >= FLUENT * (plain + strange)
}

const startsBracketed = ({text, brackets}: Passage): boolean =>
  brackets.length > 0 && (brackets[0]?.outer.start ?? 9) <= 2 && (brackets[0]?.outer.end ?? 0) >= text.length - 3

/**
 * For each word of a passage, what follows it at once, white space and marks aside.
 *
 * @param after to be filled
 * @param isCue by printed form: whether a word leads from a word to its meaning
 */
export function readExplanations(
  after: Uint8Array,
  layout: Layout,
  sums: Sums,
  {passage, next, isCue, says, tokens}: {passage: Passage; next: Passage | undefined; isCue: Uint8Array; says: Uint8Array; tokens: Tokens},
): void {
  const {count, gaps, bracket, quotation, emphasis, brackets} = layout
  after.fill(0, 0, count)
  const {references} = passage
  const notes = new Set(references.length === 0 ? undefined : references.map(({start}) => start))
  for (let i = 0; i < count; i++) {
    const gap = gaps[i + 1] as number
    const isLast = i + 1 === count
    if (!isLast && bracket[i + 1] !== -1 && bracket[i + 1] !== bracket[i]) {
      const unit = bracket[i + 1] as number
      const [from, to] = [brackets[2 * unit] as number, brackets[2 * unit + 1] as number]
      if (to - from <= LONGEST && isFluent(sums, from, to)) after[i] = AFTER_WORD.bracket
      else if (gap & GAP.star) after[i] = AFTER_WORD.note
      continue
    }
    if (gap & (GAP.star | GAP.opaque) || (notes.size > 0 && isNoted(notes, tokens.ends[layout.first + i] as number))) after[i] = AFTER_WORD.note
    else if (isLast)
      after[i] = next && startsBracketed(next) ? AFTER_WORD.nextPassage : next && beginsWith(next, says, tokens) ? AFTER_WORD.nextSays : AFTER_WORD.nothing
    else if (gap & (GAP.equals | GAP.odd)) after[i] = AFTER_WORD.sign
    else if (gap & GAP.dash && gap & GAP.quotation && quotation[i + 1] !== -1 && quotation[i + 1] !== quotation[i]) after[i] = AFTER_WORD.quotation
    else if (isCue[tokens.forms[layout.first + i + 1] as number] !== 0 && gap & (GAP.comma | GAP.quotation | GAP.dash | GAP.space))
      after[i] = isCue[tokens.forms[layout.first + i + 1] as number] === 1 ? AFTER_WORD.cue : AFTER_WORD.weakCue
    else if (gap & (GAP.comma | GAP.stop) && emphasis[i] !== -1 && emphasis[i + 1] !== emphasis[i] && quotation[i] === quotation[i + 1])
      after[i] = AFTER_WORD.apposition
  }
  // A bracket that narration parts from speech.
  let awaited = -1
  for (let i = count - 1; i >= 0; i--) {
    if (bracket[i] !== -1 && (i === 0 || bracket[i - 1] !== bracket[i])) {
      const unit = bracket[i] as number
      const [from, to] = [brackets[2 * unit] as number, brackets[2 * unit + 1] as number]
      awaited = to - from <= LONGEST && isFluent(sums, from, to) ? i : -1
    }
    const endsSpeech = quotation[i] !== -1 && (i + 1 === count || quotation[i + 1] !== quotation[i])
    if (endsSpeech && after[i] === AFTER_WORD.nothing && awaited > i && awaited - i <= LATER) after[i] = AFTER_WORD.bracketLater
  }
}

/** Words at the beginning of a paragraph among which one may say that it renders what was said before. */
const FIRST_WORDS = 4

/** Whether a word of saying or meaning stands among the first words of a paragraph. */
function beginsWith({tokens: {start, end}}: Passage, says: Uint8Array, {forms}: Tokens): boolean {
  for (let token = start; token < Math.min(end, start + FIRST_WORDS); token++) if (says[forms[token] as number] === 1) return true
  return false
}

const isNoted = (notes: ReadonlySet<number>, end: number): boolean => notes.has(end) || notes.has(end + 1) || notes.has(end + 2) || notes.has(end + 3)
