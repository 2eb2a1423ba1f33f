import * as v from 'valibot'
import {LANGUAGE_TAG} from '../../prose/language-tag.js'
import type {AnnotatedStory} from '../../source/annotation-types.js'

const createLanguageTag = (example: string) => v.optional(v.pipe(v.string(), v.regex(LANGUAGE_TAG, `a BCP 47 language tag, such as ${example}`)))

const isStory = (value: unknown): boolean => {
  const {source, standoff} = (value ?? {}) as Partial<AnnotatedStory>
  return typeof source === 'string' && typeof standoff === 'object' && standoff !== null
}

/** The fields of `ReadOptions` but `file`. */
export const createReadFields = () => ({
  language: createLanguageTag('art-x-vessik'),
  definitionLanguage: createLanguageTag('en'),
  onMessage: v.optional(v.custom<(message: string) => void>((value) => typeof value === 'function', 'a function')),
})

/** The fields of `WriteOptions`. */
export const createWriteFields = () => ({
  stories: v.optional(v.array(v.custom<AnnotatedStory>(isStory, 'a story with `source` and `standoff`'))),
  name: v.optional(v.string()),
})

/** The fields that single formats add. */
export const createOwnFields = () => ({
  base: v.optional(v.string()),
  byteOrderMark: v.optional(v.boolean()),
  compress: v.optional(v.boolean()),
  modified: v.optional(v.date('a valid date')),
})
