import {type ChainStory, type FirstFindings, passageReader, readFeatures} from './chain-story.js'
import {chainRoom, moveTable, readChain} from './forward-backward.js'
import {foundWords} from './found-words.js'
import {edgesBefore} from './layout.js'
import {FEATURE_ROOM, type FeatureList, placeFeatures} from './place-features.js'
import {addHabits, noHabits, storyFeatures} from './story-features.js'
import {sumFound} from './sums.js'
import {CAPITAL_WORD, LISTED_WORD, UNKNOWN_WORD} from './word-classes.js'

/** Weights of one reading: of its features, then of the moves over each edge. */
export interface ChainWeights {
  readonly features: Float64Array
  readonly transitions: Float64Array
}

/** One reading of a story: the probability that each word is foreign. */
export function readOnce(
  story: ChainStory,
  {features, transitions}: ChainWeights,
  {found, besides}: {found?: Float64Array; besides?: Float64Array} = {},
): Float64Array {
  const count = story.passages.at(-1)?.tokens.end ?? 0
  const odds = new Float64Array(count)
  const edges = new Uint16Array(count)
  const result = new Float64Array(count)
  const moves = moveTable(transitions)
  const room = chainRoom()
  readFeatures(
    story,
    {
      word: (token, {ids, count: length}, bits) => {
        let sum = besides === undefined ? 0 : (besides[token] as number)
        for (let i = 0; i < length; i++) sum += features[ids[i] as number] as number
        odds[token] = sum
        edges[token] = bits
      },
      passage: (first, length) => readChain(odds, edges, first, length, moves, result, room),
    },
    found,
  )
  return result
}

/** A passage none of whose words is more probable than this after the first reading is not read again. */
const HOPELESS = 0.003

/** Words of a story from which passages may be left unread, for speed. */
const LONG_STORY = 1500

/** Probability of the words of a passage that is not read at all. */
const FAINT = 1e-4

/** Marks beside which even words of the host's may be another language's. */
const MARKS = /[~<>=|^*⟨《〈→]/u

/** Whether a passage has nothing that could be foreign: only words that the host knows, no emphasis, no bracket, note or unusual mark. */
function isPlain({passages, tokens: {forms}, words: {coarse}}: ChainStory, index: number): boolean {
  const {tokens, emphases, brackets, references, text} = passages[index] as (typeof passages)[number]
  if (emphases.length > 0 || brackets.length > 0 || references.length > 0 || (passages[index + 1]?.brackets.length ?? 0) > 0) return false
  for (let token = tokens.start; token < tokens.end; token++) {
    const rough = coarse[forms[token] as number]
    if (rough === LISTED_WORD || rough === UNKNOWN_WORD || rough === CAPITAL_WORD) return false
  }
  return !MARKS.test(text)
}

/** What each printed form weighs by itself. */
function oddsOfForms({forms, words: {features, starts, prior}}: ChainStory, weights: Float64Array): Float64Array {
  const odds = new Float64Array(forms.length)
  for (let form = 0; form < forms.length; form++) {
    let sum = prior[form] as number
    for (let at = starts[form] as number; at < (starts[form + 1] as number); at++) sum += weights[features[at] as number] as number
    odds[form] = sum
  }
  return odds
}

/**
 * Both readings of a story: the probability that each word is foreign, before and after what the first finds is known. The same as `readOnce`
 * twice, but for passages without hope; what both readings know of a place is looked at once.
 */
export function readTwice(
  story: ChainStory,
  {first, second}: {first: ChainWeights; second: ChainWeights},
  besides?: Float64Array,
): {before: Float64Array; found: Float64Array; first: FirstFindings} {
  const {passages, tokens, forms: printed, keyOf} = story
  const {forms} = tokens
  const count = passages.at(-1)?.tokens.end ?? 0
  const [oddsOfFirst, oddsOfSecond] = [oddsOfForms(story, first.features), oddsOfForms(story, second.features)]
  const odds = new Float64Array(count)
  const later = new Float64Array(count)
  const edges = new Uint16Array(count)
  const before = new Float64Array(count)
  const room = chainRoom()
  const read = passageReader(story)
  const habits = noHabits()
  const list: FeatureList = {ids: new Int32Array(FEATURE_ROOM), count: 0}
  const {ids} = list
  const [firstMoves, secondMoves] = [moveTable(first.transitions), moveTable(second.transitions)]
  const isHopeful = new Uint8Array(passages.length)
  for (let index = 0; index < passages.length; index++) {
    const {start, end} = (passages[index] as (typeof passages)[number]).tokens
    if (start === end) continue
    if (count >= LONG_STORY && isPlain(story, index)) {
      before.fill(FAINT, start, end)
      continue
    }
    const reading = read(index)
    for (let token = start; token < end; token++) {
      const form = forms[token] as number
      list.count = 0
      placeFeatures(list, token - start, reading)
      let [one, two] = [oddsOfFirst[form] as number, oddsOfSecond[form] as number]
      for (let i = 0; i < list.count; i++) {
        const id = ids[i] as number
        one += first.features[id] as number
        two += second.features[id] as number
      }
      const outside = besides === undefined ? 0 : (besides[token] as number)
      odds[token] = one + outside
      later[token] = two + outside
      edges[token] = edgesBefore(reading.layout, token - start)
    }
    readChain(odds, edges, start, end - start, firstMoves, before, room)
    sumFound(reading.sums, start, end - start, before)
    addHabits(habits, reading)
    for (let token = start; token < end; token++) if ((before[token] as number) > HOPELESS) isHopeful[index] = 1
  }
  const found = before.slice()
  const met = foundWords(printed, forms, before, story)
  for (let index = 0; index < passages.length; index++) {
    if (isHopeful[index] === 0) continue
    const {start, end} = (passages[index] as (typeof passages)[number]).tokens
    const reading = read(index, before)
    for (let token = start; token < end; token++) {
      list.count = 0
      storyFeatures(list, token - start, reading, {first: before, words: met, habits, keyOf})
      let sum = later[token] as number
      for (let i = 0; i < list.count; i++) sum += second.features[ids[i] as number] as number
      odds[token] = sum
    }
    readChain(odds, edges, start, end - start, secondMoves, found, room)
  }
  return {before, found, first: {words: met, habits}}
}
