import * as v from 'valibot'
import {entrySchema} from '../lexicon/dictionary-schema.js'
import {ruleNames} from '../lint/rule-names.js'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {CONVENTIONS, DENSITIES, FORMATS, GLOSSES, RENDERERS, TARGETS} from './option-values.js'

/**
 * The configuration of the command line: nothing but data. The published JSON Schema, src/config.schema.json, is made from this by
 * `npm run schemas`.
 */

const text = v.pipe(v.string(), v.nonEmpty())
const tag = v.pipe(v.string(), v.regex(LANGUAGE_TAG, 'a BCP 47 language tag, such as art-x-vessik'))
const described = <const T extends v.GenericSchema>(schema: T, description: string) => v.optional(v.pipe(schema, v.description(description)))

export const configurationSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: described(v.picklist(FORMATS), 'how stories are written whose names do not tell'),
  dictionaries: described(v.array(text), 'dictionaries of the languages that may occur: paths from the folder of this file'),
  lang: described(tag, 'BCP 47 tag for words that no dictionary claims; default art-x-unknown'),
  terms: described(v.array(v.union([text, entrySchema])), 'words of that language, or entries as dictionaries have them'),
  ignore: described(v.array(text), 'words that are never foreign'),
  conventions: described(v.array(v.picklist(CONVENTIONS)), 'ways of writing a gloss; default all'),
  threshold: described(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 'confidence below which nothing is said; default 0.5'),
  rules: described(v.record(v.picklist(ruleNames), v.union([v.boolean(), v.picklist(['on', 'off'])])), 'for `lint`: its rules by name, on or off'),
  output: described(
    v.strictObject({
      to: described(v.picklist(TARGETS), 'what `annotate` makes; default html'),
      renderer: described(v.picklist(RENDERERS), 'how lines and words are shown; default as the output wants it'),
      gloss: described(v.picklist(GLOSSES), "what becomes of the author's own translations; default as the output wants it"),
      density: described(v.picklist(DENSITIES), 'which words are shown; default every'),
      known: described(v.array(text), 'words that readers know, for density: unknown'),
      languages: described(v.array(tag), 'languages to show; default all'),
      author: described(text, 'of a book'),
      title: described(text, 'of a book'),
    }),
    'how stories are shown; where results go is said on the command line alone',
  ),
})

/** What a configuration file may say. */
export type Configuration = v.InferOutput<typeof configurationSchema>

/** `output.gloss`, `ignore[2]` */
const pathOf = ({path = []}: {readonly path?: readonly {readonly key: unknown}[] | undefined}): string =>
  path.reduce((said, {key}) => (typeof key === 'number' ? `${said}[${key}]` : said === '' ? String(key) : `${said}.${String(key)}`), '')

/** What is wrong with a configuration, one line an error; nothing, if it is one. */
export function configurationErrors(value: unknown): string[] {
  const {issues = []} = v.safeParse(configurationSchema, value)
  return issues.map((issue) => {
    const inner = (issue as {issues?: readonly v.BaseIssue<unknown>[]}).issues?.find(({path}) => path) ?? issue
    const path = [issue, ...(inner === issue ? [] : [inner])].map(pathOf).filter(Boolean).join('.')
    if (inner.kind === 'schema' && inner.expected === 'never') return `there is no key \`${path}\`; ${keysBeside(path)}`
    return `\`${path || 'the whole'}\` must be ${inner.type === 'regex' ? inner.message : sayExpected(inner)}, not ${inner.received}`
  })
}

const sayExpected = ({expected, type, message}: v.BaseIssue<unknown>): string => {
  if (type === 'min_value' || type === 'max_value') return 'a number from 0 to 1'
  if (type === 'non_empty') return 'a text that is not empty'
  return (expected ?? message)
    .replace(/^\(|\)$/gu, '')
    .replaceAll(' | ', ' or ')
    .replace(/^Array$/u, 'a list')
    .replace(/^Object$/u, 'a map')
}

const keysBeside = (path: string): string => {
  const keys = Object.keys(path.startsWith('output.') ? configurationSchema.entries.output.wrapped.pipe[0].entries : configurationSchema.entries)
  return `there are ${keys.map((key) => `\`${key}\``).join(', ')}`
}
