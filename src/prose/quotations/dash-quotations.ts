import countBy from 'lodash-es/countBy.js'
import uniq from 'lodash-es/uniq.js'
import {flatMap, map} from '../../util/lists.js'
import type {Quotation, Span} from '../types.js'

/** How a story marks speech with dashes. */
export interface DashStyle {
  /** `hyphens` are typewriter dashes, `--` or `- `; `glued` those without a space behind them: `-Sel davan -said Mira-.` */
  readonly kind: 'dashes' | 'hyphens' | 'glued'
  /** Words that begin dialogue tags: *said* in `—Sel davan, said Mira.` */
  readonly tagWords: ReadonlySet<string>
  /** Verbs of saying, which are less sure. */
  readonly speechVerbs: ReadonlySet<string>
}

const KINDS = ['dashes', 'hyphens', 'glued'] as const
const OPENING: Readonly<Record<DashStyle['kind'], RegExp>> = {
  dashes: /^\s*(?:[—–―]|--+)\s*(?=[^\s—–―-])/u,
  hyphens: /^\s*(?:[—–―]|--+|-(?=\s))\s*(?=[^\s—–―-])/u,
  glued: /^\s*(?:[—–―]|--+|-)\s*(?=[^\s—–―-])/u,
}
/** A hyphen counts only between spaces, or where a glued one cannot belong to a word; elsewhere it does. */
const INNER: Readonly<Record<DashStyle['kind'], RegExp>> = {
  dashes: /[—–―]|--+/gu,
  hyphens: /[—–―]|--+|(?<=\s)-(?=\s)/gu,
  glued: /[—–―]|--+|(?<=\s)-(?=\S)|(?<=\S)-(?=[\s.,;:!?…]|$)/gu,
}
/** A paragraph of speech ends like a sentence, which list items and signatures rarely do. */
const SENTENCE_END = /[.!?…—–―-]\s?["”»’)\]*_]*\s*$/u
/** A glued hyphen begins the narrator's words, as no hyphen of a list does. */
const GLUED_TAG = /\s-\p{Ll}/u
const QUOTED = /^["“„«»‘「『]/u

/** Minimum number of paragraphs of speech: one with a dash may be a signature, and hyphens also mark lists. */
const MIN_PARAGRAPHS: Readonly<Record<DashStyle['kind'], number>> = {dashes: 2, hyphens: 3, glued: 2}
/** Minimum share of paragraphs that end like a sentence, among those with a leading hyphen. */
const MIN_SENTENCE_SHARE = 0.8

/** Possible dialogue tag: what stands after a comma, question or exclamation, up to the next stop, its first word in lower case. */
const TAIL = /[,!?…]\s+(\p{Ll}[^\s.,;:!?…]*(?:\s+[^\s.,;:!?…]+)*)(?=[.,;:!?…]|\s*$)/gu
/** `said Mira`, `said Mira Tal`. */
const TAG = /^([\p{L}\p{M}’'-]+)\s+(\p{Lu}\S*(?:\s+\p{Lu}\S*)*)$/u
const WORD = /[\p{L}\p{M}’'-]+/gu

/** A word before one name may belong to the speech. A tag word stands before at least two names, or at least three times. */
const MIN_NAMES = 2
const MIN_USES = 3
/**
 * Minimum shares of a tag word's uses: among the first two words of a tail, and right before a name. In nine novels *said* and *asked*
 * have 0.5–1 and 0.15–0.6; *and*, *or*, *the* at most 0.3 and 0.03.
 */
const MIN_TAIL_SHARE = 0.45
const MIN_NAME_SHARE = 0.12

/** Lengths of tags from which words are learnt, and which learnt words tell. In words. */
const MIN_LEARNT = 2
const MAX_LEARNT = 5

function isLearnable(tail: string): boolean {
  const {length} = tail.split(/\s+/u)
  return length >= MIN_LEARNT && length <= MAX_LEARNT
}

/** Learns the words that begin dialogue tags from their positions. */
function learnTagWords(spoken: readonly string[]): ReadonlySet<string> {
  const tails = flatMap(spoken, (text) => Array.from(text.matchAll(TAIL), ([, tail]) => tail as string).filter(isLearnable))
  const namesByWord = new Map<string, string[]>()
  for (const tail of tails) {
    const [, word, name] = TAG.exec(tail) ?? []
    if (word === undefined || name === undefined) continue
    const names = namesByWord.get(word)
    if (names) names.push(name)
    else namesByWord.set(word, [name])
  }
  const isCandidate = (word: string): boolean => namesByWord.has(word)
  const uses = countBy(flatMap(spoken, (text) => (text.match(WORD) ?? []).filter(isCandidate)))
  const inTails = countBy(flatMap(tails, (tail) => getFirstTwoWords(tail).filter(isCandidate)))
  const isTagWord = ([word, names]: readonly [string, readonly string[]]): boolean => {
    const all = uses[word] ?? 0
    return (names.length >= MIN_USES || uniq(names).length >= MIN_NAMES) && (inTails[word] ?? 0) >= MIN_TAIL_SHARE * all && names.length >= MIN_NAME_SHARE * all
  }
  return new Set(map([...namesByWord].filter(isTagWord), ([word]) => word))
}

/** Returns the words of a tail that may be a tag word: the speaker may come first, *said Mira* or *she said*. */
const getFirstTwoWords = (tail: string): string[] => tail.split(/\s+/u, 2)

/**
 * Detects whether a story marks speech with dashes, from its paragraphs.
 *
 * @param quoted number of paragraphs that begin with a quotation mark
 * @param speechVerbs the host language's verbs of saying
 */
export function detectDashStyle(texts: readonly string[], quoted: number, speechVerbs: ReadonlySet<string>): DashStyle | undefined {
  for (const kind of KINDS) {
    const begun = texts.filter((text) => OPENING[kind].test(text))
    const spoken = begun.filter((text) => SENTENCE_END.test(text))
    if (spoken.length < MIN_PARAGRAPHS[kind] || spoken.length < quoted) continue
    if (kind !== 'dashes' && (quoted > 0 || spoken.length < MIN_SENTENCE_SHARE * begun.length)) continue
    if (kind === 'glued' && spoken.filter((text) => GLUED_TAG.test(text)).length < MIN_PARAGRAPHS.glued) continue
    return {kind, tagWords: learnTagWords(spoken), speechVerbs}
  }
  return undefined
}

/** Punctuation and white space between the narrator's words and the speech after them. */
const SEPARATORS = /[.,;:!?…\s]*/uy
const LETTER = /[\p{L}\p{N}]/u

/** Returns where speech resumes after the narrator's words, which end at `from`. */
function findResumption(text: string, from: number): number {
  SEPARATORS.lastIndex = from
  SEPARATORS.test(text)
  return SEPARATORS.lastIndex
}

/** Verbs are listed with straight apostrophes: *s'écria*. */
const straighten = (word: string): string => word.replaceAll('’', "'")

/** Longest tag in which a verb of saying comes second, in words: *she cried*, *she asked softly*, but not *he said it was late*. */
const MAX_WORDS = 3

/** Returns whether a tail is a dialogue tag: one of any length begins with a verb of saying. */
function isTag(tail: string, {tagWords, speechVerbs}: DashStyle): boolean {
  const words = tail.split(/\s+/u)
  const [first = '', second = ''] = words.slice(0, 2).map(straighten)
  if (speechVerbs.has(first) || (speechVerbs.has(second) && words.length <= MAX_WORDS)) return true
  return isLearnable(tail) && (tagWords.has(first) || tagWords.has(second))
}

/** Splits speech at its dialogue tags and leaves them out: `Sel davan, | said Mira. | Ve tal.` */
function* splitAtTags(text: string, speech: Quotation, style: DashStyle): Generator<Quotation> {
  let {open, start} = speech
  if (style.tagWords.size + style.speechVerbs.size > 0) {
    for (const {0: whole, 1: tail, index} of text.slice(start, speech.end).matchAll(TAIL)) {
      if (!isTag(tail as string, style)) continue
      const end = speech.start + index + 1
      const tagEnd = speech.start + index + whole.length
      if (start < end) yield {start, end, open, close: {start: end, end}}
      start = Math.min(findResumption(text, tagEnd), speech.end)
      open = {start: Math.min(tagEnd, start), end: start}
    }
  }
  if (start < speech.end) yield {...speech, start, open}
}

/** The beginning of the narrator's words behind a dash without a space before it: `—Sel davan—dijo Mira`. */
const NARRATED = /^\s*(\p{Ll}[\p{L}\p{M}’'-]*)(?:\s+([\p{L}\p{M}’'-]+))?(?:\s+([\p{L}\p{M}’'-]+))?/u
/** Where it is looked for, in UTF-16 code units. */
const MAX_TAG = 60

/** Returns whether a text begins with a verb of saying, perhaps behind a pronoun or two. */
function isNarrated(text: string, {speechVerbs}: DashStyle): boolean {
  const [, ...words] = NARRATED.exec(text) ?? []
  return words.some((word) => word !== undefined && speechVerbs.has(straighten(word)))
}

/**
 * Finds the speech of a paragraph that begins with a dash; returns undefined for other paragraphs. Speech extends to the dash that begins
 * the narrator's words, which has a space before it, and resumes at the dash that ends them: `—Sel davan —said Mira—. Ve tal.`
 */
export function findDashQuotations(text: string, style: DashStyle): Quotation[] | undefined {
  const {kind} = style
  const opening = OPENING[kind].exec(text)?.[0]
  if (opening === undefined || QUOTED.test(text.charAt(opening.length))) return undefined
  const textEnd = text.trimEnd().length
  const found: Quotation[] = []
  let start = opening.length
  let isGlued = false
  let open: Span | undefined = {start: opening.search(/\S/u), end: start}
  for (const {0: dash, index} of text.matchAll(INNER[kind])) {
    const end = index + dash.length
    if (index < start || end >= textEnd) continue
    const isAfterSpace = /\s/u.test(text.charAt(index - 1))
    if (open && (isAfterSpace || isNarrated(text.slice(end, end + MAX_TAG), style))) {
      for (const speech of splitAtTags(text, {start, end: index, open, close: {start: index, end}}, style)) found.push(speech)
      open = undefined
      isGlued = !isAfterSpace
    } else if (!open && (isAfterSpace || isGlued || !LETTER.test(text.charAt(end)))) {
      start = findResumption(text, end)
      open = {start: index, end: start}
    }
  }
  return open ? [...found, ...splitAtTags(text, {start, end: text.length, open}, style)] : found
}
