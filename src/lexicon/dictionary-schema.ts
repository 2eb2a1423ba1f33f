import * as v from 'valibot'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import type {Dictionary} from './types.js'

/**
 * The dictionary format. The published JSON Schema, dictionaries/dictionary.schema.json, is made from this by
 * `npm run schemas`; a test holds it against the types of src/types.ts.
 */

const text = v.pipe(v.string(), v.nonEmpty())
const certainty = v.pipe(
  v.picklist(['attested', 'inferred', 'unknown']),
  v.description('attested: a gloss says so; inferred: somebody concluded it; unknown: nobody can say'),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const status = v.pipe(
  v.picklist(['proposed', 'accepted', 'rejected']),
  v.description('a program proposes, a person accepts or rejects; absent where a person wrote it, which is acceptance'),
)
/** `left+right=written`; one side of the plus sign may be empty, not both. */
const seam = v.pipe(v.string(), v.regex(/^(?:[^+=]+\+[^+=]*|\+[^+=]+)=[^+=]*$/, 'left+right=written, such as y+s=ies'))
const seams = v.optional(v.pipe(v.array(seam), v.description('changes of spelling where two parts meet, left+right=written')))

const sense = v.strictObject({definition: text, certainty: v.optional(certainty), status: v.optional(status)})
const form = v.strictObject({form: text, meaning: v.optional(text)})
const attestation = v.strictObject({work: v.optional(text), chapter: v.optional(count), paragraph: v.optional(count)})
const place = {start: count, end: count}

export const entrySchema = v.strictObject({
  headword: v.pipe(text, v.description('as printed; an affix begins or ends with a hyphen')),
  kind: v.optional(v.picklist(['word', 'name'])),
  partOfSpeech: v.optional(text),
  senses: v.optional(v.pipe(v.array(v.union([text, sense])), v.description('meanings, the commonest first'))),
  forms: v.optional(v.pipe(v.array(v.union([text, form])), v.description('inflected forms'))),
  variants: v.optional(v.pipe(v.array(text), v.description('other spellings of the headword'))),
  certainty: v.optional(certainty),
  notes: v.optional(text),
  see: v.optional(v.pipe(v.array(text), v.description('headwords of related entries'))),
  attestations: v.optional(v.array(attestation)),
  parts: v.optional(v.pipe(v.array(text), v.description('headwords of the entries that it is built of, in order'))),
  attachesTo: v.optional(v.pipe(v.array(text), v.description('parts of speech that an affix attaches to; any, where absent'))),
  gives: v.optional(v.pipe(text, v.description('part of speech of what an affix makes; that of the stem, where absent'))),
  slot: v.optional(v.pipe(text, v.description('which of the slots in inflection an affix stands in'))),
  seams,
  status: v.optional(status),
  count: v.optional(v.pipe(count, v.description('learnt: how often the word was met'))),
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
      v.description('learnt: where, in UTF-16 code units of the source, end exclusive'),
    ),
  ),
})

const letters = v.pipe(v.array(text), v.minLength(1))
const spelling = v.strictObject({
  letters: v.optional(v.pipe(letters, v.description('the letters in the order of the alphabet'))),
  caseSensitive: v.optional(v.boolean()),
  joiners: v.optional(v.pipe(v.string(), v.description('characters besides letters, marks and digits that stand inside words'))),
  variants: v.optional(v.pipe(v.array(v.pipe(v.array(text), v.minLength(2))), v.description('spellings of one letter, folded to the first'))),
  classes: v.optional(
    v.pipe(v.record(v.pipe(v.string(), v.regex(/^[^<>+=]+$/, 'a name without < > + =')), letters), v.description('named sets of letters, for seams')),
  ),
})

const inflection = v.strictObject({
  slots: v.optional(v.pipe(letters, v.description('the order of affixes, from the stem outwards'))),
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
      v.description('of definitions, notes and meanings of forms; en, where absent'),
    ),
  ),
  name: v.optional(text),
  licence: v.optional(text),
  source: v.optional(text),
  spelling: v.optional(spelling),
  inflection: v.optional(inflection),
  entries: v.array(entrySchema),
})

/** `entries[3] (“sha'nauch”).senses[0].definition`: a path that a person finds. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = ''
  for (const {key, value} of (issue.path ?? []) as {key: unknown; value: unknown}[]) {
    path += typeof key === 'number' ? `[${key}]` : path === '' ? String(key) : `.${String(key)}`
    const headword = (value as {headword?: unknown} | null)?.headword
    if (typeof headword === 'string') path += ` (“${headword.slice(0, 40)}”)`
  }
  return path
}

/** What is wrong with a value that should be a dictionary, one line an error; nothing, if it is one. */
export function dictionaryErrors(value: unknown): string[] {
  const result = v.safeParse(dictionarySchema, value)
  if (result.success) return []
  return result.issues.map((issue) => {
    const inner = (issue as {issues?: readonly v.BaseIssue<unknown>[]}).issues?.find(({path}) => path) ?? issue
    const path = [issue, ...(inner === issue ? [] : [inner])].map(pathOf).filter(Boolean).join('.')
    return `${path || 'the dictionary'}: expected ${inner.type === 'regex' ? inner.message : (inner.expected ?? inner.message)}, got ${inner.received}`
  })
}

/**
 * @throws TypeError that names the first entries and fields that are wrong, and what they may be
 */
export function checkDictionary(value: unknown): Dictionary {
  const errors = dictionaryErrors(value)
  if (errors.length === 0) return value as Dictionary
  const rest = errors.length > 5 ? `\n… and ${errors.length - 5} more` : ''
  throw new TypeError(`Not a dictionary:\n${errors.slice(0, 5).join('\n')}${rest}`)
}
