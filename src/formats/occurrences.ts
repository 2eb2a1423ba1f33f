import type {AnnotatedStory, Entry, SourceSpan} from '../types.js'

/** What of a story's standoff is marked on its page: words by where they begin, lines in the order of the text. */
function marksOf({standoff}: AnnotatedStory): (at: SourceSpan) => string | undefined {
  const terms = new Map(standoff.terms.map(({start, id}) => [start, id]))
  const lines = standoff.utterances
  return ({start}) => {
    let [low, high] = [0, lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lines[middle]?.start as number) <= start) low = middle + 1
      else high = middle
    }
    const line = lines[low - 1]
    return terms.get(start) ?? (line && start < line.end ? line.id : undefined)
  }
}

/** Addresses of the places where an entry's evidence stands, in the order of the evidence; of stories that have an address, and none twice. */
export function occurrencesIn(stories: readonly AnnotatedStory[] = []): (entry: Entry) => string[] {
  const byWork = new Map(stories.map((story) => [story.work, {href: story.href, markAt: marksOf(story)}]))
  const only = stories.length === 1 ? [...byWork.values()][0] : undefined
  return ({evidence = []}) => {
    const addresses = evidence.flatMap((at) => {
      const story = byWork.get(at.work) ?? (at.work === undefined ? only : undefined)
      const mark = story?.markAt(at)
      return story?.href === undefined || mark === undefined ? [] : [`${story.href}#${mark}`]
    })
    return [...new Set(addresses)]
  }
}
