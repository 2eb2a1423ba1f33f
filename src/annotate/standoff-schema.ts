import * as v from 'valibot'

/** The standoff format. `npm run schemas` makes the published JSON Schema, src/annotate/standoff.schema.json, from it. */

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.description('UTF-16 code units into the source as given'))
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const id = v.pipe(v.string(), v.regex(/^[ugt]\d+$/u))
const span = {start: offset, end: v.pipe(offset, v.description('UTF-16 code units into the source as given, exclusive'))}
const range = v.strictTuple([offset, offset])

const langConfidence = v.optional(v.pipe(probability, v.description('how sure the language is, if it was recognised as one that fiction quotes')))

const clue = v.strictObject({name: v.string(), weight: v.pipe(v.number(), v.description('natural log-odds'))})

export const standoffSchema = v.strictObject({
  utterances: v.array(
    v.strictObject({
      id,
      ...span,
      lang: v.string(),
      langConfidence,
      translation: v.optional(v.string()),
      gloss: v.optional(id),
      confidence: probability,
      clues: v.array(clue),
    }),
  ),
  glosses: v.array(
    v.strictObject({
      id,
      ...span,
      of: v.pipe(v.array(id), v.description('ids of utterances, or of terms if a single word is glossed')),
      convention: v.string(),
      parts: v.array(v.strictObject({...span, of: v.array(id)})),
    }),
  ),
  terms: v.array(v.strictObject({id, ...span, lang: v.string(), langConfidence, headword: v.optional(v.string()), meaning: v.optional(v.string())})),
  links: v.array(v.strictObject({source: range, target: range, confidence: probability})),
})
