import * as v from 'valibot'
import type {ClueDefinition} from '../detect/types.js'
import type {Convention} from '../gloss/types.js'
import type {Host} from '../hosts/types.js'
import type {LanguageRecognizer} from '../languages/types.js'
import {entrySchema} from '../lexicon/dictionary-schema.js'
import type {Dictionary, Lexicon} from '../lexicon/types.js'
import {ruleNames} from '../lint/rule-names.js'
import {LANGUAGE_TAG, UNKNOWN_LANGUAGE} from '../prose/language-tag.js'

/** How a story can be written. */
export const FORMATS = ['markdown', 'text', 'html'] as const

/**
 * Names of the conventions, in the order of their registry. Written down so that the schema and the command line load without the
 * conventions themselves; a test compares the two.
 */
export const CONVENTIONS = [
  'mark',
  'notes',
  'translation-list',
  'verse',
  'round-brackets',
  'square-brackets',
  'own-paragraph',
  'meaning',
  'apposition',
  'dash',
  'reverse',
  'emphasis',
  'repeated',
  'separator',
  'nearby',
] as const

/** Tags of the languages that are recognised, in the order of their registry; written down and compared as the conventions are. */
export const LANGUAGES = ['fr', 'la', 'es', 'de', 'it', 'ru-Latn', 'pl', 'pt', 'sv'] as const

/** An option: its title and default for `--help`, its description for JSON Schema and the reference. */
const option = <const Schema extends v.GenericSchema>(schema: Schema, title: string, defaultValue: unknown, description: string) =>
  v.optional(v.pipe(schema, v.metadata({title, description, ...(defaultValue !== undefined && {default: defaultValue})})))

const word = v.pipe(v.string(), v.regex(/\p{L}/u, 'a word'))
const text = v.pipe(v.string(), v.nonEmpty())
const PROBABILITY = 'a number from 0 to 1'
export const languageTag = v.pipe(v.string(), v.regex(LANGUAGE_TAG, 'a BCP 47 language tag, such as art-x-vessik'))

/** What a word means, in a map of words: nothing, one meaning, several, or the other fields of an entry. */
const meaning = v.union([v.string(), v.null(), entrySchema.entries.senses.wrapped, v.omit(entrySchema, ['headword'])])

const convention = v.custom<string | Convention>(
  (value) =>
    CONVENTIONS.includes(value as never) || (typeof (value as Convention | null)?.name === 'string' && typeof (value as Convention).find === 'function'),
  `one of ${CONVENTIONS.map((name) => `'${name}'`).join(', ')}, or an object with \`name\` and \`find\``,
)

const recognize = v.custom<false | readonly (string | LanguageRecognizer)[]>(
  (value) =>
    value === false ||
    (Array.isArray(value) &&
      value.every(
        (item: unknown) =>
          LANGUAGES.includes(item as never) ||
          (typeof (item as LanguageRecognizer | null)?.lang === 'string' && typeof (item as LanguageRecognizer).frequency === 'function'),
      )),
  `false, or a list of ${LANGUAGES.map((name) => `'${name}'`).join(', ')}`,
)

const clue = v.custom<ClueDefinition>((value) => {
  const {name, of, prepare} = (value ?? {}) as Partial<ClueDefinition>
  return typeof name === 'string' && Array.isArray(of) && typeof prepare === 'function'
}, 'an object with `name`, `of` and `prepare`')

const dictionary = v.custom<Dictionary | Lexicon>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'a dictionary, or what `createLexicon` made of one',
)

const HOST = 'a host language, such as the default export of xenogloss/hosts/de, or a list of them'

const host = v.custom<Host>((value) => {
  const {lang, familiarity, functionWords} = (value ?? {}) as Partial<Host>
  return typeof lang === 'string' && typeof familiarity === 'function' && functionWords instanceof Set
}, HOST)

/** A host language, or several. */
export const hostOption = v.union([host, v.pipe(v.array(host), v.minLength(1, HOST))], HOST)

/**
 * Every option of `annotate`. The types, the checks in code, front matter, the configuration file, `--help` and JSON Schema are made from
 * this. Each doc comment is the entry's title, default and description, so that editors show them; a test compares.
 */
export const optionsSchema = v.strictObject({
  /** How the source is written. Default `'markdown'`. Plain text may have lines of any length, blank lines or indents between paragraphs. */
  format: option(
    v.picklist(FORMATS),
    'How the source is written.',
    'markdown',
    'Plain text may have lines of any length, blank lines or indents between paragraphs.',
  ),
  /** Dictionaries of the languages that may occur. Default `[]`. Pass what you know: every entry is found wherever it stands. */
  dictionaries: option(
    v.array(dictionary),
    'Dictionaries of the languages that may occur.',
    [],
    'Pass what you know: every entry is found wherever it stands.',
  ),
  /** The language that the story is told in, or several of them. Default English. Give all that your stories may be told in; each story’s own is recognised. */
  host: option(
    hostOption,
    'The language that the story is told in, or several of them.',
    undefined,
    'Give all that your stories may be told in; each story’s own is recognised.',
  ),
  /** BCP 47 tag of words that no dictionary contains. Default `'art-x-unknown'`. Set it when the language has a name. */
  lang: option(languageTag, 'BCP 47 tag of words that no dictionary contains.', UNKNOWN_LANGUAGE, 'Set it when the language has a name.'),
  /** Real languages that are recognised in what the story quotes. Default all. Set it to `false`, or to some of them, when lines of the invented language are taken for one. */
  recognize: option(
    recognize,
    'Real languages that are recognised in what the story quotes.',
    undefined,
    'Set it to `false`, or to some of them, when lines of the invented language are taken for one.',
  ),
  /** Words of that language, as a list of words and entries or as a map from words to meanings. Default `[]`. Use it for words that look English. */
  terms: option(
    v.union([v.array(v.union([word, entrySchema], 'a word, or an entry as dictionaries have them')), v.record(word, meaning)]),
    'Words of that language, as a list of words and entries or as a map from words to meanings.',
    [],
    'Use it for words that look English.',
  ),
  /** Words that are never foreign. Default `[]`. Use it for names and dialect that are marked by mistake. */
  ignore: option(v.array(word), 'Words that are never foreign.', [], 'Use it for names and dialect that are marked by mistake.'),
  /** Ways of writing a gloss that count: names, or conventions of your own. Default all. Restrict it when brackets mean something else; marks always count. */
  conventions: option(
    v.array(convention),
    'Ways of writing a gloss that count: names, or conventions of your own.',
    undefined,
    'Restrict it when brackets mean something else; marks always count.',
  ),
  /** Clues of your own, beside the built-in ones. Default `[]`. Add one for evidence that only your stories have. */
  clues: option(v.array(clue), 'Clues of your own, beside the built-in ones.', [], 'Add one for evidence that only your stories have.'),
  /** Confidence below which nothing is reported, 0 to 1. Default `0.5`. Raise it when marks are wrong, lower it when lines are missed. */
  threshold: option(
    v.pipe(v.number(PROBABILITY), v.minValue(0, PROBABILITY), v.maxValue(1, PROBABILITY)),
    'Confidence below which nothing is reported, 0 to 1.',
    0.5,
    'Raise it when marks are wrong, lower it when lines are missed.',
  ),
  /** Name of the story in the evidence of its glossary. Default the file name. Set it when glossaries of several stories are merged. */
  work: option(text, 'Name of the story in the evidence of its glossary.', undefined, 'Set it when glossaries of several stories are merged.'),
  /** Proof-reading rules by name, on or off. Default all on but `unknown-word` and `bracket-without-line`. Turn a rule off when it does not fit the story. */
  rules: option(
    v.record(v.picklist(ruleNames), v.union([v.boolean(), v.picklist(['on', 'off'])], "true or false, 'on' or 'off'")),
    'Proof-reading rules by name, on or off.',
    undefined,
    'Turn a rule off when it does not fit the story.',
  ),
})

export type OptionName = keyof typeof optionsSchema.entries

/** Options that front matter may set: those that are plain data and do not name the source. */
export const FRONT_MATTER_OPTIONS = [
  'lang',
  'recognize',
  'terms',
  'ignore',
  'threshold',
  'conventions',
  'dictionaries',
  'rules',
] as const satisfies readonly OptionName[]

/** Title and default of an option, as `--help` shows them. */
export function helpFor(name: OptionName): string {
  const {title, default: value} = v.getMetadata(optionsSchema.entries[name].wrapped) as {title: string; default?: unknown}
  const shown = title.replace(/\.$/u, '').replace(/^[A-Z](?![A-Z])/u, (letter) => letter.toLowerCase())
  return value === undefined || Array.isArray(value) ? shown : `${shown} (default: ${String(value)})`
}
