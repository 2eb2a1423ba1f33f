import {resolve} from 'node:path'
import {type Command, InvalidArgumentError, Option} from 'commander'
import type {Options} from '../annotate/types.js'
import type {Dictionary} from '../lexicon/types.js'
import {visible} from '../prose/visible.js'
import {omitUndefined} from '../util/objects.js'
import {EXIT, failure} from './command-failure.js'
import type {Configured} from './configuration.js'
import type {StoryOptions} from './load-stories.js'
import {CONVENTIONS, FORMATS} from './option-values.js'
import type {Session} from './session.js'

/** How stories are read, as the command line says it. */
export interface ReadingOptions extends StoryOptions {
  readonly dictionary?: readonly string[]
  readonly lang?: string
  readonly term?: readonly string[]
  readonly ignore?: readonly string[]
  readonly convention?: readonly string[]
  readonly threshold?: number
}

/** Of an option that may stand several times, what it said each time. */
export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** @throws InvalidArgumentError, which commander tells with the name of the option */
export const numberFrom =
  (least: number, most: number, isWhole = false) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() !== '' && value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
    throw new InvalidArgumentError(`It must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`)
  }

export const dictionaryOption = (): Option =>
  new Option('-d, --dictionary <file>', 'a dictionary of the language, in any format that can be read; may stand several times').argParser(repeated)

/** Adds the options by which stories are read. */
export function readingOptions(command: Command): Command {
  return command
    .optionsGroup('How the stories are read:')
    .addOption(new Option('-f, --format <format>', 'how they are written; default: as their names end (.md, .txt, .html)').choices(FORMATS))
    .addOption(dictionaryOption())
    .addOption(new Option('-l, --lang <tag>', 'BCP 47 tag for words that no dictionary claims (default: art-x-unknown)'))
    .addOption(new Option('--term <word>', 'a word of the language, however English it looks; may stand several times').argParser(repeated))
    .addOption(new Option('--ignore <word>', 'a word that is never foreign; may stand several times').argParser(repeated))
    .addOption(new Option('--threshold <number>', 'confidence, 0 to 1, below which nothing is said (default: 0.5)').argParser(numberFrom(0, 1)))
    .addOption(
      new Option('--convention <name>', `a way of writing a gloss (default: all): ${CONVENTIONS.join(', ')}; may stand several times`).argParser(repeated),
    )
}

/** Where the dictionaries lie that the command line and the configuration name. */
export const dictionaryPaths = (given: readonly string[] = [], {configuration, folder}: Configured): readonly string[] => [
  ...new Set([...given, ...(configuration.dictionaries ?? []).map((path) => resolve(folder, path))]),
]

/** The dictionaries that the configuration and the command line name. */
export async function dictionariesOf(given: readonly string[] | undefined, {configured}: Session): Promise<Dictionary[]> {
  const {readDictionary} = await import('./read-dictionary.js')
  return Promise.all(dictionaryPaths(given, configured).map((path) => readDictionary(path)))
}

/** Options that are nothing but data. */
export type PlainOptions = Omit<Options, 'format' | 'work' | 'dictionaries' | 'conventions' | 'clues'> & {
  readonly dictionaries: readonly Dictionary[]
  readonly conventions?: readonly string[]
}

const isOn = (rule: boolean | 'on' | 'off'): boolean => rule === true || rule === 'on'

/** From the command line and the configuration: the former win; words and dictionaries of both count. */
async function saidOptions(given: ReadingOptions, session: Session): Promise<PlainOptions> {
  const {lang, threshold, terms, ignore, conventions, rules = {}} = session.configured.configuration
  return {
    ...omitUndefined({lang: given.lang ?? lang, threshold: given.threshold ?? threshold, conventions: given.convention ?? conventions}),
    terms: [...(given.term ?? []), ...(terms ?? [])],
    ignore: [...(given.ignore ?? []), ...(ignore ?? [])],
    rules: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, isOn(rule)])),
    dictionaries: await dictionariesOf(given.dictionary, session),
  } as PlainOptions
}

/**
 * @param paths of the dictionaries that it is asked with, which their errors name
 * @throws Failure in the place of a TypeError of the library
 */
function asked<T>(ask: () => T, paths: readonly (string | undefined)[]): T {
  try {
    return ask()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const located = error.message.replace(/^Option `dictionaries\[(\d+)\]`/u, (option, index: string) => paths[Number(index)] ?? option)
    throw failure(visible(located, {lines: true}).replace(/^Option/u, 'The option'), EXIT.usage, error)
  }
}

/**
 * The options of `annotate`, as nothing but data.
 *
 * @throws Failure that names the option and what it may be
 */
export async function plainOptions(given: ReadingOptions, session: Session): Promise<PlainOptions> {
  const [{resolveOptions: settle}, options] = [await import('../annotate/resolve-options.js'), await saidOptions(given, session)]
  asked(() => settle(options), dictionaryPaths(given.dictionary, session.configured))
  return options
}

/**
 * The same, made ready for many stories.
 *
 * @param beside dictionaries that nobody has named
 */
export async function annotationOptions(
  given: ReadingOptions,
  session: Session,
  beside: readonly Dictionary[] = [],
): Promise<Omit<Options, 'format' | 'work'>> {
  const [{withLexicons: indexed}, options] = [await import('../annotate/resolve-options.js'), await saidOptions(given, session)]
  const paths = [...beside.map(() => undefined), ...dictionaryPaths(given.dictionary, session.configured)]
  return asked(() => indexed({...options, dictionaries: [...beside, ...options.dictionaries]}), paths)
}
