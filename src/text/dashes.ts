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
const TAG = /^(\S+)\s+(\p{Lu}\S*(?:\s+\p{Lu}\S*)*)$/u
/** A word that stands before one name may be part of the speech; before two, or again and again, it tells who speaks. */
const NAMES = 2
const AGAIN = 3

/** The words that name speakers, learnt from where they stand: behind the speech, before a name. */
function tagsOf(spoken: readonly string[]): ReadonlySet<string> {
  const met = new Map<string, {count: number; names: Set<string>}>()
  for (const text of spoken) {
    for (const [, tail] of text.matchAll(TAIL)) {
      const [, word, name] = TAG.exec(tail as string) ?? []
      if (word === undefined || name === undefined) continue
      let entry = met.get(word)
      if (!entry) met.set(word, (entry = {count: 0, names: new Set()}))
      entry.count++
      entry.names.add(name)
    }
  }
  return new Set([...met].filter(([, {count, names}]) => count >= AGAIN || names.size >= NAMES).map(([word]) => word))
}

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
    TAIL.lastIndex = start
    for (let match = TAIL.exec(text); match && match.index < speech.end; match = TAIL.exec(text)) {
      // The speaker may come first: *she said*.
      if (!match[1]?.split(/\s+/u, 2).some((word) => tags.has(word))) continue
      const end = match.index + 1
      const tagEnd = match.index + match[0].length
      yield {start, end, open, close: {start: end, end}}
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
