import {resolve} from 'node:path'
import {type Command, InvalidArgumentError, Option} from 'commander'
import {CONVENTIONS, FORMATS, helpFor} from '../annotate/options-schema.js'
import type {Options} from '../annotate/types.js'
import type {HostTag} from '../hosts/recognize-host.js'
import type {Dictionary} from '../lexicon/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {omitUndefined} from '../util/objects.js'
import {commandError, EXIT} from './command-error.js'
import type {LoadedConfiguration} from './configuration.js'
import type {LoadedStory, LoadOptions} from './load-stories.js'
import {HOSTS} from './option-values.js'
import type {Session} from './session.js'

/** What the options of stories come from: a command, or another program that reads the configuration. */
export type OptionsSession = Pick<Session, 'configured' | 'note'>

/** How stories are read, as given on the command line. */
export interface ReadingOptions extends LoadOptions {
  readonly dictionary?: readonly string[]
  readonly host?: HostTag
  readonly lang?: string
  readonly term?: readonly string[]
  readonly ignore?: readonly string[]
  readonly convention?: readonly string[]
  readonly threshold?: number
}

/** Collects the values of a repeatable option. */
export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/**
 * Parser of a number in a range.
 *
 * @throws InvalidArgumentError, which commander prints with the name of the option
 */
export const numberFrom =
  (least: number, most: number, isWhole = false) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() !== '' && value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
    throw new InvalidArgumentError(`It must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`)
  }

export const dictionaryOption = (): Option =>
  new Option('-d, --dictionary <file>', 'a dictionary of the language, in any format that can be read; repeatable').argParser(repeated)

/** Adds the options that say how stories are read; their texts come from the schema of the library's options. */
export function readingOptions(command: Command): Command {
  return command
    .optionsGroup('How stories are read:')
    .addOption(new Option('-f, --format <format>', 'how the source is written (default: by extension: .md, .txt, .html)').choices(FORMATS))
    .addOption(dictionaryOption())
    .addOption(new Option('--host <tag>', 'language that the stories are told in (default: recognised in each story)').choices(HOSTS))
    .addOption(new Option('-l, --lang <tag>', helpFor('lang')))
    .addOption(new Option('--term <word>', 'a word of the language, even if it looks English; repeatable').argParser(repeated))
    .addOption(new Option('--ignore <word>', 'a word that is never foreign; repeatable').argParser(repeated))
    .addOption(new Option('--threshold <number>', helpFor('threshold')).argParser(numberFrom(0, 1)))
    .addOption(
      new Option('--convention <name>', `a way of writing a gloss that counts (default: all): ${CONVENTIONS.join(', ')}; repeatable`).argParser(repeated),
    )
}

/** Paths of the dictionaries named on the command line and in the configuration. */
export const dictionaryPaths = (given: readonly string[] = [], {configuration, folder}: LoadedConfiguration): readonly string[] => [
  ...new Set([...given, ...(configuration.dictionaries ?? []).map((path) => resolve(folder, path))]),
]

/** Reads the dictionaries named on the command line and in the configuration. */
export async function loadDictionaries(given: readonly string[] | undefined, session: OptionsSession): Promise<Dictionary[]> {
  const {readDictionary} = await import('./read-dictionary.js')
  return Promise.all(dictionaryPaths(given, session.configured).map((path) => readDictionary(path, session)))
}

/** The options that are plain data, which can be sent to another process. */
export type PlainOptions = Omit<Options, 'format' | 'work' | 'host' | 'dictionaries' | 'conventions' | 'clues' | 'recognize'> & {
  readonly recognize?: false | readonly string[]
  readonly dictionaries: readonly Dictionary[]
  readonly conventions?: readonly string[]
}

/** The host language named on the command line or in the configuration. */
export const hostTag = (given: ReadingOptions, {configured: {configuration}}: OptionsSession): HostTag | undefined => given.host ?? configuration.host

/** Merges the command line and the configuration: the former wins; words and dictionaries of both count. Nothing is checked. */
export async function mergeOptions(given: ReadingOptions, session: OptionsSession): Promise<PlainOptions> {
  const {toEntries} = await import('../annotate/resolve-options.js')
  const {lang, recognize, threshold, terms, ignore, conventions, rules} = session.configured.configuration
  return {
    ...omitUndefined({lang: given.lang ?? lang, threshold: given.threshold ?? threshold, conventions: given.convention ?? conventions, recognize, rules}),
    terms: [...(given.term ?? []), ...toEntries((terms as Options['terms']) ?? [])],
    ignore: [...(given.ignore ?? []), ...(ignore ?? [])],
    dictionaries: await loadDictionaries(given.dictionary, session),
  } as PlainOptions
}

/**
 * Runs what may throw a TypeError for wrong options, and throws it as an error of the command line.
 *
 * @param paths files of the dictionaries, in their order, for the message
 * @throws CommandError in place of the TypeError
 */
function asCommandError<T>(run: () => T, paths: readonly (string | undefined)[]): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const located = error.message.replace(/^Option `dictionaries\[(\d+)\]`/u, (option, index: string) => paths[Number(index)] ?? option)
    throw commandError(escapeForTerminal(located, {lines: true}).replace(/^Option/u, 'The option'), EXIT.usage, error)
  }
}

/**
 * The options of `annotate` as plain data, checked.
 *
 * @throws CommandError that names the option and what it may be
 */
export async function plainOptions(given: ReadingOptions, session: OptionsSession): Promise<PlainOptions> {
  const [{resolveOptions}, {allParts}, options] = [
    await import('../annotate/resolve-options.js'),
    await import('../annotate/all-parts.js'),
    await mergeOptions(given, session),
  ]
  asCommandError(() => resolveOptions(options, allParts), dictionaryPaths(given.dictionary, session.configured))
  return options
}

/** The options of a story, with the words of its host language; the latter are read at the first story that needs them. */
export type StoryOptionsOf = (story: Pick<LoadedStory, 'source' | 'document'>) => Promise<Omit<Options, 'format' | 'work'>>

/**
 * The options of `annotate` with indexed dictionaries, for many stories.
 *
 * @param more dictionaries beside those that are named
 * @throws CommandError that names the option and what it may be
 */
export async function annotationOptions(given: ReadingOptions, session: OptionsSession, more: readonly Dictionary[] = []): Promise<StoryOptionsOf> {
  const [{withLexicons}, options] = [await import('../annotate/resolve-options.js'), await mergeOptions(given, session)]
  const paths = [...more.map(() => undefined), ...dictionaryPaths(given.dictionary, session.configured)]
  const shared = asCommandError(() => withLexicons({...options, dictionaries: [...more, ...options.dictionaries]}), paths)
  const tag = hostTag(given, session)
  return async ({source, document}) => {
    const {loadStoryHosts} = await import('../annotate/load-story-hosts.js')
    // As a page says it.
    const sample = document?.language === undefined ? source : `<html lang="${document.language}">\n${source}`
    return {...shared, host: await loadStoryHosts(sample, tag)}
  }
}
