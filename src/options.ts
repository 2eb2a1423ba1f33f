import {clues as shelf} from './clues/index.js'
import {conventions} from './conventions/index.js'
import {english} from './host/english.js'
import {createLexicon} from './lexicon/create-lexicon.js'
import {dictionaryErrors, LANGUAGE_TAG} from './lexicon/dictionary-schema.js'
import type {ClueMaker, Convention, Dictionary, Format, Lexicon, Options, Settings} from './types.js'

const FORMATS: readonly Format[] = ['markdown', 'text', 'html']

/** The only defaults. */
const DEFAULTS = {format: 'markdown', lang: 'art-x-unknown', threshold: 0.5} as const

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? `'${value}'` : typeof value === 'object' && value !== null ? 'an object' : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const wrong = (option: string, expected: string, value: unknown): never => {
  throw new TypeError(`Option \`${option}\` must be ${expected}, not ${show(value)}`)
}

function formatOf(value: unknown): Format {
  return FORMATS.includes(value as Format) ? (value as Format) : wrong('format', FORMATS.map((format) => `'${format}'`).join(' or '), value)
}

const isLexicon = (value: unknown): value is Lexicon => typeof (value as Partial<Lexicon> | null)?.lookup === 'function'

function lexiconsOf(value: unknown): Lexicon[] {
  if (!Array.isArray(value)) return wrong('dictionaries', 'a list of dictionaries, or of what createLexicon made of them', value)
  return value.map((item: unknown, index) => {
    if (isLexicon(item)) return item
    const errors = dictionaryErrors(item)
    if (errors.length > 0) throw new TypeError(`Option \`dictionaries[${index}]\` must be a dictionary:\n${errors.slice(0, 5).join('\n')}`)
    return createLexicon(item as Dictionary)
  })
}

function conventionsOf(value: unknown): Convention[] {
  const names = conventions.map(({name}) => `'${name}'`).join(', ')
  if (!Array.isArray(value)) return wrong('conventions', `a list of ${names}, or of conventions of your own`, value)
  return value.map((item: unknown, index) => {
    if (typeof item === 'string') {
      return conventions.find(({name}) => name === item) ?? wrong(`conventions[${index}]`, `one of ${names}, or a convention of your own`, item)
    }
    const {name, find} = (item ?? {}) as Partial<Convention>
    return typeof name === 'string' && typeof find === 'function'
      ? (item as Convention)
      : wrong(`conventions[${index}]`, 'a name, or an object with `name` and `find`', item)
  })
}

function cluesOf(value: unknown): ClueMaker[] {
  if (!Array.isArray(value)) return wrong('clues', 'a list of clues of your own', value)
  return value.map((item: unknown, index) => {
    const {name, of, prepare} = (item ?? {}) as Partial<ClueMaker>
    const fits = typeof name === 'string' && Array.isArray(of) && typeof prepare === 'function'
    return fits ? (item as ClueMaker) : wrong(`clues[${index}]`, 'an object with `name`, `of` and `prepare`', item)
  })
}

const KNOWN: readonly string[] = ['format', 'dictionaries', 'lang', 'conventions', 'clues', 'threshold'] satisfies (keyof Options)[]

/**
 * Options → settings: every default filled in, everything checked.
 *
 * @throws TypeError that names the option and what it may be
 */
export function settle(options: Options = {}): Settings {
  if (typeof options !== 'object' || options === null) throw new TypeError(`The options must be an object, not ${show(options)}`)
  for (const name of Object.keys(options)) {
    if (!KNOWN.includes(name)) throw new TypeError(`There is no option \`${name}\`; there are ${KNOWN.map((known) => `\`${known}\``).join(', ')}`)
  }
  const {format = DEFAULTS.format, lang = DEFAULTS.lang, threshold = DEFAULTS.threshold} = options
  if (typeof lang !== 'string' || !LANGUAGE_TAG.test(lang)) wrong('lang', "a BCP 47 language tag, such as 'art-x-vessik'", lang)
  if (typeof threshold !== 'number' || !(threshold >= 0 && threshold <= 1)) wrong('threshold', 'a number from 0 to 1', threshold)
  return {
    format: formatOf(format),
    host: english(),
    lexicons: lexiconsOf(options.dictionaries ?? []),
    lang,
    conventions: conventionsOf(options.conventions ?? conventions),
    clues: [...shelf, ...cluesOf(options.clues ?? [])],
    threshold,
  }
}
