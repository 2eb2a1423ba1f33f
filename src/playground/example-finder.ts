import type {Entry} from '../lexicon/types.js'
import type {StoryLine} from './background/protocol.js'
import type {TableExample} from './table/entry-details.js'

/** Returns a function that finds the lines of the story in which a word occurs, those with a translation first. */
export function createLineFinder(lines: readonly StoryLine[]): (entry: Entry) => TableExample[] {
  const lineAt = (offset: number): StoryLine | undefined => {
    let [low, high] = [0, lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lines[middle] as StoryLine).end > offset) high = middle
      else low = middle + 1
    }
    const line = lines[low]
    return line && line.start <= offset ? line : undefined
  }
  return ({evidence = []}) => {
    const found = new Map<StoryLine, TableExample>()
    for (const {start} of evidence) {
      const line = lineAt(start)
      if (line && !found.has(line)) found.set(line, {text: line.text, translation: line.translation, start: line.start})
    }
    const all = [...found.values()]
    return [...all.filter(({translation}) => translation !== undefined), ...all.filter(({translation}) => translation === undefined)]
  }
}
