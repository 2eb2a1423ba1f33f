import {isAffix} from '../../lexicon/entry.js'
import type {Entry} from '../../lexicon/types.js'
import {DEFAULT_JOINERS, fold} from '../../prose/folding.js'
import type {Spelling} from '../../prose/types.js'
import {map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Minimum number of words to infer the letters of a language, and the maximum number of words with a letter that occurs nowhere else. */
const MIN_WORDS = 100
const MAX_UNIQUE = 1

/** Maximum share of words that violate a stated alphabet; beyond it, the alphabet is another language's or out of date. */
const MAX_VIOLATIONS = 0.2

interface SpelledWord {
  readonly entry: Entry
  readonly key: string
}

/** Returns the first letter of a word that is not in the alphabet. */
function findForeignLetter(key: string, {letters = [], joiners = DEFAULT_JOINERS}: Spelling, keyOf: (letter: string) => string): string | undefined {
  const known = [...new Set(map(letters, keyOf))].sort((a, b) => b.length - a.length)
  for (let at = 0; at < key.length; ) {
    const letter = known.find((own) => own !== '' && key.startsWith(own, at))
    const character = String.fromCodePoint(key.codePointAt(at) as number)
    if (letter === undefined && /[\p{L}\p{M}]/u.test(character) && !joiners.includes(character)) return character
    at += letter?.length ?? character.length
  }
  return undefined
}

/** Maps each word to its letter that occurs in no other word; empty if there are too many, which may be chance. */
function findUniqueLetters(words: readonly SpelledWord[]): Map<SpelledWord, string> {
  if (words.length < MIN_WORDS) return new Map()
  const owners = new Map<string, SpelledWord | undefined>()
  for (const word of words) for (const letter of new Set(word.key.match(/\p{L}\p{M}*/gu))) owners.set(letter, owners.has(letter) ? undefined : word)
  const alone = [...owners].flatMap(([letter, word]) => (word ? [[word, letter] as const] : []))
  return alone.length > MAX_UNIQUE ? new Map() : new Map(alone)
}

/** A word with a letter that its language does not have, according to the stated alphabet or to all other words of the story. */
export const strangeSpelling = {
  name: 'strange-spelling',
  check: ({glossaries, lexicons}: Pick<LintContext, 'glossaries' | 'lexicons'>): Diagnostic[] =>
    glossaries.flatMap(({language, entries}) => {
      const words = entries.filter((entry) => !isAffix(entry) && entry.kind !== 'name')
      const stated = lexicons.find((lexicon) => lexicon.language === language && (lexicon.spelling.letters?.length ?? 0) > 0)?.spelling
      const keyOf = (text: string): string => fold(text, stated)
      const spelled = words.flatMap((entry) => map([entry.headword, ...(entry.variants ?? [])], (word): SpelledWord => ({entry, key: keyOf(word)})))
      const found = stated
        ? spelled.flatMap((word) => {
            const letter = word.entry.status === 'proposed' ? findForeignLetter(word.key, stated, keyOf) : undefined
            return letter === undefined ? [] : [[word, letter] as const]
          })
        : [...findUniqueLetters(spelled)]
      if (stated && found.length > MAX_VIOLATIONS * spelled.length) return []
      return found.flatMap(([{entry, key}, letter]): Diagnostic[] => {
        const at = entry.evidence?.find(({form}) => keyOf(form ?? entry.headword) === key)
        return at ? [{start: at.start, end: at.end, values: [at.form ?? entry.headword, letter, stated ? 'stated' : 'learned']}] : []
      })
    }),
} satisfies Rule
