import type {Root as HastRoot} from 'hast'
import type {Tree} from '../source/types.js'
import {lazy} from '../util/lazy.js'
import {allParts} from './all-parts.js'
import {createAnnotator} from './create-annotator.js'
import {createAnnotationMessageData, type MessageData} from './messages.js'
import {openStory} from './open-story.js'
import {analyseTree} from './pipeline.js'
import type {Annotation, Options, Source} from './types.js'

const annotateWithAll = lazy(() => createAnnotator(allParts))

/**
 * Finds the utterances of invented languages in a story, pairs them with the author's translations, and looks their words up.
 *
 * @param source the story; a `VFile` is not modified
 * @returns `tree`: mdast, with `utterance`, `gloss`, `translation` and `term` nodes around the text, not one character of which is
 *   changed; for HTML hast, where the same are `span` elements with `data.xenogloss`; `standoff`: the same beside the text, in UTF-16
 *   offsets into `source`; `glossary`: entries learned from the story; `glossaries`: one for each of its languages; `messages`: the
 *   remarks of a proof-reader
 * @throws TypeError for wrong options, naming the option and what it may be; never for the content of a story
 */
export function annotate(source: Source, options: Options & {readonly format: 'html'}): Annotation<HastRoot>
export function annotate(source: Source, options?: Options & {readonly format?: 'markdown' | 'text'}): Annotation
export function annotate(source: Source, options?: Options): Annotation<Tree>
export function annotate(source: Source, options: Options = {}): Annotation<Tree> {
  return annotateWithAll()(source, options)
}

/** What `annotate` gives beside the tree, its messages as data. */
export interface StandoffAnnotation extends Omit<Annotation<Tree>, 'tree' | 'messages'> {
  readonly messages: readonly MessageData[]
}

/**
 * What `annotate` says beside the tree, for those who read many stories and look at no tree: weaving is a fifteenth of the time.
 *
 * @throws TypeError as `annotate` does
 */
export function annotateStandoff(source: Source, options: Options = {}): StandoffAnnotation {
  const {tree, text, settings, problems} = openStory(source, options, allParts)
  const data = analyseTree(tree, text, settings)
  return {...data, messages: createAnnotationMessageData(text, {...data, problems}, settings)}
}
