import type {Finding} from '../detect/types.js'
import type {Word} from '../prose/types.js'
import {isForeignDeclaration} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {map} from '../util/lists.js'
import type {LinkContext} from './types.js'

/** Joins several words into one term: a multi-word headword, or words that the author marks as one. */
function joinWords(text: string, words: readonly Word[]): Word {
  const [first] = words as [Word]
  if (words.length === 1) return first
  const {start} = first
  const {end} = words.at(-1) as Word
  return {...first, start, end, surface: text.slice(start, end).replace(/\s+/gu, ' '), key: map(words, ({key}) => key).join(' ')}
}

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
    const length = Math.max(1, findPhrase(text, own, i))
    found.push(joinWords(text, own.slice(i, i + length)))
    i += length - 1
  }
  return found
}
