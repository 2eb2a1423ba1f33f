import type {Host} from '../../hosts/types.js'
import type {PrintedForm, Tokens} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import type {Survey} from '../types.js'
import {readExplanations} from './explained.js'
import {type FoundWords, foundWords} from './found-words.js'
import {edgesBefore, emptyLayout, layOut} from './layout.js'
import {FEATURE_ROOM, type FeatureList, type PassageReading, placeFeatures} from './place-features.js'
import {addHabits, type Habits, noHabits, storyFeatures} from './story-features.js'
import {readForms, type StoryWords} from './story-words.js'
import {emptySums, sumUp} from './sums.js'

/** A story as the chain reads it. */
export interface ChainStory {
  readonly passages: readonly Passage[]
  readonly tokens: Tokens
  readonly forms: readonly PrintedForm[]
  readonly host: Host
  readonly words: StoryWords
  readonly keyOf: Int32Array
  readonly keys: number
  /** By printed form: whether a word leads from a word to its meaning; what it says of the word behind it. */
  readonly isCue: Uint8Array
  readonly leads: Uint8Array
  /** By printed form: words with which somebody says what was said. */
  readonly says: Uint8Array
}

export function chainStory(
  passages: readonly Passage[],
  {survey, host}: {survey: Pick<Survey, 'forms' | 'tokens' | 'names' | 'uses' | 'isFramedKey'>; host: Host},
): ChainStory {
  const {forms, tokens, names, uses, isFramedKey} = survey
  const keyOf = new Int32Array(forms.length)
  let keys = 0
  const isCue = new Uint8Array(forms.length)
  const leads = new Uint8Array(forms.length)
  const says = new Uint8Array(forms.length)
  const strong = new Set(host.glossing.means.cues.flatMap((words) => (words.length === 1 ? words : [])))
  const weak = new Set([...host.glossing.or.cues.flat(), ...host.naming.behind])
  const reports = new Set(host.naming.reports)
  const leadKinds = new Map(host.naming.before.flatMap((words, kind) => words.map((key) => [key, kind + 1] as const)))
  for (let form = 0; form < forms.length; form++) {
    const {key, keyIndex} = forms[form] as PrintedForm
    keyOf[form] = keyIndex
    keys = Math.max(keys, keyIndex + 1)
    if (strong.has(key)) isCue[form] = 1
    else if (weak.has(key)) isCue[form] = 2
    if (strong.has(key) || reports.has(key)) says[form] = 1
    leads[form] = leadKinds.get(key) ?? 0
  }
  const count = passages.at(-1)?.tokens.end ?? 0
  const hasEmphasis = passages.some(({emphases}) => emphases.length > 0)
  const formCounts = new Int32Array(forms.length)
  for (let token = 0; token < count; token++) formCounts[tokens.forms[token] as number]!++
  const words = readForms(forms, {formCounts, host, uses, names, isFramedKey, words: count, hasEmphasis})
  return {passages, tokens, forms, host, words, keyOf, keys, isCue, leads, says}
}

/** What visits the words of a story with their features. */
export interface Visitor {
  /** By passage: whether its words are shown; all, where absent. */
  readonly wanted?: Uint8Array
  /** Called for every word; `list` is written anew each time. */
  readonly word: (token: number, list: FeatureList, edges: number) => void
  readonly passage?: (first: number, count: number, index: number) => void
}

/** Reads passages one at a time, always into the same room: what is read holds until the next is. */
export function passageReader({passages, tokens, host, words, isCue, leads, says}: ChainStory): (index: number, found?: Float64Array) => PassageReading {
  const layout = emptyLayout()
  const sums = emptySums()
  const order = host.order?.()
  let after = new Uint8Array(64)
  return (index, found) => {
    const passage = passages[index] as Passage
    layOut(layout, passage, tokens)
    if (after.length < layout.count) after = new Uint8Array(2 * layout.count)
    sumUp(sums, words, tokens, layout, order, found)
    readExplanations(after, layout, sums, {passage, next: passages[index + 1], isCue, says, tokens})
    return {passage, layout, sums, after, words, forms: tokens.forms, leads}
  }
}

/** What the first reading has found in a story, and how the story treats it. */
export interface FirstFindings {
  readonly words: FoundWords
  readonly habits: Habits
}

const isEmpty = ({tokens: {start, end}}: Passage): boolean => start === end

/** Sums up what the first reading has found; reads the whole story. */
function sumUpFindings(story: ChainStory, found: Float64Array): FirstFindings {
  const read = passageReader(story)
  const habits = noHabits()
  for (const [index, passage] of story.passages.entries()) if (!isEmpty(passage)) addHabits(habits, read(index, found))
  return {words: foundWords(story.forms, story.tokens.forms, found, story), habits}
}

/**
 * Reads a story and shows the features of every word; those of the second reading too, where the first has found something.
 *
 * @param first what was found, if it has been summed up already
 */
export function readFeatures(story: ChainStory, visitor: Visitor, found?: Float64Array, first = found && sumUpFindings(story, found)): void {
  const {passages, tokens, words, keyOf} = story
  const {forms} = tokens
  const read = passageReader(story)
  const list: FeatureList = {ids: new Int32Array(FEATURE_ROOM), count: 0}
  const {features, starts} = words
  for (let index = 0; index < passages.length; index++) {
    if (isEmpty(passages[index] as Passage) || visitor.wanted?.[index] === 0) continue
    const {start, end} = (passages[index] as Passage).tokens
    const reading = read(index, found)
    for (let i = 0; i < end - start; i++) {
      const form = forms[start + i] as number
      let n = 0
      for (let at = starts[form] as number; at < (starts[form + 1] as number); at++) list.ids[n++] = features[at] as number
      list.count = n
      placeFeatures(list, i, reading)
      if (found && first) storyFeatures(list, i, reading, {first: found, words: first.words, habits: first.habits, keyOf})
      visitor.word(start + i, list, edgesBefore(reading.layout, i))
    }
    visitor.passage?.(start, end - start, index)
  }
}
