import {VFile} from 'vfile'
import type {SourceFormat} from '../source/format-types.js'
import type {Tree} from '../source/types.js'
import type {AnnotatorParts} from './annotator-parts.js'
import type {Problem} from './problem.js'
import {checkOptions} from './resolve-options.js'
import {resolveStoryOptions} from './resolve-story-options.js'
import type {Options, Source, StorySettings} from './types.js'

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
export function openStory(source: Source, given: Options, parts: AnnotatorParts): OpenedStory {
  const options = checkOptions(given)
  const text = textOf(source)
  const format = formatOf(options, parts)
  const tree = format.parse(text)
  return {tree, text, ...resolveStoryOptions({tree, text, format}, {...workOf(source), ...options}, parts)}
}

/** @throws TypeError for a format that the annotator does not have */
function formatOf({format}: Options, {formats}: AnnotatorParts): SourceFormat {
  const found = format === undefined ? formats[0] : formats.find(({name}) => name === format)
  if (found) return found
  throw new TypeError(`Option \`format\` must be one of ${formats.map(({name}) => `'${name}'`).join(', ')}, not '${format}'`)
}

/** A story is named after its file. */
const workOf = (source: Source): Pick<Options, 'work'> => (typeof source === 'object' && source.basename !== undefined ? {work: source.basename} : {})
