import * as v from 'valibot'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import type {Dictionary} from './types.js'

/**
 * The dictionary format. `npm run schemas` generates the published JSON Schema, dictionaries/dictionary.schema.json, from it; a test compares it with
 * the types in types.ts.
 */

const text = v.pipe(v.string(), v.nonEmpty())
const certainty = v.pipe(v.picklist(['attested', 'inferred', 'unknown']), v.description('attested: stated by a gloss; inferred: concluded; unknown: not known'))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const status = v.pipe(
  v.picklist(['proposed', 'accepted', 'rejected']),
  v.description('programs propose, people accept or reject; absent on what a person wrote, which counts as accepted'),
)
/** `left+right=written`; one side of the plus sign may be empty, but not both. */
const seam = v.pipe(v.string(), v.regex(/^(?:[^+=]+\+[^+=]*|\+[^+=]+)=[^+=]*$/, 'left+right=written, such as y+s=ies'))
const seams = v.optional(v.pipe(v.array(seam), v.description('changes of spelling where two parts meet, as left+right=written')))

const sense = v.strictObject({definition: text, certainty: v.optional(certainty), status: v.optional(status)})
const form = v.strictObject({form: text, meaning: v.optional(text)})
const attestation = v.strictObject({work: v.optional(text), chapter: v.optional(count), paragraph: v.optional(count)})
const place = {start: count, end: count}

export const entrySchema = v.strictObject({
  headword: v.pipe(text, v.description('as printed; an affix begins or ends with a hyphen')),
  kind: v.optional(v.picklist(['word', 'name'])),
  partOfSpeech: v.optional(text),
  pronunciation: v.optional(v.pipe(text, v.description('how the headword is pronounced, usually in the International Phonetic Alphabet'))),
  senses: v.optional(v.pipe(v.array(v.union([text, sense])), v.description('meanings, most common first'))),
  forms: v.optional(v.pipe(v.array(v.union([text, form])), v.description('inflected forms'))),
  variants: v.optional(v.pipe(v.array(text), v.description('other spellings of the headword'))),
  caseSensitive: v.optional(v.pipe(v.boolean(), v.description('whether the word is only found in this case; default: that of the language'))),
  certainty: v.optional(certainty),
  notes: v.optional(text),
  see: v.optional(v.pipe(v.array(text), v.description('headwords of related entries'))),
  attestations: v.optional(v.array(attestation)),
  parts: v.optional(v.pipe(v.array(text), v.description('headwords of the entries that it is built of, in order'))),
  attachesTo: v.optional(v.pipe(v.array(text), v.description('parts of speech that an affix attaches to; default: any'))),
  gives: v.optional(v.pipe(text, v.description('part of speech of the result of adding an affix; default: that of the stem'))),
  slot: v.optional(v.pipe(text, v.description('the slot in inflection that an affix belongs to'))),
  seams,
  status: v.optional(status),
  count: v.optional(v.pipe(count, v.description('learned: number of occurrences'))),
  evidence: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          ...place,
          work: v.optional(text),
          form: v.optional(text),
          meaning: v.optional(text),
          confidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
          translation: v.optional(v.strictObject(place)),
        }),
      ),
      v.description('learned: places of occurrence, in UTF-16 code units of the source, end exclusive'),
    ),
  ),
})

const letters = v.pipe(v.array(text), v.minLength(1))
const spelling = v.strictObject({
  letters: v.optional(v.pipe(letters, v.description('the letters in alphabetical order'))),
  caseSensitive: v.optional(v.boolean()),
  joiners: v.optional(v.pipe(v.string(), v.description('characters other than letters, marks and digits that occur inside words'))),
  variants: v.optional(v.pipe(v.array(v.pipe(v.array(text), v.minLength(2))), v.description('spellings of one letter, all folded to the first'))),
  classes: v.optional(
    v.pipe(v.record(v.pipe(v.string(), v.regex(/^[^<>+=]+$/, 'a name without < > + =')), letters), v.description('named sets of letters, used in seams')),
  ),
})

const inflection = v.strictObject({
  slots: v.optional(v.pipe(letters, v.description('the order of affixes, from the stem outward'))),
  seams,
  compounds: v.optional(v.pipe(v.boolean(), v.description('whether words are compounded without a hyphen'))),
})

export const dictionarySchema = v.strictObject({
  $schema: v.optional(v.string()),
  language: v.pipe(v.string(), v.regex(LANGUAGE_TAG, 'a BCP 47 language tag, such as art-x-vessik')),
  definitionLanguage: v.optional(
    v.pipe(
      v.string(),
      v.regex(LANGUAGE_TAG, 'a BCP 47 language tag, such as en'),
      v.description('language of definitions, notes and meanings of forms; default: en'),
    ),
  ),
  name: v.optional(text),
  licence: v.optional(text),
  source: v.optional(text),
  spelling: v.optional(spelling),
  inflection: v.optional(inflection),
  entries: v.array(entrySchema),
})

/** Formats the path of an issue for people: `entries[3] (“sha'nauch”).senses[0].definition`. */
function formatPath(issue: v.BaseIssue<unknown>): string {
  let path = ''
  for (const {key, value} of (issue.path ?? []) as {key: unknown; value: unknown}[]) {
    path += typeof key === 'number' ? `[${key}]` : path === '' ? String(key) : `.${String(key)}`
    const headword = (value as {headword?: unknown} | null)?.headword
    if (typeof headword === 'string') path += ` (“${headword.slice(0, 40)}”)`
  }
  return path
}

/** Returns the errors in a value that should be a dictionary, one line each; an empty array if it is valid. */
export function dictionaryErrors(value: unknown): string[] {
  const result = v.safeParse(dictionarySchema, value)
  if (result.success) return []
  return result.issues.map((issue) => {
    const inner = (issue as {issues?: readonly v.BaseIssue<unknown>[]}).issues?.find(({path}) => path) ?? issue
    const path = [issue, ...(inner === issue ? [] : [inner])].map(formatPath).filter(Boolean).join('.')
    return `${path || 'the dictionary'}: expected ${inner.type === 'regex' ? inner.message : (inner.expected ?? inner.message)}, got ${inner.received}`
  })
}

/**
 * Returns the value if it is a dictionary.
 *
 * @throws TypeError that names the first wrong entries and fields and the expected values
 */
export function checkDictionary(value: unknown): Dictionary {
  const errors = dictionaryErrors(value)
  if (errors.length === 0) return value as Dictionary
  const rest = errors.length > 5 ? `\n… and ${errors.length - 5} more` : ''
  throw new TypeError(`Not a valid dictionary:\n${errors.slice(0, 5).join('\n')}${rest}`)
}
