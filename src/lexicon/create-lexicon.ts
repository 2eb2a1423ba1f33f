import * as v from 'valibot'
import {stripApostrophes} from '../prose/folding.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {lazy} from '../util/lazy.js'
import {flatMap, map} from '../util/lists.js'
import {type Analysis, createAnalyser, entriesInAnalysis} from './analysis.js'
import {createCaseCheck} from './case-check.js'
import {checkDictionary} from './dictionary-schema.js'
import {isAffix} from './entry.js'
import {type IndexedWord, indexEntries} from './entry-index.js'
import {learnMorphology} from './morphology.js'
import {createSpellingKeys} from './spelling-keys.js'
import type {Dictionary, Entry, Lexicon, LookupOptions, Reading, Step} from './types.js'
import {createVariantIndex} from './variants.js'

const createLookupSchema = () => v.strictObject({fuzzy: v.optional(v.boolean())})

/** Maximum number of readings for one word. */
const MAX_READINGS = 16
/** Longer words are not looked up, in UTF-16 code units. */
const MAX_LENGTH = 100

/** Scores of listed words: exact, folded, or with a listed spelling. */
const SCORE = {exact: 1, fold: 0.98, variant: 0.96, form: 0.96} as const
/** The highest score of an analyzed word, and the cost in nats that halves it. */
const MAX_DERIVED_SCORE = 0.95
const HALVING_COST = 12
/** The share of its score that a guessed word keeps. */
const GUESS_FACTOR = 0.5

const round = (score: number): number => Math.round(score * 1e4) / 1e4

/** Lists the steps from the word to the entry, one affix at a time. */
function toSteps(key: string, {before, stems, after}: Analysis): Step[] {
  const steps: Step[] = []
  let rest = key
  for (const {entry, written, restored} of before) {
    const at = entry.headword.startsWith('-') ? rest.indexOf(written) : 0
    const to = rest.slice(0, at) + restored + rest.slice(at + written.length)
    steps.push({kind: at === 0 ? 'prefix' : 'infix', from: rest, to})
    rest = to
  }
  for (const {written, restored} of [...after].reverse()) {
    const to = rest.slice(0, rest.length - written.length) + restored
    steps.push({kind: 'suffix', from: rest, to})
    rest = to
  }
  if (stems.length > 1) steps.push({kind: 'compound', from: rest, to: map(stems, ({entry}) => entry.headword).join(' + ')})
  return [...steps, ...flatMap(stems, ({step}) => step ?? [])]
}

/** Maps headwords to entries; of several entries with one headword, the first. */
function indexByHeadword(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const entry of entries) if (!found.has(entry.headword)) found.set(entry.headword, entry)
  return found
}

/**
 * Prepares a dictionary for look-up. The time for a look-up does not grow with the number of entries.
 *
 * A word is looked up as printed, then with another case or apostrophe, as a listed variant or form, with its affixes removed, as a compound, and
 * part by part if it is hyphenated. An affix is looked up by its headword, with its hyphens. Every reading lists the steps that lead to it.
 *
 * @throws TypeError that names the wrong entry and field and the expected value
 */
export function createLexicon(dictionary: Dictionary): Lexicon {
  const checked = checkDictionary(dictionary)
  const {language, entries, spelling = {}, inflection} = checked
  const keys = createSpellingKeys(entries, spelling)
  const {caseSensitive, strict} = keys
  const index = indexEntries(checked, strict)
  const {words, bareWords, affixes} = index
  const matchesCase = createCaseCheck(entries, keys)
  const morphology = lazy(() => learnMorphology(checked, index, strict))
  const analyse = lazy(() => createAnalyser(index, morphology().productivity))
  const stemCost = (word: IndexedWord): number => morphology().productivity.stemCost(word)
  const headwords = lazy(() => indexByHeadword(entries))
  const looseWords = lazy(() => indexEntries({...checked, entries: entries.filter((entry) => keys.isLoose(entry) && !isAffix(entry))}, keys.loose).words)
  const variants = lazy(() => createVariantIndex(words.keys()))

  /** Returns the entries that a listed word is built of, as stated or as inferred; the entry alone if it is a root. */
  const partsOf = (entry: Entry): readonly Entry[] => {
    if (entry.parts) return map(entry.parts, (headword) => headwords().get(headword) ?? {headword})
    if (isAffix(entry)) return [entry]
    const analysis = morphology().analyseHeadword(strict(entry.headword), entry)
    return analysis ? entriesInAnalysis(analysis) : [entry]
  }
  const toListedReading = (surface: string, {entry, step}: IndexedWord): Reading => {
    const ownStep = step ?? ({kind: entry.headword === surface ? 'exact' : 'fold', from: surface, to: entry.headword} as const)
    return {entry, parts: partsOf(entry), steps: [ownStep], score: SCORE[ownStep.kind as keyof typeof SCORE]}
  }
  const toDerivedReading = (key: string, analysis: Analysis): Reading => {
    const head = analysis.stems.at(-1) as IndexedWord
    const excess = Math.max(0, analysis.cost - stemCost(head))
    return {entry: head.entry, parts: entriesInAnalysis(analysis), steps: toSteps(key, analysis), score: round(MAX_DERIVED_SCORE / (1 + excess / HALVING_COST))}
  }
  /** Looks up the parts of a hyphenated word as separate words. */
  const lookUpHyphenated = (key: string): Reading[] => {
    const pieces = key.split('-')
    if (pieces.length < 2 || pieces.length > 6 || pieces.includes('')) return []
    const readings = map(pieces, (piece) => search(piece)[0])
    const head = readings.at(-1)
    if (!head || !readings.every((reading): reading is Reading => reading !== undefined)) return []
    const steps: Step[] = [
      {kind: 'hyphen', from: key, to: pieces.join(' + ')},
      ...flatMap(readings, ({steps: own}) => own.filter(({kind}) => kind !== 'exact')),
    ]
    return [
      {
        entry: head.entry,
        parts: flatMap(readings, ({parts}) => parts),
        steps,
        score: round(MAX_DERIVED_SCORE * Math.min(...map(readings, ({score}) => score))),
      },
    ]
  }

  /** The printed form takes precedence over a form without its outer apostrophes, and that over a form in another case. */
  const search = (surface: string): Reading[] => {
    const key = strict(surface)
    const bareKey = stripApostrophes(key)
    const listedUnder = (found: readonly IndexedWord[] | undefined) =>
      map(
        (found ?? []).filter((word) => matchesCase(surface, word)),
        (word) => toListedReading(surface, word),
      )
    const derivedFrom = (form: string, except?: string) =>
      map(
        analyse()(form, except).filter(({stems}) => stems.every((stem) => matchesCase(surface, stem, true))),
        (analysis) => toDerivedReading(form, analysis),
      )
    const asAffix = listedUnder(affixes.get(key))
    if (asAffix.length > 0) return asAffix
    const whole = listedUnder(words.get(key))
    const exact = [...whole, ...derivedFrom(key, whole.length > 0 ? key : undefined)]
    if (exact.length > 0) return exact
    const trimmed = listedUnder(words.get(bareKey) ?? bareWords.get(bareKey))
    if (trimmed.length > 0) return trimmed
    const inflected = bareKey === key ? [] : derivedFrom(bareKey)
    if (inflected.length > 0) return inflected
    const caseInsensitive = caseSensitive ? listedUnder(looseWords().get(keys.loose(surface))) : []
    return caseInsensitive.length > 0 ? caseInsensitive : lookUpHyphenated(key)
  }

  const guess = (surface: string): Reading[] => {
    const key = strict(surface)
    return flatMap(variants()(key), (other) =>
      map(
        (words.get(other) ?? []).filter(({entry}) => !keys.isExact(entry)),
        (word): Reading => {
          const {steps, score, ...reading} = toListedReading(other, word)
          return {...reading, steps: [{kind: 'guess', from: surface, to: other}, ...steps], score: round(GUESS_FACTOR * score)}
        },
      ),
    )
  }

  /** Caches only words that are listed in this form, so that the cache is no larger than the dictionary. */
  const cache = new Map<string, readonly Reading[]>()
  const lookup = (surface: string, options?: LookupOptions): readonly Reading[] => {
    const {fuzzy = false} = options === undefined ? {} : checkOptionsBySchema(createLookupSchema, options)
    const cached = cache.get(surface)
    if (cached) return cached
    if (surface.length > MAX_LENGTH) return []
    const found = search(surface)
    const readings = rankReadings(found.length > 0 || !fuzzy ? found : guess(surface))
    if (words.has(surface)) cache.set(surface, readings)
    return readings
  }
  return {language, entries, spelling: caseSensitive ? {...spelling, caseSensitive} : spelling, ...(inflection && {inflection}), lookup}
}

const isSameReading = (a: Reading, b: Reading): boolean =>
  a.entry === b.entry && a.parts.length === b.parts.length && a.parts.every((part, i) => part === b.parts[i])

/** Returns the best readings, best first; of readings with the same parts, the one with the higher score. */
function rankReadings(readings: Reading[]): Reading[] {
  const found: Reading[] = []
  for (const reading of readings.sort((a, b) => b.score - a.score)) {
    if (found.length === MAX_READINGS) break
    if (!found.some((other) => isSameReading(other, reading))) found.push(reading)
  }
  return found
}
