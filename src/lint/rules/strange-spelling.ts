import {isAffix} from '../../lexicon/entry.js'
import type {Entry} from '../../lexicon/types.js'
import {DEFAULT_JOINERS, fold} from '../../prose/folding.js'
import type {Spelling} from '../../prose/types.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** Words from which a story shows what letters its language has, and how many of them may have a letter to themselves. */
const ENOUGH = 100
const ALONE = 1

/** Of a language's words, how many break an alphabet that is another language's, or out of date. */
const BROKEN = 0.2

interface Spelt {
  readonly entry: Entry
  readonly key: string
}

/** The first letter of a word that an alphabet does not have. */
function outside(key: string, {letters = [], joiners = DEFAULT_JOINERS}: Spelling, keyOf: (letter: string) => string): string | undefined {
  const known = [...new Set(map(letters, keyOf))].sort((a, b) => b.length - a.length)
  for (let at = 0; at < key.length; ) {
    const letter = known.find((own) => own !== '' && key.startsWith(own, at))
    const character = String.fromCodePoint(key.codePointAt(at) as number)
    if (letter === undefined && /[\p{L}\p{M}]/u.test(character) && !joiners.includes(character)) return character
    at += letter?.length ?? character.length
  }
  return undefined
}

/** For each word that has one, its letter that no other word has: a few words may be so, by chance. */
function aloneIn(words: readonly Spelt[]): Map<Spelt, string> {
  if (words.length < ENOUGH) return new Map()
  const owners = new Map<string, Spelt | undefined>()
  for (const word of words) for (const letter of new Set(word.key.match(/\p{L}\p{M}*/gu))) owners.set(letter, owners.has(letter) ? undefined : word)
  const alone = [...owners].flatMap(([letter, word]) => (word ? [[word, letter] as const] : []))
  return alone.length > ALONE ? new Map() : new Map(alone)
}

/** A word that is not spelt as its language is: as the dictionary states its letters, else as all other words of the story show them. */
export const strangeSpelling = {
  name: 'strange-spelling',
  find: ({glossaries, lexicons}: Pick<LintContext, 'glossaries' | 'lexicons'>): Remark[] =>
    glossaries.flatMap(({language, entries}) => {
      const words = entries.filter((entry) => !isAffix(entry) && entry.kind !== 'name')
      const stated = lexicons.find((lexicon) => lexicon.language === language && (lexicon.spelling.letters?.length ?? 0) > 0)?.spelling
      const keyOf = (text: string): string => fold(text, stated)
      const spelt = words.flatMap((entry) => map([entry.headword, ...(entry.variants ?? [])], (word): Spelt => ({entry, key: keyOf(word)})))
      const found = stated
        ? spelt.flatMap((word) => {
            const letter = word.entry.status === 'proposed' ? outside(word.key, stated, keyOf) : undefined
            return letter === undefined ? [] : [[word, letter] as const]
          })
        : [...aloneIn(spelt)]
      if (stated && found.length > BROKEN * spelt.length) return []
      return found.flatMap(([{entry, key}, letter]): Remark[] => {
        const at = entry.evidence?.find(({form}) => keyOf(form ?? entry.headword) === key)
        return at ? [{start: at.start, end: at.end, about: [at.form ?? entry.headword, letter, stated ? 'stated' : 'learnt']}] : []
      })
    }),
} satisfies Rule
