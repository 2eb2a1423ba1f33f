import type {Host} from '../../hosts/types.js'
import {firstEndingAfter} from '../../prose/spans.js'
import {isCapitalized} from '../../prose/word-shape.js'
import type {Passage} from '../../source/types.js'
import {memoizeWords} from '../../util/memoize-words.js'
import {OTHER_WORD, WORD_CLASS} from '../chain/word-classes.js'
import type {Stretches} from '../find-stretches.js'
import {logOdds} from '../log-odds.js'
import type {Candidate, GlossCandidate, Survey} from '../types.js'
import {FINDING_FEATURES, type FindingFeature} from './finding-feature-names.js'
import {indexGlosses} from './index-glosses.js'

/** Log-odds from which a word is nearly sure, and from which it is rather foreign than not. */
const SURE = 2.2
const LIKELY = 0

/** Code of what both sources say of the bounds of a finding. */
export const BOUNDS = {chain: 0, clues: 1, both: 2} as const

/** A stretch that may become a finding. */
export interface Proposal {
  readonly finding: Candidate
  /** Which source has these bounds. */
  readonly bounds: (typeof BOUNDS)[keyof typeof BOUNDS]
  /** Confidence of the clues in what overlaps it; undefined if they find nothing there. */
  readonly byClues: number | undefined
}

/** Codes of what stands before a finding and behind it. */
const BEFORE: readonly (readonly [string, number])[] = [
  ['"“‘«„', 1],
  ['*_', 2],
  ['([', 3],
]
const BEHIND: readonly (readonly [string, number])[] = [
  ['.!?…', 1],
  [',', 2],
  ['"”’»“', 3],
  ['([—–-', 4],
  ['*_', 5],
]
const SPACE = 6
const ANOTHER = 7
function codeOf(character: string | undefined, codes: readonly (readonly [string, number])[]): number {
  if (character === undefined) return 0
  return codes.find(([characters]) => characters.includes(character))?.[1] ?? (/\s/u.test(character) ? SPACE : ANOTHER)
}

const ZONES = {speech: 0, bracket: 1, narration: 2, emphasis: 3} as const
/** Of a stretch that the clues do not find, in log-odds. */
const NOT_FOUND = -9

/** Classes of words that speakers of the host language say rather than write: slang, dialect, sounds. */
const SPOKEN: ReadonlySet<number> = new Set([WORD_CLASS.informal, WORD_CLASS.respelt, WORD_CLASS.noise, WORD_CLASS.clitic])

/** What is known of a story besides the stretches. */
export interface FindingContext {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Pick<Host, 'likeness'>
  readonly glossCandidates: readonly GlossCandidate[]
  /** Probability that a word, seen alone, is of a language that fiction quotes, 0..1. */
  readonly recognize: (key: string) => number
}

/** How often each word of a story is nearly sure to be foreign, by key. */
function countSure({story: {tokens, keyOf, keys}, odds}: Pick<Stretches, 'story' | 'odds'>) {
  const sureTimes = new Int32Array(keys)
  const times = new Int32Array(keys)
  const inRuns = new Int32Array(keys)
  let words = 0
  let sure = 0
  for (let token = 0; token < odds.length; token++) {
    const key = keyOf[tokens.forms[token] as number] as number
    times[key]!++
    if ((odds[token] as number) < SURE) continue
    words++
    if (sureTimes[key]!++ === 0) sure++
    if ((odds[token - 1] ?? 0) >= SURE || (odds[token + 1] ?? 0) >= SURE) inRuns[key]!++
  }
  return {sureTimes, times, inRuns, words, sure}
}

/** Sums of the odds, and of the words that are rather foreign, up to each word of the story. */
function sumUp(odds: Float64Array) {
  const sums = new Float64Array(odds.length + 1)
  const foreign = new Int32Array(odds.length + 1)
  for (let token = 0; token < odds.length; token++) {
    sums[token + 1] = (sums[token] as number) + (odds[token] as number)
    foreign[token + 1] = (foreign[token] as number) + ((odds[token] as number) > LIKELY ? 1 : 0)
  }
  const between = (array: Float64Array | Int32Array, start: number, end: number): number => (array[end] as number) - (array[start] as number)
  return {
    oddsIn: (start: number, end: number) => between(sums, start, end),
    foreignIn: (start: number, end: number) => between(foreign, start, end),
  }
}

/** How many words up to each of the story are spoken rather than written. */
function countSpoken({tokens, words: {wordClass}}: Stretches['story'], count: number): Int32Array {
  const sums = new Int32Array(count + 1)
  for (let token = 0; token < count; token++)
    sums[token + 1] = (sums[token] as number) + (SPOKEN.has(wordClass[tokens.forms[token] as number] as number) ? 1 : 0)
  return sums
}

/** Creates the function that describes a finding by its features; the array is overwritten by the next call. */
export function createFindingFeatures(
  stretches: Pick<Stretches, 'story' | 'odds'>,
  {passages, survey, host, glossCandidates, recognize}: FindingContext,
): (proposal: Proposal) => Float64Array {
  const {story, odds} = stretches
  const {tokens, keyOf, words, forms} = story
  const {uses} = survey
  const glossAt = indexGlosses(glossCandidates)
  const counts = countSure(stretches)
  const {oddsIn, foreignIn} = sumUp(odds)
  const spoken = countSpoken(story, odds.length)
  const spokenIn = (start: number, end: number): number => (spoken[end] as number) - (spoken[start] as number)
  const recognised = memoizeWords(recognize)
  const likenessOf = memoizeWords(host.likeness)
  const features = new Float64Array(FINDING_FEATURES.length)
  const at = Object.fromEntries(FINDING_FEATURES.map((name, index) => [name, index])) as Record<FindingFeature, number>
  const set = (name: FindingFeature, value: number): void => {
    features[at[name]] = value
  }
  const oddsAt = (token: number): number => odds[token] as number

  /** The words by themselves and in the story. */
  function describeWords(first: number, count: number): number {
    const classes = new Float64Array(7)
    const own = new Map<number, number>()
    let [sum, lowest, highest] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    let [wordSum, lowestWord, highestWord, spelling, letters, likeness] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0]
    let [likenessSum, best, recognisedSum, capitals, names, capitalUses, narrated, called, total] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    let [runs, share, most] = [Number.POSITIVE_INFINITY, 1, 0]
    for (let token = first; token < first + count; token++) {
      const index = tokens.forms[token] as number
      const form = forms[index] as (typeof forms)[number]
      const {key, keyIndex} = form
      const odds_ = oddsAt(token)
      sum += odds_
      lowest = Math.min(lowest, odds_)
      highest = Math.max(highest, odds_)
      const word = survey.wordOdds(form)
      wordSum += word
      lowestWord = Math.min(lowestWord, word)
      highestWord = Math.max(highestWord, word)
      spelling += survey.spellingOdds(key)
      letters += key.length
      const like = likenessOf(key)
      likeness = Math.max(likeness, like)
      likenessSum += like
      const probability = recognised(key)
      best = Math.max(best, probability)
      recognisedSum += probability
      if (isCapitalized(form.surface)) capitals++
      if (survey.names.has(key)) names++
      const times = Math.max(1, uses.total[keyIndex] as number)
      capitalUses += (uses.capitalised[keyIndex] as number) / times
      narrated += (uses.narrated[keyIndex] as number) / times
      called += (uses.called[keyIndex] as number) / times
      total += Math.log1p(times)
      const rough = words.coarse[index] as number
      classes[rough]!++
      const number = keyOf[index] as number
      const isSure = odds_ >= SURE
      if (isSure) own.set(number, (own.get(number) ?? 0) + 1)
      else if (!own.has(number)) own.set(number, 0)
      if (rough === OTHER_WORD) continue
      // What the other places of its least known word say.
      const isInRun = isSure && ((odds[token - 1] ?? 0) >= SURE || (odds[token + 1] ?? 0) >= SURE)
      runs = Math.min(runs, (counts.inRuns[number] as number) - (isInRun ? 1 : 0))
      const others = (counts.times[number] as number) - 1
      if (others > 0) share = Math.min(share, ((counts.sureTimes[number] as number) - (isSure ? 1 : 0)) / others)
      most = Math.max(most, others)
    }
    let elsewhere = counts.sure
    let sure = 0
    for (const [key, times] of own) {
      sure += times
      if (times > 0 && times === counts.sureTimes[key]) elsewhere--
    }
    set('meanOdds', sum / count)
    set('lowestOdds', lowest)
    set('highestOdds', highest)
    set('wordOdds', wordSum / count)
    set('lowestWordOdds', lowestWord)
    set('highestWordOdds', highestWord)
    set('spelling', spelling / count)
    set('likeness', likeness)
    set('meanLikeness', likenessSum / count)
    set('recognised', best)
    set('meanRecognised', recognisedSum / count)
    set('classFirst', words.wordClass[tokens.forms[first] as number] as number)
    set('classLast', words.wordClass[tokens.forms[first + count - 1] as number] as number)
    for (const [index, name] of (['Host', 'Rare', 'Listed', 'Unknown', 'Capital', 'Other', 'Name'] as const).entries())
      set(`share${name}`, (classes[index] as number) / count)
    set('shareSpoken', spokenIn(first, first + count) / count)
    set('kinds', own.size)
    set('letters', letters / count)
    set('capitals', capitals)
    set('shareCapitals', capitals / count)
    set('beginsCapital', isCapitalized(forms[tokens.forms[first] as number]?.surface as string) ? 1 : 0)
    set('namesOfStory', names / count)
    set('capitalUses', capitalUses / count)
    set('narratedUses', narrated / count)
    set('calledUses', called / count)
    set('uses', total / count)
    set('otherUses', most)
    set('shareFound', most > 0 ? share : -1)
    set('foundInRuns', Math.min(runs, 99))
    set('foundElsewhere', elsewhere)
    return sure
  }

  return ({finding, bounds, byClues}) => {
    const {kind, words: range, sentence: index, start, end} = finding
    const passage = passages[finding.passage] as Passage
    const {text, tokens: own, emphases} = passage
    const count = range.end - range.start
    const sure = describeWords(own.start + range.start, count)
    const sentence = passage.sentences[index]
    const within = sentence?.words ?? range
    /** What a sum over its sentence has beside its own words; a finding may go beyond its sentence. */
    const besides = (sum: (from: number, to: number) => number): number =>
      sum(own.start + Math.min(within.start, range.start), own.start + range.start) + sum(own.start + range.end, own.start + Math.max(within.end, range.end))
    const restWords = besides((from, to) => to - from)
    const emphasis = emphases[firstEndingAfter(emphases, start)]
    set('oddsBefore', range.start > 0 ? oddsAt(own.start + range.start - 1) : 0)
    set('oddsBehind', own.start + range.end < own.end ? oddsAt(own.start + range.end) : 0)
    set('restOdds', restWords > 0 ? besides(oddsIn) / restWords : 0)
    set('restForeign', restWords > 0 ? besides(foreignIn) / restWords : 0)
    set('passageForeign', foreignIn(own.start, own.end) / (own.end - own.start))
    set('storyForeign', (counts.words - sure) / odds.length)
    set('clues', byClues === undefined ? NOT_FOUND : logOdds(byClues))
    set('bounds', bounds)
    set('gloss', glossAt(finding.passage, end, kind))
    set('kind', kind === 'line' ? 0 : 1)
    set('words', count)
    set('before', codeOf(text[start - 1], BEFORE))
    set('behind', codeOf(text[end], BEHIND))
    set('sentenceWords', within.end - within.start)
    set('shareSentence', count / Math.max(1, within.end - within.start))
    set('passageWords', own.end - own.start)
    set('zone', sentence ? ZONES[sentence.zone] : ZONES.narration)
    set('emphasised', emphasis !== undefined && emphasis.start <= start && end <= emphasis.end + 1 ? 1 : 0)
    set('heading', passage.heading ? 1 : 0)
    const others = Math.max(1, own.end - own.start - count)
    set('passageSpoken', (spokenIn(own.start, own.end) - spokenIn(own.start + range.start, own.start + range.end)) / others)
    set('storySpoken', (spoken[odds.length] as number) / odds.length)
    set('storyWords', odds.length)
    set('storyKind', words.kind)
    return features
  }
}
