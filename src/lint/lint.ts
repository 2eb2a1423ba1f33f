import type {VFileMessage} from 'vfile-message'
import {openStory} from '../annotate/annotate.js'
import {analyseStory, prepareStory} from '../annotate/pipeline.js'
import type {Options, Source} from '../annotate/types.js'
import {type Proof, proofreadStory} from './proofread.js'

/**
 * Proof-reads a story that was annotated with the same options.
 *
 * @param annotation what `annotate` answered; `standoff` and `glossaries` of it are read
 * @param source the story as it was annotated
 * @returns messages in the order of the text: `source` is `'xenogloss'`, `ruleId` one of `ruleNames`, `place` what it is about, `note` a
 *   longer explanation in Markdown; where a mending is certain `actual` is what stands there, and the one item of `expected` what should
 * @throws TypeError for wrong options, that names the option and what it may be; never for any story
 */
export function proofread(annotation: Proof, source: Source, options: Options = {}): VFileMessage[] {
  const {tree, text, settings, problems} = openStory(source, options)
  return proofreadStory(prepareStory(tree, text, settings), annotation, {source: text, settings, problems})
}

/**
 * Proof-reads a story: everything that its author may have overlooked.
 *
 * @param options those of `annotate`; `rules` turns single rules off: `{'unknown-word': false}`
 * @returns as `proofread` does
 * @throws TypeError for wrong options, that names the option and what it may be; never for any story
 */
export function lint(source: Source, options: Options = {}): VFileMessage[] {
  const {tree, text, settings, problems} = openStory(source, options)
  const story = prepareStory(tree, text, settings)
  return proofreadStory(story, analyseStory(story, settings), {source: text, settings, problems})
}
