import {anyLanguage, learnLetters, logProbability} from '../prose/letter-model.js'
import {flatMap, map} from '../util/lists.js'
import {type Analysis, analyser, madeOf, type Productivity} from './analysis.js'
import {isAffix} from './entry.js'
import {classOf} from './part-of-speech.js'
import {sharedMeaning} from './shared-meaning.js'
import type {Affixes, Stock} from './stock.js'
import type {Dictionary, Entry} from './types.js'

/**
 * How productive affixes and compounds are, what affixes make of words, and which headwords are themselves built of others: learnt from
 * the headwords. One counts as built where naming its parts takes fewer bits than spelling it as a root (minimum description length,
 * after Creutz and Lagus 2002, Morfessor); that its meaning is of theirs counts as well.
 */
export interface Learnt {
  /** For words that are not listed. */
  readonly productivity: Productivity
  /** How a listed word is built, if it is built of others. */
  readonly built: (key: string, entry: Entry) => Analysis | undefined
}

/** Headwords that are learnt from; of a larger dictionary, as many, evenly spread. */
const SAMPLE = 5000
/** Learning goes over the headwords so often; on the development data the fourth time changes one word in a thousand. */
const ROUNDS = 4
/** As if so many roots, affixed words and compounds had been seen before. */
const PRIOR = 20
/** Headwords that an affix must be seen on before what it makes of words is believed, and the share that must agree. */
const FEWEST_MADE = 3
const AGREED = 0.6
/** Compounds that show that words are compounded. */
const FEWEST_COMPOUNDS = 5
/** Weight of a shared meaning beside the bits of a spelling. */
const MEANING = 0.5

/** What was counted in one round. */
interface Tally {
  readonly affixes: Map<Entry, number>
  /** Of compounds. */
  readonly members: Map<Entry, number>
  /** For each affix, how often words of a class ended with it. */
  readonly made: Map<Entry, Map<string, number>>
  readonly roots: string[]
  affixed: number
  compounded: number
}

const tallied = (): Tally => ({affixes: new Map(), members: new Map(), made: new Map(), roots: [], affixed: 0, compounded: 0})
const add = <T>(counts: Map<T, number>, key: T): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

function count(tally: Tally, {before, stems, after}: Analysis, {partOfSpeech}: Entry): void {
  for (const {entry} of [...before, ...after]) add(tally.affixes, entry)
  if (before.length + after.length > 0) tally.affixed++
  if (stems.length > 1) {
    tally.compounded++
    for (const {entry} of stems) add(tally.members, entry)
  }
  const outer = after.at(-1)?.entry
  if (!outer || partOfSpeech === undefined) return
  const row = tally.made.get(outer) ?? new Map<string, number>()
  add(row, classOf(partOfSpeech))
  tally.made.set(outer, row)
}

/** What each affix makes, as it says itself or as most of its words show. */
function givesOf({made}: Tally): Productivity['gives'] {
  const gives = new Map<Entry, string>()
  for (const [entry, row] of made) {
    const total = [...row.values()].reduce((sum, n) => sum + n, 0)
    const [[first, most]] = [...row].sort((a, b) => b[1] - a[1]) as [[string, number]]
    if (total >= FEWEST_MADE && most / total >= AGREED) gives.set(entry, first)
  }
  return ({entry}) => entry.gives ?? gives.get(entry)
}

/** What it takes to say of what kind a word is, in nats, where `n` words are of it. */
const shareOf =
  ({roots, affixed, compounded}: Tally) =>
  (n: number): number =>
    Math.log(roots.length + affixed + compounded + 3 * PRIOR) - Math.log(n + PRIOR)

const kindsOf = ({byShape}: Affixes): number => new Set(map([...byShape.values()].flat(), ({entry}) => entry)).size

export function learn({entries, inflection = {}}: Dictionary, stock: Stock, keyOf: (surface: string) => string): Learnt {
  const words = entries.filter((entry) => !isAffix(entry) && entry.kind !== 'name' && !/\s/u.test(entry.headword))
  const stride = Math.max(1, Math.floor(words.length / SAMPLE))
  const sample = map(
    words.filter((_, index) => index % stride === 0),
    (entry) => ({entry, key: keyOf(entry.headword)}),
  )
  const affixKinds = kindsOf(stock.prefixes) + kindsOf(stock.suffixes) + kindsOf(stock.infixes)
  const meant = sharedMeaning(map(sample, ({entry}) => entry))
  // What stands as a word in headwords of several is a unit by now, however it came to be.
  const units = new Set(flatMap(entries, ({headword}) => (/\s/u.test(headword) ? map(headword.split(/\s+/u), keyOf) : [])))

  /** @param flatten what of a count is believed: headwords show the affixes that make words, and few of those that inflect them */
  const productivityOf = (tally: Tally, flatten: (count: number) => number): Productivity => {
    const seen = (counts: ReadonlyMap<Entry, number>, entry: Entry) => Math.log(flatten(counts.get(entry) ?? 0) + 1)
    const sum = (counts: ReadonlyMap<Entry, number>) => [...counts.values()].reduce((total, n) => total + flatten(n), 0)
    const affixMass = Math.log(sum(tally.affixes) + affixKinds)
    const memberMass = Math.log(sum(tally.members) + words.length)
    const compounded = inflection.compounds ?? (tally.roots.length === 0 || tally.compounded >= FEWEST_COMPOUNDS)
    return {
      affix: ({entry}) => affixMass - seen(tally.affixes, entry),
      stem: ({entry}) => memberMass - seen(tally.members, entry),
      compound: compounded ? shareOf(tally)(tally.compounded) : Number.POSITIVE_INFINITY,
      gives: givesOf(tally),
    }
  }

  /** One round: whether a headword is built, by what the round before has counted. The first takes whatever can be taken apart. */
  const judge = (tally: Tally): Learnt['built'] => {
    const productivity = productivityOf(tally, (n) => n)
    const analyse = analyser(stock, productivity)
    const letters = learnLetters(
      map(tally.roots, (key) => [key.toLowerCase(), 1] as const),
      anyLanguage,
    )
    const of = shareOf(tally)
    const first = tally.roots.length === 0
    return (key, entry) => {
      if (!first && units.has(key)) return undefined
      let best: Analysis | undefined
      let least = first ? Number.POSITIVE_INFINITY : of(tally.roots.length) - logProbability(letters, key.toLowerCase())
      for (const analysis of analyse(key, key)) {
        const {before, stems, after, cost, fits} = analysis
        const made = madeOf(analysis, productivity.gives)
        if (!fits || (!first && made !== undefined && entry.partOfSpeech !== undefined && made !== classOf(entry.partOfSpeech))) continue
        const shared = Math.max(...map(stems, (stem) => meant(entry, stem.entry)))
        const kinds = before.length + after.length > 0 ? of(tally.affixed) : 0
        const own = cost + kinds - MEANING * shared
        if (own >= least) continue
        least = own
        best = analysis
      }
      return best
    }
  }

  let tally = tallied()
  for (let round = 0; round < ROUNDS; round++) {
    const built = judge(tally)
    tally = tallied()
    for (const {entry, key} of sample) {
      const analysis = built(key, entry)
      if (analysis) count(tally, analysis, entry)
      else tally.roots.push(key)
    }
  }
  return {productivity: productivityOf(tally, Math.sqrt), built: judge(tally)}
}
