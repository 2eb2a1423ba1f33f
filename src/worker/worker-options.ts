import type {CONVENTIONS, LANGUAGES} from '../annotate/options-schema.js'
import type {Options} from '../annotate/types.js'
import type {HostTag} from '../hosts/recognize-host.js'
import type {Dictionary} from '../lexicon/types.js'

/** The options of `annotate` as data, which can be sent to a worker. */
export interface WorkerOptions extends Omit<Options, 'clues' | 'conventions' | 'dictionaries' | 'host' | 'recognize'> {
  /**
   * Tag of the language that the story is told in, or several of which it is told in one. The worker loads it. Default: recognised, of all languages that
   * come with the package.
   */
  readonly host?: HostTag | readonly HostTag[] | undefined
  /** Dictionaries of the languages that may occur, as data. Default `[]`. */
  readonly dictionaries?: readonly Dictionary[] | undefined
  /** Real languages that are recognised in what the story quotes, by their tags; `false`: none. Default all. */
  readonly recognize?: false | readonly (typeof LANGUAGES)[number][] | undefined
  /** Ways of writing a gloss that count, by their names. Default all. */
  readonly conventions?: readonly (typeof CONVENTIONS)[number][] | undefined
}
