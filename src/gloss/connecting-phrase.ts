import {findFirstTokenAfter} from '../detect/passage-forms.js'
import type {GlossCandidate, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import {flagForms} from '../prose/form-table.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {Place, PrintedForm, Span} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import {findTextEndingAt, scoreTranslation, trimComma} from './translation-odds.js'
import type {Convention} from './types.js'

/** Longest phrase or clause that explains a word, in UTF-16 code units. */
const MAX_LENGTH = 80

/** The whole quotation or emphasized stretch that begins at an offset. */
function findSetOffText({text, quotations, emphases}: Passage, start: number): Span | undefined {
  const quotation = quotations[firstEndingAfter(quotations, start)]
  if (quotation?.close && Math.abs(quotation.open.start - start) <= 1) return trimComma(text, quotation)
  const emphasis = emphases[firstEndingAfter(emphases, start)]
  return emphasis && emphasis.start >= start && emphasis.start <= start + 1 ? trimComma(text, emphasis) : undefined
}

/** The explanation that follows a connecting phrase: a quotation or emphasized stretch, otherwise everything up to the next punctuation or clause. */
function findExplanation(passage: Passage, start: number, {glossing}: Host): Span | undefined {
  const {text} = passage
  const setOff = findSetOffText(passage, start)
  if (setOff) return setOff
  const rest = text.slice(start, start + MAX_LENGTH)
  const stop = /[,.;:!?()[\]—–”"»…]|\s[-‘“]/u.exec(rest)?.index ?? (start + MAX_LENGTH >= text.length ? rest.length : -1)
  if (stop <= 0) return undefined
  const clause = glossing.clause.exec(` ${rest.slice(0, stop)} `)?.index
  // A clause right at the beginning is the explanation itself.
  const end = start + (clause !== undefined && clause > 0 ? clause - 1 : stop)
  return end > start ? {start, end} : undefined
}

/** A connecting phrase: where it begins, which is where the explained text ends, and its length. */
interface ConnectingPhrase {
  readonly offset: number
  readonly length: number
}

function* proposeAt(convention: string, passage: Passage, phrases: Iterable<ConnectingPhrase>, host: Host): Generator<GlossCandidate> {
  for (const {offset, length} of phrases) {
    const of = findTextEndingAt(passage, offset)
    const content = of && findExplanation(passage, offset + length, host)
    if (!of || !content) continue
    const odds = scoreTranslation(passage, content, true, host)
    if (!odds) continue
    const span = {start: content.start, end: content.end}
    const place: Place = {passage: passage.index, start: of.start, end: of.end}
    yield {convention, passage: passage.index, ...span, content: span, of: [place], reach: 'all', odds}
  }
}

/** From this tier on, a word of the host's may be another language's. */
const RARE = 55

/** Longest distance from the beginning of a connecting phrase to the end of its core, in UTF-16 code units. */
const MAX_LEAD = 60

/** Offsets where connecting phrases may begin: ends of quotations, emphasis and unknown words shortly before a core. */
function findPhraseStarts({text, quotations, emphases, tokens: range}: Passage, core: RegExp, {tierOf, forms, tokens}: Survey): number[] {
  const offsets = new Set<number>()
  for (const {0: found, index: start} of text.matchAll(core)) {
    const coreEnd = start + found.length
    const isNear = (end: number | undefined): end is number => end !== undefined && end <= coreEnd && end > coreEnd - MAX_LEAD
    for (let i = findFirstTokenAfter(tokens, range, coreEnd) - 1; i >= range.start && isNear(tokens.ends[i]); i--) {
      if ((tierOf(forms[tokens.forms[i] as number] as PrintedForm) ?? RARE) >= RARE) offsets.add(tokens.ends[i] as number)
    }
    const quotationEnd = quotations[firstEndingAfter(quotations, coreEnd) - 1]?.close?.end
    const emphasisEnd = emphases[firstEndingAfter(emphases, coreEnd) - 1]?.end
    for (const end of [quotationEnd, emphasisEnd]) if (isNear(end)) offsets.add(end)
  }
  return [...offsets].sort((a, b) => a - b)
}

/**
 * Finds the paragraphs that have the words of a cue side by side. One pass over the numbers of all words, which is much faster than
 * searching the text.
 */
function findPassagesWithCue(passages: readonly Passage[], cues: readonly (readonly string[])[], {forms, tokens}: Survey): readonly Passage[] {
  const cueKeys = new Set(cues.flat())
  const keyIndices = new Map<string, number>()
  for (const {key, keyIndex} of forms) if (cueKeys.has(key)) keyIndices.set(key, keyIndex)
  const numberedCues = map(cues, (cue) => map(cue, (key) => keyIndices.get(key) ?? -1))
  const firsts = new Set(map(numberedCues, ([first]) => first))
  const isFirst = flagForms(forms, ({keyIndex}) => firsts.has(keyIndex))
  const isCueAt = (cue: readonly number[], at: number, end: number): boolean => {
    for (let i = 0; i < cue.length; i++) if (at + i >= end || forms[tokens.forms[at + i] as number]?.keyIndex !== cue[i]) return false
    return true
  }
  // A named function, since a closure in the loop would be allocated for each word.
  const isAnyCueAt = (at: number, end: number): boolean => numberedCues.some((cue) => isCueAt(cue, at, end))
  const found: Passage[] = []
  let next = 0
  for (let i = 0, end = passages.at(-1)?.tokens.end ?? 0; i < end; i++) {
    if (isFirst[tokens.forms[i] as number] === 0) continue
    while ((passages[next] as Passage).tokens.end <= i) next++
    const passage = passages[next] as Passage
    if (found.at(-1) !== passage && isAnyCueAt(i, passage.tokens.end)) found.push(passage)
  }
  return found
}

/**
 * Creates a convention with a connecting phrase between the text and its explanation.
 *
 * @param kind which phrases of the host
 * @param measure returns the length of the phrase that begins at `offset`, as far as it counts; undefined if no explanation follows it
 */
export const createConnectingConvention = (
  name: string,
  kind: 'means' | 'or',
  measure: (passage: Passage, offset: number, phrase: string, host: Host) => number | undefined,
): Convention => ({
  name,
  find: (passages, {host, survey}) => {
    const {cues, core, phrase, tag: speechTag} = host.glossing[kind]
    /** Length of a speech tag and a phrase behind a quotation; what follows must be set off, since the phrase may belong to the speaker. */
    const measureAfterTag = (passage: Passage, offset: number): number | undefined => {
      const {text, quotations} = passage
      if (!speechTag || quotations[firstEndingAfter(quotations, offset) - 1]?.close?.end !== offset) return undefined
      const tag = speechTag.exec(text.slice(offset, offset + MAX_LENGTH))?.[0].length
      const afterTag = tag === undefined ? undefined : phrase.exec(text.slice(offset + tag, offset + tag + MAX_LENGTH))?.[0].length
      const length = tag !== undefined && afterTag !== undefined ? tag + afterTag : undefined
      return length !== undefined && findSetOffText(passage, offset + length) ? length : undefined
    }
    return flatMap(findPassagesWithCue(passages, cues, survey), (passage) => {
      const {text} = passage
      const phrases = flatMap(findPhraseStarts(passage, core, survey), (offset): ConnectingPhrase[] => {
        const printed = phrase.exec(text.slice(offset, offset + MAX_LENGTH))?.[0]
        const length = printed !== undefined ? measure(passage, offset, printed, host) : measureAfterTag(passage, offset)
        return length === undefined ? [] : [{offset, length}]
      })
      return [...proposeAt(name, passage, phrases, host)]
    })
  },
})
