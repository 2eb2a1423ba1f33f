import countBy from 'lodash-es/countBy.js'
import uniq from 'lodash-es/uniq.js'
import {flatMap, map} from '../../util/lists.js'
import type {Quotation, Span} from '../types.js'

/** How a story sets its speech off with dashes. */
export interface DashStyle {
  /** `hyphens` are what a typewriter has for a dash: `--` or `- `. */
  readonly of: 'dashes' | 'hyphens'
  /** Words that bring in a speaker after the speech: *said* in `—Sel davan, said Mira.` */
  readonly tags: ReadonlySet<string>
}

const OPENING = {dashes: /^\s*(?:[—–―]|--+)\s*(?=[^\s—–―-])/u, hyphens: /^\s*(?:[—–―]|--+|-(?=\s))\s*(?=[^\s—–―-])/u}
/** A hyphen counts only between spaces: within words it is a letter like others. */
const INNER = {dashes: /[—–―]|--+/gu, hyphens: /[—–―]|--+|(?<=\s)-(?=\s)/gu}
/** A paragraph of speech ends as sentences do, which items of a list and signatures rarely do. */
const SENTENCE_END = /[.!?…—–―-]\s?["”»’)\]*_]*\s*$/u
const QUOTED = /^["“„«»‘「『]/u

/** One such paragraph may be a signature; hyphens are used for lists as well. */
const LEAST = {dashes: 2, hyphens: 3}
/** Share of a story's paragraphs with a hyphen in front that end as sentences do, if they are speech. */
const ENDED = 0.8

/** What follows a comma, question or exclamation, up to the next stop: at most five words, the first in lower case. */
const TAIL = /[,!?…]\s+(\p{Ll}[^\s.,;:!?…]*(?:\s+[^\s.,;:!?…]+){1,4})(?=[.,;:!?…]|\s*$)/gu
/** `said Mira`, `said Mira Tal`. */
const TAG = /^([\p{L}\p{M}’'-]+)\s+(\p{Lu}\S*(?:\s+\p{Lu}\S*)*)$/u
const WORD = /[\p{L}\p{M}’'-]+/gu

/** A word that stands before one name may be part of the speech; before two, or again and again, it tells who speaks, … */
const NAMES = 2
const AGAIN = 3
/**
 * … unless it is used as freely elsewhere: these shares of its uses are among the first two words of such a stretch, and right
 * before a name. In nine novels *said* and *asked* have 0.5–1 and 0.15–0.6, *and*, *or*, *the* at most 0.3 and 0.03.
 */
const IN_TAILS = 0.45
const BEFORE_NAMES = 0.12

/** The words that name speakers, learnt from where they stand. */
function tagsOf(spoken: readonly string[]): ReadonlySet<string> {
  const tails = flatMap(spoken, (text) => Array.from(text.matchAll(TAIL), ([, tail]) => tail as string))
  const names = new Map<string, string[]>()
  for (const tail of tails) {
    const [, word, name] = TAG.exec(tail) ?? []
    if (word === undefined || name === undefined) continue
    const met = names.get(word)
    if (met) met.push(name)
    else names.set(word, [name])
  }
  const isMet = (word: string): boolean => names.has(word)
  const uses = countBy(flatMap(spoken, (text) => (text.match(WORD) ?? []).filter(isMet)))
  const inTails = countBy(flatMap(tails, (tail) => firstTwo(tail).filter(isMet)))
  const isTag = ([word, after]: readonly [string, readonly string[]]): boolean => {
    const all = uses[word] ?? 0
    return (after.length >= AGAIN || uniq(after).length >= NAMES) && (inTails[word] ?? 0) >= IN_TAILS * all && after.length >= BEFORE_NAMES * all
  }
  return new Set(map([...names].filter(isTag), ([word]) => word))
}

/** The speaker may come first: *said Mira*, *she said*. */
const firstTwo = (tail: string): string[] => tail.split(/\s+/u, 2)

/**
 * Whether a story speaks in dashes, from its paragraphs.
 *
 * @param quoted how many paragraphs begin with a quotation mark
 */
export function dashStyleOf(texts: readonly string[], quoted: number): DashStyle | undefined {
  for (const of of ['dashes', 'hyphens'] as const) {
    const begun = texts.filter((text) => OPENING[of].test(text))
    const spoken = begun.filter((text) => SENTENCE_END.test(text))
    if (spoken.length < LEAST[of] || spoken.length < quoted) continue
    if (of === 'hyphens' && (quoted > 0 || spoken.length < ENDED * begun.length)) continue
    return {of, tags: tagsOf(spoken)}
  }
  return undefined
}

/** Stops and white space: what may follow the narrator's words before the speech goes on. */
const STOPS = /[.,;:!?…\s]*/uy
const LETTER = /[\p{L}\p{N}]/u

/** Where the speech goes on after the narrator's words, which end at `from`. */
function resumed(text: string, from: number): number {
  STOPS.lastIndex = from
  STOPS.test(text)
  return STOPS.lastIndex
}

/** Parts speech from the words behind it that name the speaker: `Sel davan, | said Mira. | Ve tal.` */
function* untagged(text: string, speech: Quotation, tags: ReadonlySet<string>): Generator<Quotation> {
  let {open, start} = speech
  if (tags.size > 0) {
    for (const {0: whole, 1: tail, index} of text.slice(start, speech.end).matchAll(TAIL)) {
      if (!firstTwo(tail as string).some((word) => tags.has(word))) continue
      const end = speech.start + index + 1
      const tagEnd = speech.start + index + whole.length
      if (start < end) yield {start, end, open, close: {start: end, end}}
      start = Math.min(resumed(text, tagEnd), speech.end)
      open = {start: Math.min(tagEnd, start), end: start}
    }
  }
  if (start < speech.end) yield {...speech, start, open}
}

/**
 * The speech of a paragraph that begins with a dash; nothing, if it does not. It runs to the dash that begins the
 * narrator's words, which has a space before it, and on from the dash that ends them: `—Sel davan —said Mira—. Ve tal.`
 */
export function dashedIn(text: string, {of, tags}: DashStyle): Quotation[] | undefined {
  const begun = OPENING[of].exec(text)?.[0]
  if (begun === undefined || QUOTED.test(text.charAt(begun.length))) return undefined
  const last = text.trimEnd().length
  const spoken: Quotation[] = []
  let start = begun.length
  let open: Span | undefined = {start: begun.search(/\S/u), end: start}
  for (const {0: dash, index} of text.matchAll(INNER[of])) {
    const end = index + dash.length
    if (index < start || end >= last) continue
    const spaced = /\s/u.test(text.charAt(index - 1))
    if (open && spaced) {
      for (const speech of untagged(text, {start, end: index, open, close: {start: index, end}}, tags)) spoken.push(speech)
      open = undefined
    } else if (!open && (spaced || !LETTER.test(text.charAt(end)))) {
      start = resumed(text, end)
      open = {start: index, end: start}
    }
  }
  return open ? [...spoken, ...untagged(text, {start, end: text.length, open}, tags)] : spoken
}
