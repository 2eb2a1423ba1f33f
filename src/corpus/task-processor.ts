import {annotateStandoff, type StandoffAnnotation} from '../annotate/annotate.js'
import {loadStoryHosts} from '../annotate/load-story-hosts.js'
import {withLexicons} from '../annotate/resolve-options.js'
import {map} from '../util/lists.js'
import {createByteBuilder} from './byte-builder.js'
import type {Field, StoryOptions} from './corpus-options.js'
import {errorResult} from './error-result.js'
import {appendGlossaries, createContribution, type GlossaryContribution, serializeGlossary} from './glossary-contribution.js'
import {describeReference, type InputStory, type RejectedStory, type StoryReference, toReference} from './input-story.js'
import {type ParsedStory, parseStoryLine, readStoryFile} from './read-story.js'
import {parseResult} from './result-file.js'

export interface ProcessorOptions {
  readonly options: StoryOptions
  readonly fields: readonly Field[]
  /** Whether the run merges a glossary. */
  readonly collectsGlossary: boolean
  /** Maximum size of one story, in bytes. */
  readonly maxBytes: number
}

/** A story to annotate, an existing result to reuse, or both. */
export interface Task {
  /** Absent when only results are merged. */
  readonly story?: InputStory | undefined
  /** The line of results that an earlier run wrote for the story. */
  readonly earlier?: Uint8Array | undefined
  /** Position of that line: `file:line`. */
  readonly location?: string | undefined
}

export interface TaskResult extends StoryReference {
  /** One line of results. */
  readonly bytes: Uint8Array
  /** Why there is no result. */
  readonly error?: string | undefined
  /** Set if the earlier line does not belong to the story; the run must stop. */
  readonly mismatch?: string | undefined
  readonly contribution?: GlossaryContribution | undefined
}

async function readInputStory(story: InputStory, maxBytes: number): Promise<ParsedStory | RejectedStory> {
  if ('error' in story) return story
  return 'path' in story ? readStoryFile(story, maxBytes) : parseStoryLine(story)
}

/** The fields of a message that a result contains. */
const toPlainMessage = ({ruleId, reason, place}: StandoffAnnotation['messages'][number]) => ({ruleId, reason, place})

/** Checks that an earlier result belongs to the story, and reads its glossaries. */
function reuseResult(story: ParsedStory | RejectedStory | undefined, earlier: Uint8Array, collectsGlossary: boolean): TaskResult {
  const result = parseResult(earlier)
  if (!result) return {bytes: earlier, mismatch: 'expected a line written by `corpus`; choose another file'}
  const reference: StoryReference = !story ? toReference(result) : 'error' in story ? toReference(story) : {id: story.id}
  if (story && (result.id !== reference.id || result.line !== reference.line))
    return {
      ...reference,
      bytes: earlier,
      mismatch: `expected the result of ${describeReference(reference)}, got that of ${describeReference(result)}; pass the stories that the results were made from, in the same order, or choose another file`,
    }
  if (result.error !== undefined) return {...reference, bytes: earlier, error: result.error}
  if (!collectsGlossary) return {...reference, bytes: earlier}
  if (!Array.isArray(result.glossaries))
    return {...reference, bytes: earlier, mismatch: 'expected a result with `glossaries`, which a merged glossary needs; recreate the results with that field'}
  return {...reference, bytes: earlier, contribution: createContribution(map(result.glossaries, serializeGlossary))}
}

/**
 * Returns a function that turns the bytes of a story into the bytes of its result, so that nothing sent between processes has to be parsed or
 * printed elsewhere.
 *
 * @throws TypeError for invalid options
 */
export function createTaskProcessor({options, fields, collectsGlossary, maxBytes}: ProcessorOptions): (task: Task) => Promise<TaskResult> {
  const {host: tag, ...annotationOptions} = options
  const indexedOptions = withLexicons(annotationOptions)
  const requested = new Set(fields)
  const annotateStory = async ({id, text, ...own}: ParsedStory): Promise<TaskResult> => {
    let annotation: StandoffAnnotation
    try {
      annotation = annotateStandoff(text, {...indexedOptions, host: await loadStoryHosts(text, tag), ...own, work: String(id)})
    } catch (error) {
      return errorResult({id, error: (error as Error).message})
    }
    const {standoff, messages} = annotation
    // A story without findings has a glossary without entries, which contributes nothing.
    const glossaries = map(
      annotation.glossaries.filter(({entries}) => entries.length > 0),
      serializeGlossary,
    )
    const out = createByteBuilder()
    out.append(`{"id":${JSON.stringify(id)}`)
    if (requested.has('standoff')) out.append(`,"standoff":${JSON.stringify(standoff)}`)
    if (requested.has('messages')) out.append(`,"messages":${JSON.stringify(map(messages, toPlainMessage))}`)
    let buildContribution: ((bytes: Uint8Array) => GlossaryContribution) | undefined
    if (requested.has('glossaries')) {
      out.append(',"glossaries":[')
      buildContribution = appendGlossaries(out, glossaries)
      out.append(']')
    }
    out.append('}\n')
    const bytes = out.toBytes()
    return {id, bytes, ...(collectsGlossary && {contribution: buildContribution ? buildContribution(bytes) : createContribution(glossaries)})}
  }
  return async ({story: input, earlier}) => {
    const story = input && (await readInputStory(input, maxBytes))
    if (earlier) return reuseResult(story, earlier, collectsGlossary)
    if (!story) throw new TypeError('expected a story, a result, or both')
    return 'error' in story ? errorResult(story) : annotateStory(story)
  }
}
