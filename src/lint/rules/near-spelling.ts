import {meaningOf, sensesOf} from '../../lexicon/entry.js'
import type {Entry, EvidencePlace, Lexicon} from '../../lexicon/types.js'
import {bare, fold} from '../../prose/folding.js'
import {isCapitalised} from '../../prose/tokenizer.js'
import {flatMap, map} from '../../util/lists.js'
import {isInflected, isNear, isSlip} from '../spelling-distance.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** A spelling that is this many times rarer than the usual one, used this often, is a slip and no wavering. */
const RARER = 3
const USUAL = 3

/** A word with so many near spellings is inflected by its vowels. */
const PARADIGM = 3

/** A spelling with the capital that another is printed with; nothing, where that is in capitals altogether. */
function printedLike(spelling: string, surface: string): string | undefined {
  if (/\p{Lu}/u.test(surface.slice(1))) return undefined
  return isCapitalised(surface) ? spelling.charAt(0).toUpperCase() + spelling.slice(1) : spelling
}

/** Spellings that the story itself has twice. */
function* amongItself({headword, variants = [], evidence = []}: Entry, vocabulary: number, printed: LintContext['printed']): Generator<Remark> {
  if (variants.length === 0) return
  const usual = fold(headword)
  const keys = new Set(map(variants, (variant) => fold(variant)))
  const counts = new Map<string, number>()
  const met = map(evidence, ({start, end}) => {
    const surface = printed({start, end})
    const key = fold(surface)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return {start, end, surface, key}
  })
  const most = counts.get(usual) ?? 0
  if ([...counts.keys()].filter((key) => bare(key) !== bare(usual)).length >= PARADIGM) return
  for (const {start, end, surface, key} of met) {
    // An apostrophe more or less at the end is no other spelling.
    if (!keys.has(key) || bare(key) === bare(usual) || isInflected(bare(key), bare(usual)) || !isNear(key, usual, vocabulary)) continue
    const isRare = most >= USUAL && most >= RARER * (counts.get(key) ?? 1) && isSlip(key, usual)
    yield {start, end, about: [surface, headword], expected: isRare ? printedLike(headword, surface) : undefined}
  }
}

/** The one word of a dictionary that a word which is in none may have been meant for. */
function meant({headword, senses = []}: Entry, {entries, lookup}: Lexicon): string | undefined {
  const guesses = lookup(headword, {fuzzy: true}).filter(({steps}) => steps[0]?.kind === 'guess')
  const [first] = guesses
  if (!first || guesses.some(({entry}) => entry !== first.entry)) return undefined
  const {headword: wanted} = first.entry
  if (isInflected(bare(fold(headword)), bare(fold(wanted))) || !isNear(fold(headword), fold(wanted), entries.length)) return undefined
  // What the story itself explains otherwise is another word.
  const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? []
  const told = sensesOf({headword, senses}).flatMap(({definition}) => wordsOf(definition))
  const listed = wordsOf(meaningOf(first.entry) ?? '')
  return told.length > 0 && listed.length > 0 && !told.some((word) => listed.includes(word)) ? undefined : wanted
}

/** A word that is spelt nearly as a known one: as the story spells it mostly, or as a dictionary does. */
export const nearSpelling = {
  name: 'near-spelling',
  find: ({glossaries, printed, lexicons}: Pick<LintContext, 'glossaries' | 'printed' | 'lexicons'>): Remark[] =>
    flatMap(glossaries, ({language, entries}) => {
      const own = lexicons.filter((lexicon) => lexicon.language === language)
      return flatMap(entries, (entry): Remark[] => {
        // Whoever lists a variant accepts it.
        if (entry.status !== 'proposed' || entry.kind === 'name') return []
        const wanted = map(own, (lexicon) => meant(entry, lexicon)).find((found) => found !== undefined)
        if (wanted === undefined) return [...amongItself(entry, entries.length, printed)]
        return map(entry.evidence ?? [], ({start, end}: EvidencePlace) => {
          const surface = printed({start, end})
          return {start, end, about: [surface, wanted], expected: isSlip(fold(surface), fold(wanted)) ? printedLike(wanted, surface) : undefined}
        })
      })
    }),
} satisfies Rule
