import {fold, stripApostrophes} from '../prose/folding.js'
import {tokenizeText} from '../prose/tokenizer.js'
import type {Word} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import {isAffix, toForm} from './entry.js'
import type {Entry} from './types.js'

/** Returns the spellings of an entry; affixes are not words. */
const printedSpellings = ({headword, variants = [], forms = []}: Entry): string[] =>
  [headword, ...variants, ...map(forms, (form) => toForm(form).form)].filter((shape) => !isAffix({headword: shape}))

/** Returns the keys of the words of every spelling. */
export const phraseKeys = (entries: readonly Entry[], joiners?: string): string[][] =>
  map(flatMap(entries, printedSpellings), (shape) => map(tokenizeText(shape, undefined, joiners), ({surface}) => stripApostrophes(fold(surface)))).filter(
    ({length}) => length > 0,
  )

/** Returns the number of words of the phrase that begins at `index`, with only white space between them; 0 if there is none. */
export type FindPhrase = (text: string, words: readonly Word[], index: number) => number

const isAdjacent = (text: string, words: readonly Word[], index: number): boolean =>
  /^\s+$/u.test(text.slice((words[index - 1] as Word).end, (words[index] as Word).start))

/** Creates a function that finds phrases by their first words, longest first. */
export function createPhraseFinder(phrases: Iterable<readonly string[]>): FindPhrase {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const keys of phrases) {
    const list = byFirst.get(keys[0] as string)
    if (list) list.push(keys)
    else byFirst.set(keys[0] as string, [keys])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return (text, words, index) => {
    const candidates = byFirst.get((words[index] as Word).key)
    return candidates?.find((keys) => keys.every((key, i) => words[index + i]?.key === key && (i === 0 || isAdjacent(text, words, index + i))))?.length ?? 0
  }
}

const SPACE = /\s/u

/** Creates a function that finds multi-word headwords. */
export const createHeadwordFinder = (entries: readonly Entry[], joiners?: string): FindPhrase => {
  const multiWord = entries.filter(
    ({headword, variants = [], forms = []}) =>
      SPACE.test(headword) || variants.some((shape) => SPACE.test(shape)) || forms.some((form) => SPACE.test(toForm(form).form)),
  )
  return createPhraseFinder(phraseKeys(multiWord, joiners).filter(({length}) => length > 1))
}
