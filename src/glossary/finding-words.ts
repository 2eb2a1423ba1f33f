import type {Finding} from '../detect/types.js'
import type {Word} from '../prose/types.js'
import {isForeignDeclaration} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {map} from '../util/lists.js'
import type {LinkContext} from './types.js'

/** Joins several words into one term: a multi-word headword, words that the author marks as one, or what dots and colons join. */
function joinWords(text: string, words: readonly Word[], joiner = ' '): Word {
  const [first] = words as [Word]
  if (words.length === 1) return first
  const {start} = first
  const {end} = words.at(-1) as Word
  return {...first, start, end, surface: text.slice(start, end).replace(/\s+/gu, ' '), key: map(words, ({key}) => key).join(joiner)}
}

/** What may stand inside the words of an invented language, as apostrophes and hyphens do: it divides syllables, or makes a vowel long. */
const JOINERS = /^[.:·]$/u
/** A sentence that begins without a blank: `sum.Velora`. */
const NEW_SENTENCE = /^\P{Lu}*\p{Lu}/u

/** How many words from `first` on are parts of one, joined by the same dot or colon: `ve.lo.ra`; 1 if the word stands alone. */
function countParts(text: string, words: readonly Word[], first: number): number {
  const joinerBehind = (index: number): string => text.slice(words[index]?.end, words[index + 1]?.start ?? 0)
  const joiner = joinerBehind(first)
  if (!JOINERS.test(joiner)) return 1
  let count = 1
  while (joinerBehind(first + count - 1) === joiner && !(isLower(words[first] as Word) && NEW_SENTENCE.test((words[first + count] as Word).surface))) count++
  return count
}

const isLower = ({surface}: Word): boolean => surface === surface.toLowerCase()

/** Returns the foreign words of a finding; the words of one term or of a multi-word headword are joined. */
export function collectForeignWords(
  {kind, passage: index, words: {start, end}}: Finding,
  {passages, ignore, findPhrase}: Pick<LinkContext, 'passages' | 'ignore' | 'findPhrase'>,
): Word[] {
  const {text, words, wordDeclarations: declarations} = passages[index] as Passage
  const own = words.slice(start, end)
  if (kind === 'word') return own.length > 0 ? [joinWords(text, own)] : []
  const found: Word[] = []
  for (let i = 0; i < own.length; i++) {
    const declaration = declarations[start + i]
    if (declaration ? !isForeignDeclaration(declaration) : ignore.has((own[i] as Word).key)) continue
    const phrase = findPhrase(text, own, i)
    const length = phrase > 1 ? phrase : countParts(text, own, i)
    const joiner = phrase > 1 || length === 1 ? ' ' : (text[(own[i] as Word).end] as string)
    found.push(joinWords(text, own.slice(i, i + length), joiner))
    i += length - 1
  }
  return found
}
