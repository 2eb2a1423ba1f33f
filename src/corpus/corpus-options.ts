import type {Readable, Writable} from 'node:stream'
import type {Options} from '../annotate/types.js'
import {type HostTag, hostTags} from '../hosts/recognize-host.js'
import type {RejectedStory, StoryFile} from './input-story.js'
import type {EvidenceLimit} from './join-part.js'

/** What a line of results may contain besides its id. */
export const FIELDS = ['standoff', 'messages', 'glossaries'] as const
/** One field of a result. */
export type Field = (typeof FIELDS)[number]

/** The options that all stories of a run share. They are sent to the workers, so they are plain data without functions. */
export interface StoryOptions extends Pick<Options, 'format' | 'dictionaries' | 'lang' | 'terms' | 'ignore' | 'threshold'> {
  readonly conventions?: readonly string[]
  /** Language that all stories are told in: one of the tags that `xenogloss/hosts` knows. Default: recognised in each story. */
  readonly host?: HostTag | undefined
  /** Tags of the languages that are recognised. */
  readonly recognize?: false | readonly string[]
}

/** Limits for one story; a story that exceeds one yields an error line. */
export interface Limits {
  /** Size of its file or line, in bytes. Default 16 MiB. */
  readonly bytes?: number | undefined
  /** Time in a worker, in seconds. Default 300. */
  readonly seconds?: number | undefined
  /** Heap of the worker that processes it, in megabytes. Default 2000. */
  readonly megabytes?: number | undefined
}

/** How a run processes stories and merges their glossaries. */
export interface MergeOptions {
  /**
   * Path of the merged glossary; the extension selects the format. With several languages, each gets a file with its tag before the
   * extension. In a folder, each language gets `<language>.json`.
   */
  readonly glossary?: string | undefined
  /** How many occurrences an entry keeps as evidence; counts and the order of meanings always use all. Default `'all'`. */
  readonly evidence?: EvidenceLimit | undefined
  /** Number of worker processes, each of which takes one core; 0 runs everything in this thread. Default: the number of cores. */
  readonly workers?: number | undefined
  readonly limits?: Limits | undefined
  /** Receives a line for each story with an error. Default: none. */
  readonly log?: Writable | undefined
  /** Ends the run: stories in progress are finished and written, the glossary is not. */
  readonly signal?: AbortSignal | undefined
  /** Called after each story. */
  readonly onProgress?: ((progress: {readonly stories: number; readonly errors: number}) => void) | undefined
}

/** What a run reads and writes. */
export interface CorpusOptions extends MergeOptions {
  /** NDJSON as bytes, one `{id, text, format?, lang?}` a line; or `listStories` a folder. */
  readonly input: Readable | AsyncIterable<Uint8Array | StoryFile | RejectedStory>
  /** Receives the results, one line each, in the order of the stories; it is not ended. Required unless `resume` is given. */
  readonly output?: Writable | undefined
  /**
   * Path of a result file to continue: its stories are skipped, a partial line at its end is removed, and new results are appended. It may be
   * missing or empty. Its stories must be those of the input, in the same order.
   */
  readonly resume?: string | undefined
  /** What a result contains besides its `id`. Default all: `standoff`, `messages`, `glossaries`. */
  readonly fields?: readonly Field[] | undefined
  /** How stories are annotated; `format` and `lang` apply to stories that set none. */
  readonly options?: StoryOptions | undefined
}

/** The outcome of a run. */
export interface CorpusSummary {
  /** Lines of results, including errors and those of an earlier run. */
  readonly stories: number
  readonly errors: number
  /** Results reused from an earlier run. */
  readonly kept: number
  /** Paths of the merged glossaries. */
  readonly glossaries: readonly string[]
  /** Why the run ended early: `signal` was aborted, or `output` was closed by its reader. */
  readonly stopped?: 'asked' | 'closed' | undefined
}

/** Below 2048 MB, V8 lets the heap grow to twice its live size before a full collection; above, to four times. */
const DEFAULT_MEGABYTES = 2000

export const resolveLimits = ({bytes = 16 * 1024 * 1024, seconds = 300, megabytes = DEFAULT_MEGABYTES}: Limits = {}) => ({bytes, seconds, megabytes})

const fail = (option: string, expected: string, value: unknown): never => {
  throw new TypeError(`Option \`${option}\` must be ${expected}, not ${typeof value === 'string' ? `'${value}'` : String(value)}`)
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

/** @throws TypeError that names the option and its valid values */
export function checkOptions({workers, evidence = 'all', limits = {}, fields = [], glossary, resume, options}: Partial<CorpusOptions>): void {
  if (workers !== undefined && !isCount(workers)) fail('workers', 'a non-negative integer', workers)
  if (evidence !== 'all' && evidence !== 'none' && !isCount(evidence)) fail('evidence', "'all', 'none' or a non-negative integer", evidence)
  for (const name of ['bytes', 'seconds', 'megabytes'] as const) {
    const value = limits[name]
    if (value !== undefined && !(Number.isFinite(value) && value > 0)) fail(`limits.${name}`, 'a number above 0', value)
  }
  const unknown = fields.find((field) => !FIELDS.includes(field))
  if (unknown !== undefined) fail('fields', `a list of ${FIELDS.map((field) => `'${field}'`).join(', ')}`, unknown)
  const host = options?.host
  if (host !== undefined && !hostTags.includes(host)) fail('host', `one of ${hostTags.map((tag) => `'${tag}'`).join(', ')}`, host)
  if (glossary !== undefined && (typeof glossary !== 'string' || glossary === '')) fail('glossary', 'a path', glossary)
  if (resume !== undefined && (typeof resume !== 'string' || resume === '')) fail('resume', 'a path', resume)
}
