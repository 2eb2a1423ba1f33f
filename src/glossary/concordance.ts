import * as v from 'valibot'
import type {Entry, EvidencePlace} from '../lexicon/types.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan} from '../prose/types.js'
import type {AnnotatedStory, Standoff} from '../source/annotation-types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {sortBy} from '../util/lists.js'

/** One occurrence of a word in its context. */
export interface Occurrence extends SourceSpan {
  readonly work?: string
  /** As printed. */
  readonly word: string
  /** The text before and after it, with white space collapsed, cut between words. */
  readonly before: string
  readonly after: string
  /** Translation of the utterance that contains it. */
  readonly translation?: string
  /** Meaning of the word there, if there is a link. */
  readonly meaning?: string
}

/** In UTF-16 code units, on each side. */
const WIDTH = 60

const createSchema = () => v.strictObject({width: v.optional(v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'a number from 0 on')))})

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ')

function beforeOf(source: string, start: number, width: number): string {
  const text = oneLine(source.slice(Math.max(0, start - 2 * width), start))
  if (text.length <= width) return text
  const cut = text.slice(-width)
  return /\s/u.test(text.at(-width - 1) ?? '') ? cut : cut.replace(/^\S*\s?/u, '')
}

function afterOf(source: string, end: number, width: number): string {
  const text = oneLine(source.slice(end, end + 2 * width))
  if (text.length <= width) return text
  const cut = text.slice(0, width)
  return /\s/u.test(text.charAt(width)) ? cut : cut.replace(/\s?\S*$/u, '')
}

/**
 * Returns every occurrence of an entry in its context (key word in context), in the order of the stories and of their text.
 *
 * @param entry an entry of a learned glossary, with `evidence`
 * @param stories the stories that it was learned from; evidence from other stories is skipped
 * @param given how much context to return
 * @param given.width length of the context on each side, in UTF-16 code units. Default 60
 * @returns an occurrence for each place of the evidence in the given stories
 * @throws TypeError for wrong options
 */
export function concordance(entry: Entry, stories: readonly AnnotatedStory[], given: {readonly width?: number | undefined} = {}): Occurrence[] {
  const {width = WIDTH} = checkOptionsBySchema(createSchema, given)
  const evidence = entry.evidence ?? []
  return stories.flatMap(({work, source, standoff}) => {
    const own = sortBy(
      evidence.filter((place) => place.work === work && place.end <= source.length),
      ({start}) => start,
    )
    return own.map((place) => occurrence(place, source, standoff.utterances, width))
  })
}

function occurrence({work, start, end, meaning}: EvidencePlace, source: string, utterances: Standoff['utterances'], width: number): Occurrence {
  const line = utterances[firstEndingAfter(utterances, start)]
  const translation = line && line.start <= start ? line.translation : undefined
  return {
    ...(work !== undefined && {work}),
    start,
    end,
    before: beforeOf(source, start, width),
    word: source.slice(start, end),
    after: afterOf(source, end, width),
    ...(translation !== undefined && {translation: oneLine(translation)}),
    ...(meaning !== undefined && {meaning}),
  }
}
