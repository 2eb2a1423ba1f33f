import {mark} from '../gloss/conventions/mark.js'
import type {Convention} from '../gloss/types.js'
import {extractDecisions} from '../glossary/merge-glossaries.js'
import type {Host} from '../hosts/types.js'
import {withUserWords} from '../hosts/with-user-words.js'
import type {LanguageRecognizer} from '../languages/types.js'
import {createLexicon} from '../lexicon/create-lexicon.js'
import {dictionaryErrors} from '../lexicon/dictionary-schema.js'
import {phraseKeys} from '../lexicon/phrases.js'
import type {Dictionary, Entry, Lexicon} from '../lexicon/types.js'
import {RULES_OFF_BY_DEFAULT, type RuleName, ruleNames} from '../lint/rule-names.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import {UNKNOWN_LANGUAGE} from '../prose/language-tag.js'
import {checkOptionsBySchema, type KeyNames} from '../util/check-options.js'
import {flatMap, map} from '../util/lists.js'
import type {OptionParts} from './annotator-parts.js'
import {optionsSchema} from './options-schema.js'
import type {Options, ResolvedOptions} from './types.js'

export const KEY_NAMES: KeyNames = {rules: {what: 'rule', names: optionsSchema.entries.rules.wrapped.pipe[0].key.options}}

/**
 * Checks options against the schema, dictionaries' entries aside.
 *
 * @returns a copy
 * @throws TypeError that names the option, what it may be, and the nearest name where one is misspelt
 */
export const checkOptions = <T extends Options>(options: T): T => checkOptionsBySchema(() => optionsSchema, options, KEY_NAMES)

const isLexicon = (value: Dictionary | Lexicon): value is Lexicon => typeof (value as Partial<Lexicon>).lookup === 'function'

/**
 * A dictionary as a lexicon. Proposals of a program are left out, so that a story's own glossary does not change how it is read.
 *
 * @param rejected headwords that a person rejected are added to it
 */
function toLexicon(item: Dictionary | Lexicon, rejected: string[]): Lexicon {
  if (isLexicon(item)) return item
  const errors = dictionaryErrors(item)
  if (errors.length > 0) throw new TypeError(`it must be a dictionary:\n${errors.slice(0, 5).join('\n')}`)
  const {entries, ...dictionary} = extractDecisions(item)
  for (const {status, headword, variants = []} of entries) if (status === 'rejected') rejected.push(headword, ...variants)
  return createLexicon({...dictionary, entries: entries.filter(({status}) => status === undefined || status === 'accepted')})
}

/** Dictionaries as lexicons, and the headwords that a person rejected. */
function toLexicons(dictionaries: readonly (Dictionary | Lexicon)[]): {lexicons: Lexicon[]; rejected: string[]} {
  const rejected: string[] = []
  const lexicons = map(dictionaries, (item, index) => {
    try {
      return toLexicon(item, rejected)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      throw new TypeError(`Option \`dictionaries[${index}]\`: ${message}`, {cause: error})
    }
  })
  return {lexicons, rejected}
}

/** Terms as entries: `'selma'`, `{headword: 'selma'}`, or the map `{selma: 'light', davan: ['here', 'now'], tal: ''}`. */
export function toEntries(terms: NonNullable<Options['terms']>): Entry[] {
  if (Array.isArray(terms)) return map(terms as readonly (string | Entry)[], (item) => (typeof item === 'string' ? {headword: item} : item))
  return Object.entries(terms).map(([headword, meaning]): Entry => {
    if (meaning === '' || meaning === null) return {headword}
    if (typeof meaning === 'string') return {headword, senses: [meaning]}
    return Array.isArray(meaning) ? {headword, senses: meaning} : {headword, ...(meaning as Omit<Entry, 'headword'>)}
  })
}

const hasLetter = (word: string): boolean => /\p{L}/u.test(word)
const toKey = (word: string): string => stripApostrophes(fold(word))

/** The chosen conventions. Marks count whatever else does: they are the author's own words. */
function chooseConventions(given: Options['conventions'], {conventions}: Pick<OptionParts, 'conventions'>): readonly Convention[] {
  if (!given) return conventions
  const chosen = flatMap(given, (item): readonly Convention[] => (typeof item === 'string' ? conventions.filter(({name}) => name === item) : [item]))
  return chosen.includes(mark) ? chosen : [mark, ...chosen]
}

/** The chosen recognisers, of those that the annotator has, and others. */
function chooseLanguages(given: Options['recognize'], {languages = []}: Pick<OptionParts, 'languages'>): readonly LanguageRecognizer[] {
  if (given === undefined) return languages
  if (given === false) return []
  return flatMap(given, (item) => (typeof item === 'string' ? languages.filter(({lang}) => lang === item) : [item]))
}

/**
 * Options with every default filled in.
 *
 * @throws TypeError that names the option and what it may be
 */
export function resolveOptions(given: Options, parts: OptionParts): ResolvedOptions {
  const options = checkOptions(given)
  const {lang = UNKNOWN_LANGUAGE, threshold = 0.5, rules = {}, work} = options
  const terms = toEntries(options.terms ?? [])
  const {lexicons, rejected} = toLexicons(options.dictionaries ?? [])
  const ignore = new Set([...map(options.ignore ?? [], toKey), ...map(rejected, toKey)])
  const host = options.host ?? parts.host
  const hosts = Array.isArray(host) ? (host as readonly Host[]) : [host as Host]
  const singleWords = phraseKeys(terms).flatMap((keys) => (keys.length === 1 ? keys : []))
  return {
    hosts: map(hosts, (host) => withUserWords(host, {terms: new Set(singleWords), ignore})),
    lexicons: terms.length > 0 ? [createLexicon({language: lang, entries: terms}), ...lexicons] : lexicons,
    lang,
    languages: chooseLanguages(options.recognize, parts),
    terms,
    ignore,
    conventions: chooseConventions(options.conventions, parts),
    builtInConventions: parts.conventions,
    clues: [...parts.clues, ...(options.clues ?? [])],
    ownClues: options.clues ?? [],
    threshold,
    disabledRules: disabledRules(rules),
    ...(work !== undefined && {work}),
  }
}

/** The rules that are off: those that the author turns off, and those that are off unless he turns them on. */
function disabledRules(rules: NonNullable<Options['rules']>): ReadonlySet<string> {
  const isOn = (name: string): boolean => {
    const state = rules[name as RuleName]
    return state === undefined ? !RULES_OFF_BY_DEFAULT.has(name) : state !== false && state !== 'off'
  }
  return new Set(ruleNames.filter((name) => !isOn(name)))
}

/**
 * The same options with their dictionaries indexed, for callers that annotate many stories.
 *
 * @throws TypeError as `resolveOptions` does
 */
export function withLexicons(given: Options): Options {
  const options = checkOptions(given)
  const {lexicons, rejected} = toLexicons(options.dictionaries ?? [])
  return {...options, dictionaries: lexicons, ignore: [...(options.ignore ?? []), ...rejected.filter(hasLetter)]}
}
