import {genericLetterModel, logProbability, trainLetterModel} from '../prose/letter-model.js'
import {flatMap, map} from '../util/lists.js'
import {type Analysis, createAnalyser, type Productivity, resultingPartOfSpeech} from './analysis.js'
import {createDefinitionOverlap} from './definition-overlap.js'
import {isAffix} from './entry.js'
import type {AffixIndex, EntryIndex} from './entry-index.js'
import {coarsePartOfSpeech} from './part-of-speech.js'
import type {Dictionary, Entry} from './types.js'

/**
 * How productive affixes and compounds are, which part of speech an affix produces, and which headwords are derived from others; learned from the
 * headwords. A headword counts as derived if naming its parts takes fewer bits than spelling it as a root (minimum description length, after Creutz
 * and Lagus 2002, Morfessor). Similar definitions count in favor.
 */
export interface Morphology {
  /** Costs for words that are not listed. */
  readonly productivity: Productivity
  /** Returns the analysis of a listed word, if it is derived from others. */
  readonly analyseHeadword: (key: string, entry: Entry) => Analysis | undefined
}

/** Number of headwords to learn from; a larger dictionary is sampled evenly. */
const MAX_SAMPLE = 5000
/** Number of passes over the headwords; on the development data the fourth pass changes one word in a thousand. */
const ROUNDS = 4
/** Pseudo-count of roots, affixed words and compounds. */
const PRIOR = 20
/** Number of headwords with an affix needed to infer its resulting part of speech, and the share of them that must agree. */
const MIN_RESULTS = 3
const MIN_AGREEMENT = 0.6
/** Number of compounds that shows that the language has compounds. */
const MIN_COMPOUNDS = 5
/** Weight of the definition overlap relative to the cost of the spelling. */
const MEANING_WEIGHT = 0.5

/** The counts of one round. */
interface AnalysisCounts {
  readonly affixes: Map<Entry, number>
  /** Members of compounds. */
  readonly members: Map<Entry, number>
  /** For each affix, the parts of speech of the words that end with it. */
  readonly results: Map<Entry, Map<string, number>>
  readonly roots: string[]
  affixed: number
  compounded: number
}

const emptyCounts = (): AnalysisCounts => ({affixes: new Map(), members: new Map(), results: new Map(), roots: [], affixed: 0, compounded: 0})
const increment = <T>(counts: Map<T, number>, key: T): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

function countAnalysis(counts: AnalysisCounts, {before, stems, after}: Analysis, {partOfSpeech}: Entry): void {
  for (const {entry} of [...before, ...after]) increment(counts.affixes, entry)
  if (before.length + after.length > 0) counts.affixed++
  if (stems.length > 1) {
    counts.compounded++
    for (const {entry} of stems) increment(counts.members, entry)
  }
  const outer = after.at(-1)?.entry
  if (!outer || partOfSpeech === undefined) return
  const row = counts.results.get(outer) ?? new Map<string, number>()
  increment(row, coarsePartOfSpeech(partOfSpeech))
  counts.results.set(outer, row)
}

/** Infers the part of speech that each affix produces: as stated, otherwise as most of its words show. */
function inferGives({results}: AnalysisCounts): Productivity['gives'] {
  const gives = new Map<Entry, string>()
  for (const [entry, row] of results) {
    const total = [...row.values()].reduce((sum, n) => sum + n, 0)
    const [[first, most]] = [...row].sort((a, b) => b[1] - a[1]) as [[string, number]]
    if (total >= MIN_RESULTS && most / total >= MIN_AGREEMENT) gives.set(entry, first)
  }
  return ({entry}) => entry.gives ?? gives.get(entry)
}

/** Cost of stating that a word is of a kind that `n` words belong to, in nats. */
const createKindCost =
  ({roots, affixed, compounded}: AnalysisCounts) =>
  (n: number): number =>
    Math.log(roots.length + affixed + compounded + 3 * PRIOR) - Math.log(n + PRIOR)

const countAffixes = ({byShape}: AffixIndex): number => new Set(map([...byShape.values()].flat(), ({entry}) => entry)).size

export function learnMorphology({entries, inflection = {}}: Dictionary, index: EntryIndex, keyOf: (surface: string) => string): Morphology {
  const words = entries.filter((entry) => !isAffix(entry) && entry.kind !== 'name' && !/\s/u.test(entry.headword))
  const stride = Math.max(1, Math.floor(words.length / MAX_SAMPLE))
  const sample = map(
    words.filter((_, position) => position % stride === 0),
    (entry) => ({entry, key: keyOf(entry.headword)}),
  )
  const affixCount = countAffixes(index.prefixes) + countAffixes(index.suffixes) + countAffixes(index.infixes)
  const definitionOverlap = createDefinitionOverlap(map(sample, ({entry}) => entry))
  // A word that stands by itself in a multi-word headword is independent, whatever its origin.
  const independentWords = new Set(flatMap(entries, ({headword}) => (/\s/u.test(headword) ? map(headword.split(/\s+/u), keyOf) : [])))

  /** @param dampen reduces a count: headwords show derivational affixes more often than inflectional ones */
  const estimateProductivity = (counts: AnalysisCounts, dampen: (count: number) => number): Productivity => {
    const logCount = (table: ReadonlyMap<Entry, number>, entry: Entry) => Math.log(dampen(table.get(entry) ?? 0) + 1)
    const sum = (table: ReadonlyMap<Entry, number>) => [...table.values()].reduce((total, n) => total + dampen(n), 0)
    const affixMass = Math.log(sum(counts.affixes) + affixCount)
    const memberMass = Math.log(sum(counts.members) + words.length)
    const canCompound = inflection.compounds ?? (counts.roots.length === 0 || counts.compounded >= MIN_COMPOUNDS)
    return {
      affixCost: ({entry}) => affixMass - logCount(counts.affixes, entry),
      stemCost: ({entry}) => memberMass - logCount(counts.members, entry),
      compoundCost: canCompound ? createKindCost(counts)(counts.compounded) : Number.POSITIVE_INFINITY,
      gives: inferGives(counts),
    }
  }

  /** One round: analyzes headwords with the counts of the round before. The first round accepts every possible analysis. */
  const createHeadwordAnalyser = (counts: AnalysisCounts): Morphology['analyseHeadword'] => {
    const productivity = estimateProductivity(counts, (n) => n)
    const analyse = createAnalyser(index, productivity)
    const letters = trainLetterModel(
      map(counts.roots, (key) => [key.toLowerCase(), 1] as const),
      genericLetterModel,
    )
    const kindCost = createKindCost(counts)
    const isFirstRound = counts.roots.length === 0
    return (key, entry) => {
      if (!isFirstRound && independentWords.has(key)) return undefined
      let best: Analysis | undefined
      let lowestCost = isFirstRound ? Number.POSITIVE_INFINITY : kindCost(counts.roots.length) - logProbability(letters, key.toLowerCase())
      for (const analysis of analyse(key, key)) {
        const {before, stems, after, cost, fits} = analysis
        const result = resultingPartOfSpeech(analysis, productivity.gives)
        if (!fits || (!isFirstRound && result !== undefined && entry.partOfSpeech !== undefined && result !== coarsePartOfSpeech(entry.partOfSpeech))) continue
        const overlap = Math.max(...map(stems, (stem) => definitionOverlap(entry, stem.entry)))
        const affixedCost = before.length + after.length > 0 ? kindCost(counts.affixed) : 0
        const totalCost = cost + affixedCost - MEANING_WEIGHT * overlap
        if (totalCost >= lowestCost) continue
        lowestCost = totalCost
        best = analysis
      }
      return best
    }
  }

  let counts = emptyCounts()
  for (let round = 0; round < ROUNDS; round++) {
    const analyseHeadword = createHeadwordAnalyser(counts)
    counts = emptyCounts()
    for (const {entry, key} of sample) {
      const analysis = analyseHeadword(key, entry)
      if (analysis) countAnalysis(counts, analysis, entry)
      else counts.roots.push(key)
    }
  }
  return {productivity: estimateProductivity(counts, Math.sqrt), analyseHeadword: createHeadwordAnalyser(counts)}
}
