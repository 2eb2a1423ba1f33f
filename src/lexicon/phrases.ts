import {bare, fold} from '../prose/folding.js'
import {wordsOf} from '../prose/tokenizer.js'
import type {Word} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import {formOf, isAffix} from './entry.js'
import type {Entry} from './types.js'

/** What an entry may be printed as; affixes are no words. */
const shapesOf = ({headword, variants = [], forms = []}: Entry): string[] =>
  [headword, ...variants, ...map(forms, (form) => formOf(form).form)].filter((shape) => !isAffix({headword: shape}))

/** The keys of the words of every entry. */
export const keysOf = (entries: readonly Entry[], joiners?: string): string[][] =>
  map(flatMap(entries, shapesOf), (shape) => map(wordsOf(shape, undefined, joiners), ({surface}) => bare(fold(surface)))).filter(({length}) => length > 0)

/** How many words, from the word at `index` on, are one phrase, nothing but white space between them; 0, where none is. */
export type FindPhrase = (text: string, words: readonly Word[], index: number) => number

const isJoined = (text: string, words: readonly Word[], index: number): boolean =>
  /^\s+$/u.test(text.slice((words[index - 1] as Word).end, (words[index] as Word).start))

/** Finds phrases by their first words, the longest first. */
export function phraseFinder(phrases: Iterable<readonly string[]>): FindPhrase {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const keys of phrases) {
    const list = byFirst.get(keys[0] as string)
    if (list) list.push(keys)
    else byFirst.set(keys[0] as string, [keys])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return (text, words, index) => {
    const candidates = byFirst.get((words[index] as Word).key)
    return candidates?.find((keys) => keys.every((key, i) => words[index + i]?.key === key && (i === 0 || isJoined(text, words, index + i))))?.length ?? 0
  }
}

const SPACE = /\s/u

/** Finds the headwords of several words. */
export const headwordFinder = (entries: readonly Entry[], joiners?: string): FindPhrase => {
  const several = entries.filter(
    ({headword, variants = [], forms = []}) =>
      SPACE.test(headword) || variants.some((shape) => SPACE.test(shape)) || forms.some((form) => SPACE.test(formOf(form).form)),
  )
  return phraseFinder(keysOf(several, joiners).filter(({length}) => length > 1))
}
