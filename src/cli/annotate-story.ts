import type {AnnotatorParts} from '../annotate/annotator-parts.js'
import type {Annotation, Options} from '../annotate/types.js'
import type {Tree} from '../source/types.js'
import type {LoadedStory} from './load-stories.js'

/** What reads a story: everything, of which a document brings its own parser. */
export async function storyParts({document}: Pick<LoadedStory, 'document'>): Promise<AnnotatorParts> {
  const {allParts} = await import('../annotate/all-parts.js')
  return document ? {...allParts, formats: [document.format]} : allParts
}

/** Annotates a story, named `work` unless the options name it. */
export async function annotateStory(story: LoadedStory, options: Omit<Options, 'format'>): Promise<Annotation<Tree>> {
  const {source, format, work, document} = story
  const given = {work, ...options, format}
  if (!document) return (await import('../annotate/annotate.js')).annotate(source, given)
  const {createAnnotator} = await import('../annotate/create-annotator.js')
  return createAnnotator(await storyParts(story))(source, given)
}
