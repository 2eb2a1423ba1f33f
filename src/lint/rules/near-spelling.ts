import {meaningOf, sensesOf} from '../../lexicon/entry.js'
import type {Entry, EvidencePlace, Lexicon} from '../../lexicon/types.js'
import {fold, stripApostrophes} from '../../prose/folding.js'
import {isCapitalized} from '../../prose/word-shape.js'
import {flatMap, map} from '../../util/lists.js'
import {isInflected, isNearSpelling, isTypo} from '../spelling-distance.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** A spelling is a typing error if the usual one is used at least `MIN_USUAL` times and `MIN_RATIO` times as often. */
const MIN_RATIO = 3
const MIN_USUAL = 3

/** A word with this many near spellings is inflected by its vowels. */
const MAX_SPELLINGS = 3

/** Capitalizes a spelling like the printed word; `undefined` if that is in capitals. */
function matchCapital(spelling: string, surface: string): string | undefined {
  if (/\p{Lu}/u.test(surface.slice(1))) return undefined
  return isCapitalized(surface) ? spelling.charAt(0).toUpperCase() + spelling.slice(1) : spelling
}

/** Reports rarer spellings of a word within the story. */
function* checkVariants({headword, variants = [], evidence = []}: Entry, vocabulary: number, visibleText: LintContext['visibleText']): Generator<Diagnostic> {
  if (variants.length === 0) return
  const usual = fold(headword)
  const keys = new Set(map(variants, (variant) => fold(variant)))
  const counts = new Map<string, number>()
  const uses = map(evidence, ({start, end}) => {
    const surface = visibleText({start, end})
    const key = fold(surface)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return {start, end, surface, key}
  })
  const most = counts.get(usual) ?? 0
  if ([...counts.keys()].filter((key) => stripApostrophes(key) !== stripApostrophes(usual)).length >= MAX_SPELLINGS) return
  for (const {start, end, surface, key} of uses) {
    // An additional or missing outer apostrophe is not another spelling.
    if (
      !keys.has(key) ||
      stripApostrophes(key) === stripApostrophes(usual) ||
      isInflected(stripApostrophes(key), stripApostrophes(usual)) ||
      !isNearSpelling(key, usual, vocabulary)
    )
      continue
    // Where both are common they may be two words.
    if (most < MIN_USUAL || most < MIN_RATIO * (counts.get(key) ?? 1)) continue
    yield {start, end, values: [surface, headword], expected: isTypo(key, usual) ? matchCapital(headword, surface) : undefined}
  }
}

/** Returns the only dictionary word that an unlisted word may be a misspelling of. */
function intendedWord({headword, senses = []}: Entry, {entries, lookup}: Lexicon): string | undefined {
  const guesses = lookup(headword, {fuzzy: true}).filter(({steps}) => steps[0]?.kind === 'guess')
  const [first] = guesses
  if (!first || guesses.some(({entry}) => entry !== first.entry)) return undefined
  const {headword: intended} = first.entry
  if (isInflected(stripApostrophes(fold(headword)), stripApostrophes(fold(intended))) || !isNearSpelling(fold(headword), fold(intended), entries.length))
    return undefined
  // A word that the story explains differently is another word.
  const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? []
  const storyWords = sensesOf({headword, senses}).flatMap(({definition}) => wordsOf(definition))
  const listed = wordsOf(meaningOf(first.entry) ?? '')
  return storyWords.length > 0 && listed.length > 0 && !storyWords.some((word) => listed.includes(word)) ? undefined : intended
}

/** A word spelled nearly like a known one, whose spelling is more common in the story or is in a dictionary. */
export const nearSpelling = {
  name: 'near-spelling',
  check: ({glossaries, visibleText, lexicons}: Pick<LintContext, 'glossaries' | 'visibleText' | 'lexicons'>): Diagnostic[] =>
    flatMap(glossaries, ({language, entries}) => {
      const own = lexicons.filter((lexicon) => lexicon.language === language)
      return flatMap(entries, (entry): Diagnostic[] => {
        // Listed variants are accepted.
        if (entry.status !== 'proposed' || entry.kind === 'name') return []
        const intended = map(own, (lexicon) => intendedWord(entry, lexicon)).find((found) => found !== undefined)
        if (intended === undefined) return [...checkVariants(entry, entries.length, visibleText)]
        return map(entry.evidence ?? [], ({start, end}: EvidencePlace) => {
          const surface = visibleText({start, end})
          return {start, end, values: [surface, intended], expected: isTypo(fold(surface), fold(intended)) ? matchCapital(intended, surface) : undefined}
        })
      })
    }),
} satisfies Rule
