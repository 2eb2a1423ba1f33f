import type {Entry} from '../../lexicon/types.js'
import type {AnnotatedStory} from '../../source/annotation-types.js'
import {byEvidence, lineAt} from './example-lines.js'

/** Addresses of the places where an entry's evidence stands, in the order of the evidence; of stories that have an address, and none twice. */
export function occurrencesIn(stories: readonly AnnotatedStory[] = []): (entry: Entry) => string[] {
  // What is marked on a story's page: words, by where they begin, and lines.
  const storyOf = byEvidence(stories, (story) => ({story, terms: new Map(story.standoff.terms.map(({start, id}) => [start, id]))}))
  return ({evidence = []}) => {
    const addresses = evidence.flatMap((place) => {
      const {story, terms} = storyOf(place) ?? {}
      const mark = terms?.get(place.start) ?? (story && lineAt(story, place.start)?.id)
      return story?.href === undefined || mark === undefined ? [] : [`${story.href}#${mark}`]
    })
    return [...new Set(addresses)]
  }
}
