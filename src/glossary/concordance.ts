import uniqBy from 'lodash-es/uniqBy.js'
import * as v from 'valibot'
import type {Entry, EvidencePlace, Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan} from '../prose/types.js'
import type {AnnotatedStory, Standoff} from '../source/annotation-types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {flatMap, map, sortBy} from '../util/lists.js'
import {omitUndefined} from '../util/objects.js'
import {findEntries} from './find-entries.js'

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

/** A story to search; with the glossaries of its annotation, a word is found in all its forms: `{...annotate(source, {work}), source, work}`. */
export interface ConcordanceStory extends AnnotatedStory {
  readonly glossaries?: readonly Glossary[] | undefined
}

/** Returns the places of a word in a story: as a term that is printed or listed so, whatever the kind of apostrophe and case. */
function termPlaces(word: string, {work, source, standoff}: AnnotatedStory): EvidencePlace[] {
  const key = fold(word)
  return standoff.terms.flatMap(({start, end, headword, meaning}) =>
    fold(source.slice(start, end)) === key || (headword !== undefined && fold(headword) === key) ? [omitUndefined({work, start, end, meaning})] : [],
  )
}

/**
 * Returns every occurrence of a word in its context (key word in context), in the order of the stories and of their text.
 *
 * @param wanted an entry of a learned glossary, with `evidence`; or a word, in any of its forms
 * @param stories the stories that it was learned from; evidence from other stories is skipped
 * @param given how much context to return
 * @param given.width length of the context on each side, in UTF-16 code units. Default 60
 * @returns an occurrence for each place of the evidence in the given stories
 * @throws TypeError for wrong options
 */
export function concordance(wanted: Entry | string, stories: readonly ConcordanceStory[], given: {readonly width?: number | undefined} = {}): Occurrence[] {
  const {width = WIDTH} = checkOptionsBySchema(createSchema, given)
  const entries =
    typeof wanted === 'string'
      ? findEntries(
          wanted,
          flatMap(stories, ({glossaries = []}) => glossaries),
        )
      : [wanted]
  const evidence = flatMap(entries, (entry) => entry.evidence ?? [])
  return flatMap(stories, (story) => {
    const {work, source, standoff} = story
    const learned = evidence.filter((place) => place.work === work && place.end <= source.length)
    const places = typeof wanted === 'string' && !story.glossaries ? termPlaces(wanted, story) : learned
    const inOrder = sortBy(
      uniqBy(places, ({start}) => start),
      ({start}) => start,
    )
    return map(inOrder, (place) => occurrence(place, source, standoff.utterances, width))
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
