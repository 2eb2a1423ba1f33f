import type {VFileMessage} from 'vfile-message'
import type {AnnotatorParts} from '../annotate/annotator-parts.js'
import {openStory} from '../annotate/open-story.js'
import {analyseStory, prepareStory} from '../annotate/pipeline.js'
import type {Options, Source} from '../annotate/types.js'
import {proofreadStory} from './proofread.js'

/** Proofreads a story that an annotator of these parts would read. */
export function lintWith(parts: AnnotatorParts, source: Source, options: Options): VFileMessage[] {
  const {tree, text, settings, problems} = openStory(source, options, parts)
  const story = prepareStory(tree, text, settings)
  return proofreadStory(story, analyseStory(story, settings), {source: text, settings, problems})
}
