import * as v from 'valibot'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import type {Standoff} from '../source/annotation-types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {uuidOf} from '../util/uuid.js'

/** One annotation of the W3C Web Annotation Data Model (2017), as JSON-LD. */
export interface WebAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'describing'
  readonly body: readonly {readonly type: 'TextualBody'; readonly value: string; readonly format: 'text/plain'; readonly language: string}[]
  readonly target: {
    readonly source: string
    readonly selector: readonly [
      {readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string},
      {readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number},
    ]
  }
}

/** Options of `toWebAnnotations`. */
export interface WebAnnotationOptions {
  /** The source that was annotated. */
  readonly text: string
  /** IRI of the story, absolute. Default: a `urn:uuid` computed from the text, so that the same story always has the same. */
  readonly source?: string | undefined
  /** BCP 47 tag of the translations. Default the language of the annotation, `'en'` for standoff alone. */
  readonly language?: string | undefined
}

/** Scheme and rest (RFC 3987, section 2.2), without the characters that no IRI has. */
const IRI = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/iu

const createSchema = () =>
  v.strictObject({
    text: v.string(),
    source: v.optional(v.pipe(v.string(), v.regex(IRI, 'an absolute IRI, such as https://example.org/story'))),
    language: v.optional(v.pipe(v.string(), v.regex(LANGUAGE_TAG, 'a BCP 47 language tag, such as en'))),
  })

/** Characters of context on either side of a quotation. */
const CONTEXT = 32

/** Converts UTF-16 offsets to the Unicode code points that the model counts in (section 4.2.5). Call it with ascending offsets. */
function createCodePointCounter(text: string): (offset: number) => number {
  let at = 0
  let count = 0
  return (offset) => {
    for (; at < offset; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) count++
    return count
  }
}

/**
 * Converts standoff to Web Annotations: the translation of each utterance, and the meaning of each term that has one.
 *
 * @param annotated the result of `annotate`, or its `standoff`
 * @param given the story
 * @throws TypeError for wrong options, and if the standoff is not of this text
 */
export function toWebAnnotations(
  annotated: Pick<Standoff, 'utterances' | 'terms'> | {readonly standoff: Pick<Standoff, 'utterances' | 'terms'>; readonly hostLanguage?: string},
  given: WebAnnotationOptions,
): WebAnnotation[] {
  const [standoff, hostLanguage = 'en'] = 'standoff' in annotated ? [annotated.standoff, annotated.hostLanguage] : [annotated]
  const {utterances, terms} = standoff
  const {text, source: iri, language = hostLanguage} = checkOptionsBySchema(createSchema, given)
  const source = iri ?? `urn:uuid:${uuidOf(text)}`
  const described = [
    ...utterances.map(({id, start, end, translation}) => ({id, start, end, value: translation})),
    ...terms.map(({id, start, end, meaning}) => ({id, start, end, value: meaning})),
  ]
  const offsets = [...new Set(described.flatMap(({start, end}) => [start, end]))].sort((a, b) => a - b)
  if ((offsets.at(-1) ?? 0) > text.length) throw new TypeError('Option `text` must be the source that was annotated; it is shorter than the standoff says')
  const points = new Map(
    offsets.map(
      (
        (count) => (offset: number) =>
          [offset, count(offset)] as const
      )(createCodePointCounter(text)),
    ),
  )
  return described.flatMap(({id, start, end, value}): WebAnnotation[] => {
    if (value === undefined) return []
    const quote = {
      type: 'TextQuoteSelector' as const,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    }
    const position = {type: 'TextPositionSelector' as const, start: points.get(start) as number, end: points.get(end) as number}
    return [
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `${source}#${id}`,
        type: 'Annotation',
        motivation: 'describing',
        body: [{type: 'TextualBody', value, format: 'text/plain', language}],
        target: {source, selector: [quote, position]},
      },
    ]
  })
}
