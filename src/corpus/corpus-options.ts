import type {Readable, Writable} from 'node:stream'
import type {Options} from '../annotate/types.js'
import type {Refused, StoryFile} from './jobs.js'
import type {EvidenceKept} from './join-part.js'

/** What a line of the results may carry beside its id. */
export const FIELDS = ['standoff', 'messages', 'glossaries'] as const
/** One of what a result carries. */
export type Field = (typeof FIELDS)[number]

/** What every story of a run is annotated with. It is sent to the workers, so it is data alone: no function is among it. */
export interface StoryOptions extends Pick<Options, 'format' | 'dictionaries' | 'lang' | 'terms' | 'ignore' | 'threshold'> {
  readonly conventions?: readonly string[]
}

/** What one story may take; a story that takes more is an error line. */
export interface Limits {
  /** Of its file or line, in bytes. Default 16 MiB. */
  readonly bytes?: number | undefined
  /** From when it is given to a worker. Default 300. */
  readonly seconds?: number | undefined
  /** Of the heap of the worker that is at it, in megabytes. Default 2000. */
  readonly megabytes?: number | undefined
}

/** How many stories are worked on, and what becomes of what they teach. */
export interface MergeOptions {
  /**
   * Where the merged glossary goes, its format told by the extension; of several languages, each goes into a file with its tag before the
   * extension. A folder: `<language>.json` for each.
   */
  readonly glossary?: string | undefined
  /** How many places an entry keeps; counts and the order of meanings are always by all. Default `'all'`. */
  readonly evidence?: EvidenceKept | undefined
  /** How many processes beside this one; each takes one core. Default as many as there are cores; 0: none. */
  readonly workers?: number | undefined
  readonly limits?: Limits | undefined
  /** Takes a line for each story that is an error. Default nowhere. */
  readonly log?: Writable | undefined
  /** Ends the run: what is in flight is finished and written, the glossary is not. */
  readonly signal?: AbortSignal | undefined
  /** Is told how far the run is, now and then. */
  readonly onProgress?: ((progress: {readonly stories: number; readonly errors: number}) => void) | undefined
}

/** What a run reads and writes. */
export interface CorpusOptions extends MergeOptions {
  /** Bytes of NDJSON, one `{id, text, format?, lang?}` a line; or `storiesOf` a folder. */
  readonly input: Readable | AsyncIterable<Uint8Array | StoryFile | Refused>
  /** Takes the results, one line each, in the order of the stories; it is not ended. Needed unless `resume` is given. */
  readonly output?: Writable | undefined
  /**
   * File of results: those that it has are kept and their stories passed over, half a line at its end is cut off, and new ones go behind.
   * It may be absent or empty. Its stories must be those of the input, in the same order.
   */
  readonly resume?: string | undefined
  /** What a result carries beside its `id`. Default all: `standoff`, `messages`, `glossaries`. */
  readonly fields?: readonly Field[] | undefined
  /** How stories are annotated; `format` and `lang` are for stories that do not say. */
  readonly options?: StoryOptions | undefined
}

/** What a run has done. */
export interface CorpusSummary {
  /** Lines of the results, those of errors and of an earlier run included. */
  readonly stories: number
  readonly errors: number
  /** How many were there from an earlier run. */
  readonly kept: number
  /** Files of the merged glossary. */
  readonly glossaries: readonly string[]
  /** Why the run ended before its input: somebody asked for it, or nobody reads the results any more. */
  readonly stopped?: 'asked' | 'closed' | undefined
}

/** From 2048 megabytes on V8 lets a heap grow to four times what lives in it before it looks; below, to twice. */
const MEGABYTES = 2000

/** What is not said is as it is by default. */
export const limitsOf = ({bytes = 16 * 1024 * 1024, seconds = 300, megabytes = MEGABYTES}: Limits = {}) => ({bytes, seconds, megabytes})

const wrong = (option: string, expected: string, value: unknown): never => {
  throw new TypeError(`Option \`${option}\` must be ${expected}, not ${typeof value === 'string' ? `'${value}'` : String(value)}`)
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

/** @throws TypeError that names the option and what it may be */
export function checkOptions({workers, evidence = 'all', limits = {}, fields = [], glossary, resume}: Partial<CorpusOptions>): void {
  if (workers !== undefined && !isCount(workers)) wrong('workers', 'a whole number, 0 or more', workers)
  if (evidence !== 'all' && evidence !== 'none' && !isCount(evidence)) wrong('evidence', "'all', 'none' or a whole number", evidence)
  for (const name of ['bytes', 'seconds', 'megabytes'] as const) {
    const value = limits[name]
    if (value !== undefined && !(Number.isFinite(value) && value > 0)) wrong(`limits.${name}`, 'a number above 0', value)
  }
  const unknown = fields.find((field) => !FIELDS.includes(field))
  if (unknown !== undefined) wrong('fields', `a list of ${FIELDS.map((field) => `'${field}'`).join(', ')}`, unknown)
  if (glossary !== undefined && (typeof glossary !== 'string' || glossary === '')) wrong('glossary', 'a path', glossary)
  if (resume !== undefined && (typeof resume !== 'string' || resume === '')) wrong('resume', 'a path', resume)
}
