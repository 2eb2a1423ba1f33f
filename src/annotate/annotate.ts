import type {Root as HastRoot} from 'hast'
import {VFile} from 'vfile'
import {parseHtml} from '../source/html/parse-html.js'
import {parse} from '../source/parse.js'
import type {Tree} from '../source/types.js'
import {applyFrontMatter, type Problem} from './apply-front-matter.js'
import {type MessageData, notes, notesOf} from './messages.js'
import {analyseTree, annotateTree} from './pipeline.js'
import {resolveOptions} from './resolve-options.js'
import type {Annotation, Options, ResolvedOptions, Source} from './types.js'

/** A story, parsed, and how it is to be read. */
interface Opened {
  readonly tree: Tree
  readonly text: string
  readonly settings: ResolvedOptions
  readonly problems: readonly Problem[]
}

const textOf = (source: unknown): string => {
  if (typeof source === 'string') return source
  if (source instanceof VFile || (typeof source === 'object' && source !== null && 'value' in source && 'messages' in source)) return String(source)
  throw new TypeError(`The source must be a string or a VFile, not ${source === null ? 'null' : typeof source}`)
}

/**
 * Parses a story and heeds what it says of itself.
 *
 * @throws TypeError for wrong options, and for what is no story
 */
export function openStory(source: Source, options: Options): Opened {
  const named = typeof source === 'object' && source?.basename !== undefined ? {work: source.basename} : {}
  const given = resolveOptions(typeof options === 'object' && options !== null ? {...named, ...options} : options)
  const text = textOf(source)
  const tree = given.format === 'html' ? parseHtml(text) : parse(text, given)
  return {tree, text, ...applyFrontMatter(tree, text, options, given)}
}

/**
 * Finds the lines of invented languages in a story, pairs them with the author's translations, and looks their words up.
 *
 * @param source the story; a `VFile` is read and left as it is
 * @returns `tree`: mdast, with `utterance`, `gloss`, `translation` and `term` nodes around the text, not one character of which is
 *   changed; for HTML hast, where the same are `span` elements with `data.xenogloss`; `standoff`: the same beside the text, in UTF-16
 *   offsets into `source`; `glossary`: what the story teaches of its language; `glossaries`: the same of each of its languages;
 *   `messages`: what a proof-reader would note
 * @throws TypeError for wrong options, that names the option and what it may be; never for any story
 */
export function annotate(source: Source, options: Options & {readonly format: 'html'}): Annotation<HastRoot>
export function annotate(source: Source, options?: Options & {readonly format?: 'markdown' | 'text'}): Annotation
export function annotate(source: Source, options?: Options): Annotation<Tree>
export function annotate(source: Source, options: Options = {}): Annotation<Tree> {
  const {tree, text, settings, problems} = openStory(source, options)
  const data = annotateTree(tree, text, settings)
  return {tree, ...data, messages: notes(text, {...data, problems}, settings)}
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
  return {...data, messages: notesOf(text, {...data, problems}, settings)}
}
