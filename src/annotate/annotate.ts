import type {Root as HastRoot} from 'hast'
import {VFile} from 'vfile'
import {sourceFormats} from '../source/source-formats.js'
import type {Tree} from '../source/types.js'
import {createAnnotationMessageData, createAnnotationMessages, type MessageData} from './messages.js'
import {analyseTree, annotateTree} from './pipeline.js'
import type {Problem} from './problem.js'
import {checkOptions} from './resolve-options.js'
import {resolveStoryOptions} from './resolve-story-options.js'
import type {Annotation, Options, Source, StorySettings} from './types.js'

/** A parsed story and its resolved options. */
interface OpenedStory {
  readonly tree: Tree
  readonly text: string
  readonly settings: StorySettings
  readonly problems: readonly Problem[]
}

const textOf = (source: unknown): string => {
  if (typeof source === 'string') return source
  if (source instanceof VFile || (typeof source === 'object' && source !== null && 'value' in source && 'messages' in source)) return String(source)
  throw new TypeError(`The source must be a string or a VFile, not ${source === null ? 'null' : typeof source}`)
}

/**
 * Parses a story and resolves the options given in code and in its front matter.
 *
 * @throws TypeError for wrong options, and for a source that is neither a string nor a VFile
 */
export function openStory(source: Source, given: Options): OpenedStory {
  const options = checkOptions(given)
  const text = textOf(source)
  const format = sourceFormats[options.format ?? 'markdown']
  const tree = format.parse(text)
  return {tree, text, ...resolveStoryOptions({tree, text, format}, {...workOf(source), ...options})}
}

/** A story is named after its file. */
const workOf = (source: Source): Pick<Options, 'work'> => (typeof source === 'object' && source.basename !== undefined ? {work: source.basename} : {})

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
  const {tree, text, settings, problems} = openStory(source, options)
  const data = annotateTree(tree, text, settings)
  return {tree, ...data, messages: createAnnotationMessages(text, {...data, problems}, settings)}
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
  const {tree, text, settings, problems} = openStory(source, options)
  const data = analyseTree(tree, text, settings)
  return {...data, messages: createAnnotationMessageData(text, {...data, problems}, settings)}
}
