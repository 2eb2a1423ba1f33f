import type {Entry} from '../../lexicon/types.js'
import type {AnnotatedStory} from '../../source/annotation-types.js'
import {createStoryLookup, utteranceAt} from './examples.js'

/** Returns a function that lists the URLs of an entry's evidence, in order and without duplicates. Ignores stories without `href`. */
export function createOccurrenceFinder(stories: readonly AnnotatedStory[] = []): (entry: Entry) => string[] {
  // Story pages have ids for terms (here by start offset) and for utterances.
  const storyOf = createStoryLookup(stories, (story) => ({story, terms: new Map(story.standoff.terms.map(({start, id}) => [start, id]))}))
  return ({evidence = []}) => {
    const addresses = evidence.flatMap((place) => {
      const {story, terms} = storyOf(place) ?? {}
      const mark = terms?.get(place.start) ?? (story && utteranceAt(story, place.start)?.id)
      return story?.href === undefined || mark === undefined ? [] : [`${story.href}#${mark}`]
    })
    return [...new Set(addresses)]
  }
}
