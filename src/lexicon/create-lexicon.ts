import {bare} from '../prose/folding.js'
import {lazy} from '../util/lazy.js'
import {flatMap, map} from '../util/lists.js'
import {type Analysis, analyser, entriesOf} from './analysis.js'
import {checkDictionary} from './dictionary-schema.js'
import {isAffix} from './entry.js'
import {learn} from './productivity.js'
import {keysFor} from './spelling-keys.js'
import {type Hit, stockOf} from './stock.js'
import type {Dictionary, Entry, Lexicon, LookupOptions, Reading, Step} from './types.js'
import {variantIndex} from './variants.js'

/** Readings given for one word. */
const MOST_READINGS = 16
/** Longer words are in no dictionary of words, in UTF-16 code units. */
const LONGEST = 100

/** Scores of words that are listed, as they are or by what the dictionary says of their spelling. */
const SCORE = {exact: 1, fold: 0.98, variant: 0.96, form: 0.96} as const
/** The best that an analysis can have, and the nats that halve it. */
const DERIVED = 0.95
const HALF = 12
/** What a guess has of the score of the word that was guessed. */
const GUESSED = 0.5

const round = (score: number): number => Math.round(score * 1e4) / 1e4

/** From the word to the entry, one affix after the other. */
function stepsOf(key: string, {before, stems, after}: Analysis): Step[] {
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

/** Words in the order in which they were first seen, under several names each. */
function byHeadword(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const entry of entries) if (!found.has(entry.headword)) found.set(entry.headword, entry)
  return found
}

/**
 * A dictionary made ready for looking words up. Look-ups cost no more with more entries.
 *
 * A word is found as it is printed; else in another case or with another apostrophe, as a variant or a form that the dictionary lists; and
 * with its affixes undone, as a compound, or by the words that its hyphens join. Every reading says how it was reached.
 *
 * @throws TypeError that names the entry and field that is wrong, and what it may be
 */
export function createLexicon(dictionary: Dictionary): Lexicon {
  const checked = checkDictionary(dictionary)
  const {language, entries, spelling = {}, inflection} = checked
  const {caseSensitive, strict, loose} = keysFor(entries, spelling)
  const stock = stockOf(checked, strict)
  const {words, bareWords} = stock
  const learnt = lazy(() => learn(checked, stock, strict))
  const analyse = lazy(() => analyser(stock, learnt().productivity))
  const stem = (hit: Hit): number => learnt().productivity.stem(hit)
  const headwords = lazy(() => byHeadword(entries))
  const looseWords = lazy(() => (loose ? stockOf({...checked, entries: entries.filter((entry) => !isAffix(entry))}, loose).words : undefined))
  const near = lazy(() => variantIndex(words.keys()))

  /** The entries that a listed word is built of, as its entry says or as it shows; the entry alone, where it is a root. */
  const partsOf = (entry: Entry): readonly Entry[] => {
    if (entry.parts) return map(entry.parts, (headword) => headwords().get(headword) ?? {headword})
    const analysis = learnt().built(strict(entry.headword), entry)
    return analysis ? entriesOf(analysis) : [entry]
  }
  const listed = (surface: string, {entry, step}: Hit): Reading => {
    const own = step ?? ({kind: entry.headword === surface ? 'exact' : 'fold', from: surface, to: entry.headword} as const)
    return {entry, parts: partsOf(entry), steps: [own], score: SCORE[own.kind as keyof typeof SCORE]}
  }
  const derived = (key: string, analysis: Analysis): Reading => {
    const head = analysis.stems.at(-1) as Hit
    const excess = Math.max(0, analysis.cost - stem(head))
    return {entry: head.entry, parts: entriesOf(analysis), steps: stepsOf(key, analysis), score: round(DERIVED / (1 + excess / HALF))}
  }
  /** Every part that hyphens join is a word of its own. */
  const hyphenated = (key: string): Reading[] => {
    const pieces = key.split('-')
    if (pieces.length < 2 || pieces.length > 6 || pieces.includes('')) return []
    const readings = map(pieces, (piece) => search(piece)[0])
    const head = readings.at(-1)
    if (!head || !readings.every((reading): reading is Reading => reading !== undefined)) return []
    const steps: Step[] = [
      {kind: 'hyphen', from: key, to: pieces.join(' + ')},
      ...flatMap(readings, ({steps: own}) => own.filter(({kind}) => kind !== 'exact')),
    ]
    return [{entry: head.entry, parts: flatMap(readings, ({parts}) => parts), steps, score: round(DERIVED * Math.min(...map(readings, ({score}) => score)))}]
  }

  /** What is printed goes before what is printed with another apostrophe at its ends, and that before another case. */
  const search = (surface: string): Reading[] => {
    const key = strict(surface)
    const bareKey = bare(key)
    const listedUnder = (hits: readonly Hit[] | undefined) => map(hits ?? [], (hit) => listed(surface, hit))
    const whole = listedUnder(words.get(key))
    const exact = [...whole, ...map(analyse()(key, whole.length > 0 ? key : undefined), (analysis) => derived(key, analysis))]
    if (exact.length > 0) return exact
    const trimmed = listedUnder(words.get(bareKey) ?? bareWords.get(bareKey))
    if (trimmed.length > 0) return trimmed
    const inflected = bareKey === key ? [] : map(analyse()(bareKey), (analysis) => derived(bareKey, analysis))
    if (inflected.length > 0) return inflected
    const cased = listedUnder(loose && looseWords()?.get(loose(surface)))
    return cased.length > 0 ? cased : hyphenated(key)
  }

  const guess = (surface: string): Reading[] => {
    const key = strict(surface)
    return flatMap(near()(key), (other) =>
      map(words.get(other) ?? [], (hit): Reading => {
        const {steps, score, ...reading} = listed(other, hit)
        return {...reading, steps: [{kind: 'guess', from: surface, to: other}, ...steps], score: round(GUESSED * score)}
      }),
    )
  }

  /** Of listed words, as they are listed: no more than the dictionary has. */
  const known = new Map<string, readonly Reading[]>()
  const lookup = (surface: string, {fuzzy = false}: LookupOptions = {}): readonly Reading[] => {
    const remembered = known.get(surface)
    if (remembered) return remembered
    if (surface.length > LONGEST) return []
    const found = search(surface)
    const readings = best(found.length > 0 || !fuzzy ? found : guess(surface))
    if (words.has(surface)) known.set(surface, readings)
    return readings
  }
  return {language, entries, spelling: caseSensitive ? {...spelling, caseSensitive} : spelling, ...(inflection && {inflection}), lookup}
}

const isSame = (a: Reading, b: Reading): boolean => a.entry === b.entry && a.parts.length === b.parts.length && a.parts.every((part, i) => part === b.parts[i])

/** The best readings, best first; of those that say the same by different ways, the better way. */
function best(readings: Reading[]): Reading[] {
  const found: Reading[] = []
  for (const reading of readings.sort((a, b) => b.score - a.score)) {
    if (found.length === MOST_READINGS) break
    if (!found.some((other) => isSame(other, reading))) found.push(reading)
  }
  return found
}
