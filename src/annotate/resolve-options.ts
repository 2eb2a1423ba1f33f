import {clues as shelf} from '../detect/clues/index.js'
import type {ClueDefinition} from '../detect/types.js'
import {conventions} from '../gloss/conventions/index.js'
import {mark} from '../gloss/conventions/mark.js'
import type {Convention} from '../gloss/types.js'
import {decisionsOf} from '../glossary/merge-glossaries.js'
import {english} from '../hosts/en/english.js'
import {withUserWords} from '../hosts/with-user-words.js'
import {createLexicon} from '../lexicon/create-lexicon.js'
import {dictionaryErrors} from '../lexicon/dictionary-schema.js'
import {keysOf} from '../lexicon/phrases.js'
import type {Dictionary, Entry, Lexicon} from '../lexicon/types.js'
import {ruleNames} from '../lint/rule-names.js'
import {bare, fold} from '../prose/folding.js'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import type {Format} from '../source/types.js'
import {map} from '../util/lists.js'
import {DEFAULTS} from './defaults.js'
import type {Options, ResolvedOptions} from './types.js'

const FORMATS: readonly Format[] = ['markdown', 'text', 'html']

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? `'${value}'` : typeof value === 'object' && value !== null ? 'an object' : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const wrong = (option: string, expected: string, value: unknown): never => {
  throw new TypeError(`Option \`${option}\` must be ${expected}, not ${show(value)}`)
}

function formatOf(value: unknown): Format {
  return FORMATS.includes(value as Format) ? (value as Format) : wrong('format', map(FORMATS, (format) => `'${format}'`).join(' or '), value)
}

const isLexicon = (value: unknown): value is Lexicon => typeof (value as Partial<Lexicon> | null)?.lookup === 'function'

/** What programs have proposed decides nothing: a story is read the same whether or not its glossary is at hand. */
function lexiconsOf(value: unknown): {lexicons: Lexicon[]; rejected: string[]} {
  if (!Array.isArray(value)) return wrong('dictionaries', 'a list of dictionaries, or of what createLexicon made of them', value)
  const rejected: string[] = []
  const lexicons = map(value, (item: unknown, index) => {
    if (isLexicon(item)) return item
    const errors = dictionaryErrors(item)
    if (errors.length > 0) throw new TypeError(`Option \`dictionaries[${index}]\` must be a dictionary:\n${errors.slice(0, 5).join('\n')}`)
    const {entries, ...dictionary} = decisionsOf(item as Dictionary)
    for (const {status, headword, variants = []} of entries) if (status === 'rejected') rejected.push(headword, ...variants)
    try {
      return createLexicon({...dictionary, entries: entries.filter(({status}) => status === undefined || status === 'accepted')})
    } catch (error) {
      throw error instanceof TypeError ? new TypeError(`Option \`dictionaries[${index}]\`: ${error.message}`, {cause: error}) : error
    }
  })
  return {lexicons, rejected}
}

function termsOf(value: unknown): Entry[] {
  if (!Array.isArray(value)) return wrong('terms', 'a list of words, or of entries as dictionaries have them', value)
  return map(value, (item: unknown, index) => {
    const entry = typeof item === 'string' ? {headword: item} : item
    const errors = dictionaryErrors({language: DEFAULTS.lang, entries: [entry]})
    if (errors.length > 0 || !hasLetter((entry as Entry).headword)) {
      const reasons = map(errors, (error) => `\n${error.replace(/^entries\[0\](?: \([^)]*\))?\.?/u, '')}`).join('')
      wrong(`terms[${index}]`, 'a word, or an entry as dictionaries have them', `${show(item)}${reasons}`)
    }
    return entry as Entry
  })
}

function ignoredOf(value: unknown): Set<string> {
  if (!Array.isArray(value)) return wrong('ignore', 'a list of words', value)
  return new Set(
    map(value, (item: unknown, index) => {
      return typeof item === 'string' && hasLetter(item) ? bare(fold(item)) : wrong(`ignore[${index}]`, 'a word', item)
    }),
  )
}

const hasLetter = (word: string): boolean => /\p{L}/u.test(word)

function conventionsOf(value: unknown): Convention[] {
  const names = map(conventions, ({name}) => `'${name}'`).join(', ')
  if (!Array.isArray(value)) return wrong('conventions', `a list of ${names}, or of conventions of your own`, value)
  const chosen = map(value, (item: unknown, index) => {
    if (typeof item === 'string') {
      return conventions.find(({name}) => name === item) ?? wrong(`conventions[${index}]`, `one of ${names}, or a convention of your own`, item)
    }
    const {name, find} = (item ?? {}) as Partial<Convention>
    return typeof name === 'string' && typeof find === 'function'
      ? (item as Convention)
      : wrong(`conventions[${index}]`, 'a name, or an object with `name` and `find`', item)
  })
  // What the author marks as a translation is one, whatever else counts.
  return chosen.includes(mark) ? chosen : [mark, ...chosen]
}

function cluesOf(value: unknown): ClueDefinition[] {
  if (!Array.isArray(value)) return wrong('clues', 'a list of clues of your own', value)
  return map(value, (item: unknown, index) => {
    const {name, of, prepare} = (item ?? {}) as Partial<ClueDefinition>
    const fits = typeof name === 'string' && Array.isArray(of) && typeof prepare === 'function'
    return fits ? (item as ClueDefinition) : wrong(`clues[${index}]`, 'an object with `name`, `of` and `prepare`', item)
  })
}

/** Names of the rules that are turned off. */
function silencedOf(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('rules', 'an object of names, each true or false', value)
  const names: readonly string[] = ruleNames
  for (const [name, on] of Object.entries(value)) {
    if (!names.includes(name))
      throw new TypeError(`Option \`rules\`: there is no rule \`${name}\`; there are ${map(names, (known) => `\`${known}\``).join(', ')}`)
    if (typeof on !== 'boolean') wrong(`rules['${name}']`, 'true or false', on)
  }
  return new Set(Object.keys(value).filter((name) => !(value as Record<string, boolean>)[name]))
}

const KNOWN: readonly string[] = [
  'format',
  'dictionaries',
  'lang',
  'terms',
  'ignore',
  'conventions',
  'clues',
  'threshold',
  'work',
  'rules',
] satisfies (keyof Options)[]

/**
 * Options → settings: every default filled in, everything checked.
 *
 * @throws TypeError that names the option and what it may be
 */
export function resolveOptions(options: Options = {}): ResolvedOptions {
  if (typeof options !== 'object' || options === null) throw new TypeError(`The options must be an object, not ${show(options)}`)
  for (const name of Object.keys(options)) {
    if (!KNOWN.includes(name)) throw new TypeError(`There is no option \`${name}\`; there are ${map(KNOWN, (known) => `\`${known}\``).join(', ')}`)
  }
  const {format = DEFAULTS.format, lang = DEFAULTS.lang, threshold = DEFAULTS.threshold} = options
  if (typeof lang !== 'string' || !LANGUAGE_TAG.test(lang)) wrong('lang', "a BCP 47 language tag, such as 'art-x-vessik'", lang)
  if (typeof threshold !== 'number' || !(threshold >= 0 && threshold <= 1)) wrong('threshold', 'a number from 0 to 1', threshold)
  if (options.work !== undefined && (typeof options.work !== 'string' || options.work === '')) wrong('work', 'a name', options.work)
  const terms = termsOf(options.terms ?? [])
  const {lexicons, rejected} = lexiconsOf(options.dictionaries ?? [])
  const ignore = new Set([...ignoredOf(options.ignore ?? []), ...map(rejected, (word) => bare(fold(word)))])
  const single = keysOf(terms).flatMap((keys) => (keys.length === 1 ? keys : []))
  return {
    format: formatOf(format),
    host: withUserWords(english(), {terms: new Set(single), ignore}),
    lexicons: terms.length > 0 ? [createLexicon({language: lang, entries: terms}), ...lexicons] : lexicons,
    lang,
    terms,
    ignore,
    conventions: conventionsOf(options.conventions ?? conventions),
    clues: [...shelf, ...cluesOf(options.clues ?? [])],
    threshold,
    silenced: silencedOf(options.rules ?? {}),
    ...(options.work !== undefined && {work: options.work}),
  }
}

/**
 * The same options with their dictionaries indexed, for those who annotate many stories.
 *
 * @throws TypeError as `settle` does
 */
export function withLexicons(options: Options): Options {
  const {lexicons, rejected} = lexiconsOf(options.dictionaries ?? [])
  resolveOptions({...options, dictionaries: lexicons})
  return {...options, dictionaries: lexicons, ignore: [...(options.ignore ?? []), ...rejected.filter(hasLetter)]}
}
