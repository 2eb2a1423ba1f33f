import * as v from 'valibot'
import {CONVENTIONS, LANGUAGES, languageTag, optionsSchema} from '../annotate/options-schema.js'
import {describeIssue, describeUnknown} from '../util/describe-issue.js'
import {DENSITIES, GLOSSES, HOSTS, RENDERERS, TARGETS} from './option-values.js'

/**
 * The configuration of the command line: the options of the library that are plain data, with dictionaries and conventions by name, and
 * how stories are shown. The published JSON Schema, src/cli/config.schema.json, is made from this by `npm run schemas`.
 */
const {format, lang, terms, ignore, threshold, rules} = optionsSchema.entries
const text = v.pipe(v.string(), v.nonEmpty())
const titled = <const Schema extends v.GenericSchema>(schema: Schema, title: string, defaultValue?: string) =>
  v.optional(v.pipe(schema, v.metadata({title, ...(defaultValue !== undefined && {default: defaultValue})})))

export const configurationSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format,
  dictionaries: titled(v.array(text), 'Dictionaries of the languages that may occur: paths relative to this file.'),
  host: titled(v.picklist(HOSTS), 'Language that the stories are told in. Default: recognised in each story.'),
  lang,
  recognize: titled(
    v.union([v.literal(false), v.array(v.picklist(LANGUAGES))]),
    'Real languages that are recognised in what the story quotes, or false. Default all.',
  ),
  terms,
  ignore,
  conventions: titled(v.array(v.picklist(CONVENTIONS)), 'Ways of writing a gloss that count. Default all.'),
  threshold,
  rules,
  output: titled(
    v.strictObject({
      to: titled(v.picklist(TARGETS), 'What `annotate` writes.', 'html'),
      renderer: titled(v.picklist(RENDERERS), 'How utterances and terms are shown. Default depends on `to`.'),
      gloss: titled(v.picklist(GLOSSES), "What happens to the author's own translations. Default depends on `to`."),
      density: titled(v.picklist(DENSITIES), 'Which terms are shown.', 'every'),
      known: titled(v.array(text), 'Words that readers know, for `density: unknown`.'),
      languages: titled(v.array(languageTag), 'Languages to show. Default all.'),
      author: titled(text, 'Author of the book.'),
      title: titled(text, 'Title of the book.'),
    }),
    'How stories are shown. Where they are written is given on the command line.',
  ),
})

/** The content of a configuration file. */
export type Configuration = v.InferOutput<typeof configurationSchema>

/** Errors in a configuration, one line each; none if it is valid. */
export function configurationErrors(value: unknown): string[] {
  const {issues = []} = v.safeParse(configurationSchema, value)
  return issues.map((issue) => {
    const {path, expected, unknownKey} = describeIssue(issue)
    if (unknownKey !== undefined) return describeUnknown('key', path, keysBeside(path))
    return `\`${path || 'the configuration'}\` must be ${expected}, not ${issue.received}`
  })
}

/** The keys allowed where an unknown one stands, with their path. */
function keysBeside(path: string): string[] {
  if (path.startsWith('rules.') || path.startsWith('rules[')) return [...rules.wrapped.pipe[0].key.options]
  return path.startsWith('output.')
    ? Object.keys(configurationSchema.entries.output.wrapped.pipe[0].entries).map((key) => `output.${key}`)
    : Object.keys(configurationSchema.entries)
}
