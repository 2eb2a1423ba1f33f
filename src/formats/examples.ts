import type {AnnotatedStory, Entry, StandoffUtterance} from '../types.js'

/** A line of a story that a word stands in. */
export interface Example {
  /** As printed, every run of white space one space. */
  readonly text: string
  readonly translation?: string | undefined
  readonly story: AnnotatedStory
  readonly utterance: StandoffUtterance
}

/** The last line that begins at or before an offset; lines stand in the order of the text. */
function lineAt(utterances: readonly StandoffUtterance[], offset: number): StandoffUtterance | undefined {
  let [low, high] = [0, utterances.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((utterances[middle] as StandoffUtterance).start <= offset) low = middle + 1
    else high = middle
  }
  return utterances[low - 1]
}

/**
 * The lines that an entry's evidence stands in, those with a translation first, else in the order of the evidence, none twice.
 * Evidence of a story that is not among the given ones has no line.
 */
export function examplesFrom(stories: readonly AnnotatedStory[] = []): (entry: Entry) => Example[] {
  const byWork = new Map(stories.map((story) => [story.work, story]))
  const [only] = stories.length === 1 ? stories : []
  return ({evidence = []}) => {
    const examples = new Map<StandoffUtterance, Example>()
    for (const {work, start, end} of evidence) {
      const story = byWork.get(work) ?? (work === undefined ? only : undefined)
      const utterance = story && lineAt(story.standoff.utterances, start)
      if (!utterance || end > utterance.end) continue
      const text = story.source.slice(utterance.start, utterance.end).replace(/\s+/gu, ' ').trim()
      examples.set(utterance, {text, translation: utterance.translation, story, utterance})
    }
    const all = [...examples.values()]
    return [...all.filter(({translation}) => translation !== undefined), ...all.filter(({translation}) => translation === undefined)]
  }
}
