import uniq from 'lodash-es/uniq.js'
import {createStemClasses} from '../lexicon/kinship.js'
import {flatMap, map} from '../util/lists.js'
import {dividePairs} from './divide-pairs.js'
import {fisherExactTest} from './fisher-exact-test.js'
import {countListsContaining, createNumbering, createPairCounts} from './numbering.js'
import type {TargetWord, WordPair} from './word-pair.js'

/**
 * Links words of a few sentence pairs, where published aligners need thousands. Four methods, the most reliable first:
 *
 * 1. identity and dictionary: a name or loan that occurs on both sides, or a word whose stated meaning occurs in the translation;
 * 2. solitude: a word that has a translation to itself, and the same phrase wherever else the word occurs;
 * 3. recurrence: words that repeatedly occur in the same pairs, by Fisher's exact test (Moore 2004: the test is valid for counts of one and two),
 *    linked greedily, one to one (Melamed 2000, competitive linking);
 * 4. difference: what remains when everything else in a pair is linked.
 *
 * Words that none of them supports are not linked. Where both sides have as many clauses, each clause is a pair of its own.
 */

/** The senses of a word, each as the stems of its content words, or of all its words if there are only function words. */
export type SenseStems = readonly (readonly string[])[]

/** Indices of a source word and of the run of target words that renders it, end exclusive; confidence 0..1. */
export interface InducedLink {
  readonly source: number
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** Both sides have the same word. */
const IDENTICAL = 0.95
/** The author states the meaning, or translates a word that stands alone: from 0.8 a meaning counts as attested. */
const STATED = 0.9
const ALONE = 0.85
/** Concluded from several pairs, or from what is left of one. */
const CONCLUDED = 0.75
const LEFT_OVER = 0.6
const IN_ORDER = 0.45
/** Confidence of a link from which it tells what a word means; links by order alone stay below it. */
export const MEANING_CONFIDENCE = 0.5

/** Maximum p-value of Fisher's test for a recurrence; with 20 pairs, two words that share two pairs reach 0.005. */
const SIGNIFICANT = 0.02

/** Shorter words occur on both sides by chance (*a*, *me*, *sin*). */
const SHORTEST_SAME = 4

/** Longer utterances are not linked, so that time stays linear in the length of the story. */
const LONGEST = 40
/** Maximum number of remaining words that form a phrase. */
const PHRASE = 4

interface State {
  /** A pair, or a clause of one. */
  readonly pair: WordPair
  readonly isWhole: boolean
  readonly links: InducedLink[]
  readonly freeSource: Set<number>
  readonly freeTarget: Set<number>
}

function take(state: State, link: InducedLink): void {
  state.links.push(link)
  state.freeSource.delete(link.source)
  for (let i = link.start; i < link.end; i++) state.freeTarget.delete(i)
}

/** Extends the target word at `at` to the whole sense, if all its words occur together there (*tide bell*). */
function wholeSense({pair, freeTarget}: State, at: number, senses: SenseStems): [start: number, end: number] {
  for (const sense of senses) {
    const within = sense.indexOf((pair.target[at] as TargetWord).stem)
    const start = at - within
    const stands = within !== -1 && sense.every((stem, i) => freeTarget.has(start + i) && pair.target[start + i]?.stem === stem)
    if (stands) return [start, start + sense.length]
  }
  return [at, at + 1]
}

/** Links names and loans that occur on both sides, and words with stated meanings. */
function linkKnown(state: State, meanings: (key: string) => SenseStems): void {
  const {pair, freeSource, freeTarget} = state
  for (const source of [...freeSource]) {
    const key = pair.source[source] as string
    if (key.length < SHORTEST_SAME) continue
    const same = [...freeTarget].find((index) => pair.target[index]?.key === key)
    if (same !== undefined) take(state, {source, start: same, end: same + 1, confidence: IDENTICAL})
  }
  for (const source of [...freeSource]) {
    const senses = meanings(pair.source[source] as string)
    if (senses.length === 0) continue
    const stated = new Set(senses.flat())
    const hits = [...freeTarget].filter((index) => stated.has((pair.target[index] as TargetWord).stem))
    const [best] = hits.sort(
      (a, b) => Number(pair.target[a]?.grammatical) - Number(pair.target[b]?.grammatical) || offset(pair, source, a) - offset(pair, source, b),
    )
    if (best === undefined) continue
    const [start, end] = wholeSense(state, best, senses)
    take(state, {source, start, end, confidence: STATED})
  }
}

/** Distance of a link from the diagonal, 0..1. */
const offset = ({source, target}: WordPair, s: number, t: number): number => Math.abs((s + 0.5) / source.length - (t + 0.5) / target.length)

function count<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let found = 0
  for (const item of list) if (holds(item)) found++
  return found
}

function linkRecurring(states: readonly State[], classesOf: (key: string) => readonly string[]): void {
  const names = createNumbering()
  const stems = createNumbering()
  const classes = map(states, ({pair}) => map(pair.source, (key) => map(classesOf(key), names.numberOf)))
  const targets = map(states, ({pair}) => map(pair.target, ({stem}) => stems.numberOf(stem)))
  const sources = map(classes, (words) => words.flat())
  const sourceCounts = countListsContaining(sources, names.size())
  const width = stems.size()
  const targetCounts = countListsContaining(targets, width)
  // A word and a stem that occur in one pair each do not share two pairs.
  const again = (list: readonly number[], counts: Int32Array) => uniq(list.filter((number) => counts[number] !== 1))
  const together = createPairCounts(names.size(), width)
  for (const [index, list] of sources.entries()) {
    const others = again(targets[index] as number[], targetCounts)
    for (const name of again(list, sourceCounts)) {
      for (const stem of others) together.add(name, stem)
    }
  }
  const total = states.length
  const candidates: {state: State; source: number; target: number; chance: number; rank: number}[] = []
  for (const [index, state] of states.entries()) {
    const {pair, freeSource, freeTarget} = state
    const rendered = targets[index] as number[]
    const elsewhere = [...freeTarget].filter((target) => targetCounts[rendered[target] as number] !== 1)
    for (const source of freeSource) {
      const key = pair.source[source] as string
      const recurring = classes[index]?.[source]?.filter((name) => (sourceCounts[name] as number) > 1) ?? []
      const repeats = count(pair.source, (other) => other === key)
      if (recurring.length === 0 && repeats === 1) continue
      // A word that occurs only in this pair recurs only if it is repeated within it.
      for (const target of repeats > 1 ? freeTarget : elsewhere) {
        const stem = rendered[target] as number
        let chance = 1
        for (const name of recurring) {
          const k = together.of(name, stem)
          if (k < 2) continue
          chance = Math.min(chance, fisherExactTest(k, sourceCounts[name] as number, targetCounts[stem] as number, total))
        }
        // A word repeated within a pair as often as its translation is a recurrence too.
        if (repeats > 1 && repeats === count(rendered, (other) => other === stem)) chance = Math.min(chance, 1 / total ** 2)
        if (chance > SIGNIFICANT) continue
        const rank = Math.log(chance) + 2 * offset(pair, source, target) + (pair.target[target]?.grammatical ? 1 : 0)
        candidates.push({state, source, target, chance, rank})
      }
    }
  }
  candidates.sort((a, b) => a.rank - b.rank)
  for (const {state, source, target, chance} of candidates) {
    if (!state.freeSource.has(source) || !state.freeTarget.has(target)) continue
    take(state, {source, start: target, end: target + 1, confidence: Math.min(CONCLUDED, 1 - 5 * chance)})
  }
}

/** Returns the runs of adjacent indices. */
function runs(indices: readonly number[]): [start: number, end: number][] {
  const found: [number, number][] = []
  for (const index of [...indices].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last[1] === index) last[1] = index + 1
    else found.push([index, index + 1])
  }
  return found
}

/** Returns a run without function words at its ends, unless it has only function words. */
function content({target}: WordPair, [start, end]: readonly [number, number]): [number, number] {
  let [from, to] = [start, end]
  while (from < to && target[from]?.grammatical) from++
  while (to > from && target[to - 1]?.grammatical) to--
  return from < to ? [from, to] : [start, end]
}

/** Links the only word of an utterance with the only phrase of its translation. */
function linkAlone(state: State): void {
  const {freeSource, freeTarget} = state
  const free = runs([...freeTarget])
  const [only] = free
  if (freeSource.size !== 1 || free.length !== 1 || !only || only[1] - only[0] > PHRASE) return
  const [source] = freeSource as Iterable<number> as [number]
  take(state, {source, start: only[0], end: only[1], confidence: state.isWhole && state.pair.source.length === 1 ? ALONE : CONCLUDED})
}

/** Links further uses of words that had a translation to themselves, wherever the same phrase occurs. */
function linkPhrases(states: readonly State[], classesOf: (key: string) => readonly string[]): void {
  const phrases = new Map<string, Set<string>>()
  for (const {pair, links} of states) {
    for (const {source, start, end, confidence} of links) {
      if (confidence !== ALONE && confidence !== CONCLUDED) continue
      const [name] = classesOf(pair.source[source] as string) as [string]
      const phrase = phrases.get(name) ?? new Set<string>()
      for (const {stem} of pair.target.slice(start, end)) phrase.add(stem)
      phrases.set(name, phrase)
    }
  }
  if (phrases.size === 0) return
  for (const state of states) {
    const {pair, freeSource, freeTarget} = state
    const found: InducedLink[] = []
    for (const source of freeSource) {
      const phrase = phrases.get(classesOf(pair.source[source] as string)[0] as string)
      if (!phrase) continue
      for (const [from, to] of runs([...freeTarget].filter((index) => phrase.has(pair.target[index]?.stem as string)))) {
        for (let start = from; start < to; start++) {
          const end = Math.min(to, start + phrase.size)
          const words = pair.target.slice(start, end)
          const distinct = new Set(map(words, ({stem}) => stem)).size === words.length
          if (distinct && words.some(({grammatical}) => !grammatical)) found.push({source, start, end, confidence: CONCLUDED})
        }
      }
    }
    // Longest first, then nearest to the diagonal.
    found.sort((a, b) => b.end - b.start - (a.end - a.start) || offset(pair, a.source, a.start) - offset(pair, b.source, b.start))
    for (const link of found) {
      const free = pair.target.slice(link.start, link.end).every((_, index) => freeTarget.has(link.start + index))
      if (free && freeSource.has(link.source)) take(state, link)
    }
  }
}

/** Links what remains: one word and one phrase, or equally many words on both sides, in order. */
function linkLeftOver(state: State): void {
  const {pair, freeSource, freeTarget} = state
  const sources = [...freeSource].sort((a, b) => a - b)
  const targets = [...freeTarget].sort((a, b) => a - b)
  const meant = targets.filter((index) => !pair.target[index]?.grammatical)
  if (sources.length === 1) {
    const candidates = map(runs(targets), (run) => content(pair, run)).filter(([start, end]) => end - start <= PHRASE)
    const meaningful = candidates.filter(([start]) => !pair.target[start]?.grammatical)
    const [only, second] = meaningful.length > 0 ? meaningful : candidates
    if (only && !second) take(state, {source: sources[0] as number, start: only[0], end: only[1], confidence: LEFT_OVER})
    return
  }
  const inOrder = [targets, meant].find((side) => side.length === sources.length) ?? []
  if (sources.length <= PHRASE) {
    for (const [index, target] of inOrder.entries()) take(state, {source: sources[index] as number, start: target, end: target + 1, confidence: IN_ORDER})
  }
}

/**
 * Returns the links of each pair, ordered by source word.
 *
 * @param meanings returns the stated senses of a key
 */
export function induceLinks(pairs: readonly WordPair[], meanings: (key: string) => SenseStems): InducedLink[][] {
  const clauses = dividePairs(pairs)
  const states = map(clauses, ({pair, index}): State => {
    const comparable = pair.source.length <= LONGEST && pair.target.length <= LONGEST
    const [freeSource, freeTarget] = [new Set(comparable ? pair.source.keys() : []), new Set(pair.target.keys())]
    return {pair, isWhole: pair === pairs[index], links: [], freeSource, freeTarget}
  })
  for (const state of states) linkKnown(state, meanings)
  for (const state of states) linkAlone(state)
  const classesOf = createStemClasses(new Set(flatMap(pairs, ({source}) => source)))
  linkPhrases(states, classesOf)
  linkRecurring(states, classesOf)
  for (const state of states) linkLeftOver(state)
  const found = map(pairs, (): InducedLink[] => [])
  for (const [i, {index, source, target}] of clauses.entries()) {
    for (const link of (states[i] as State).links)
      found[index]?.push({...link, source: source + link.source, start: target + link.start, end: target + link.end})
  }
  return map(found, (links) => links.sort((a, b) => a.source - b.source))
}
