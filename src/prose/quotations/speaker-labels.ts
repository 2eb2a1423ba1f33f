import countBy from 'lodash-es/countBy.js'
import type {Quotation} from '../types.js'

/** A time of day before a message. */
const TIME = String.raw`(?:[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*)?`
/** A name of up to three words, which a bracket may follow: `MIRA (softly):`. */
const NAME = String.raw`(\p{Lu}[\p{L}\p{M}\p{N}_’'.-]*(?:[ \t]\p{Lu}[\p{L}\p{M}’'.-]*){0,2})(?:[ \t]\([^()]{1,40}\))?:`
/** A name in a log of messages: `<mira>`. */
const NICK = String.raw`<([\p{L}\p{N}_[\]^|\x60-]{1,20})>`
const LABEL = new RegExp(String.raw`^\s*${TIME}(?:${NAME}|${NICK})\s+(?=\S)`, 'u')

/** A name in capitals on a line of its own, as screenplays print it: `MIRA (softly)`. */
const CUE = /^\s*(\p{Lu}[\p{Lu}\p{M}\p{N}’'. -]{1,30})(?:\([^()\n]{1,40}\))?[ \t]*\n(?=\S)/u

const MESSAGE = new RegExp(String.raw`^\s*${TIME}${NICK}(?:\s|$)`, 'u')

/** Returns who sends a message in a log, from its line: `[10:22] <mira> hello`; undefined for other lines. */
export const readMessageSender = (line: string): string | undefined => MESSAGE.exec(line)?.[1]

/** Minimum number of speakers, each with at least as many paragraphs: a list has each label once. */
const MIN_SPEAKERS = 2
const MIN_TURNS = 2

const readLabel = (text: string): {speaker: string; length: number} | undefined => {
  const [label, name, nick] = LABEL.exec(text) ?? CUE.exec(text) ?? []
  return label === undefined ? undefined : {speaker: (name ?? nick)?.trim() as string, length: label.length}
}

/** Detects the speakers of a story that names them before what they say, as plays, interviews and logs of messages do. */
export function detectSpeakers(texts: readonly string[]): ReadonlySet<string> | undefined {
  const turns = countBy(texts.flatMap((text) => readLabel(text)?.speaker ?? []))
  const speakers = Object.keys(turns).filter((speaker) => (turns[speaker] as number) >= MIN_TURNS)
  return speakers.length >= MIN_SPEAKERS ? new Set(speakers) : undefined
}

/** The same, where the line may be all of the paragraph. */
const CUE_LINE = /^\s*(\p{Lu}[\p{Lu}\p{M}\p{N}’'. -]{1,30})(?:\([^()\n]{1,40}\))?[ \t]*(?:\n|$)/u
/** So many paragraphs of a screenplay begin with a name, and so many with the same one. */
const MIN_CUES = 3
const MIN_SAME = 2

/**
 * Finds the names that a screenplay prints above what they say: where several paragraphs begin with a name in capitals, those that share theirs
 * with another. Inscriptions in capitals are no names: each stands once.
 *
 * @returns length of the line with the name, in UTF-16 code units, for each text; undefined for texts that have none
 */
export function screenplayCues(texts: readonly string[]): readonly (number | undefined)[] {
  const cues = texts.map((text) => CUE_LINE.exec(text))
  const speakers = cues.flatMap((cue) => cue?.[1]?.trim() ?? [])
  if (speakers.length < MIN_CUES || !texts.some((text) => CUE.test(text))) return []
  const times = countBy(speakers)
  return cues.map((cue) => (cue && (times[cue[1]?.trim() as string] as number) >= MIN_SAME ? cue[0].length : undefined))
}

/** The name before a message on a line of its own: `theo (busy): when`, `moth_lamp: no`. */
const MESSAGE_LABEL =
  /^[ \t>]*(?:[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]*)?([\p{L}\p{N}_][\p{L}\p{M}\p{N}_’'.-]{0,24})(?:[ \t]\([^()\n]{1,40}\))?:[ \t]+(?=\S)/gmu

/** A line with the name before it. */
interface LabelledLine {
  readonly name: string
  /** UTF-16 code units, from the beginning of the line to the end of what stands before the message. */
  readonly start: number
  readonly end: number
  /** The message. */
  readonly said: string
}

function labelledLines(text: string): LabelledLine[] {
  if (!text.includes(': ')) return []
  return [...text.matchAll(MESSAGE_LABEL)].map(({0: label, 1: name, index}) => {
    const end = index + label.length
    const stop = text.indexOf('\n', end)
    return {name: name as string, start: index, end, said: text.slice(end, stop < 0 ? undefined : stop)}
  })
}

/**
 * Finds the names of those who send messages in turns: each has several lines, and says different things; a list that stands twice says the same.
 *
 * @returns the lines with such names, for each text
 */
export function messageLabels(texts: readonly string[]): readonly (readonly LabelledLine[])[] {
  const lines = texts.map(labelledLines)
  const said = new Map<string, Set<string>>()
  for (const {name, said: message} of lines.flat()) {
    const own = said.get(name)
    if (own) own.add(message)
    else said.set(name, new Set([message]))
  }
  const senders = new Set([...said].flatMap(([name, messages]) => (messages.size >= MIN_TURNS ? [name] : [])))
  return senders.size < MIN_SPEAKERS ? [] : lines.map((own) => own.filter(({name}) => senders.has(name)))
}

const QUOTED = /["“”„«»‹›「『<>]/u

/** Returns what a paragraph that begins with a speaker's name says; undefined for other paragraphs, and for what has quotation marks itself. */
export function findLabelledSpeech(text: string, speakers: ReadonlySet<string>): Quotation[] | undefined {
  const label = readLabel(text)
  if (label === undefined || !speakers.has(label.speaker)) return undefined
  if (QUOTED.test(text.slice(label.length))) return undefined
  const end = text.trimEnd().length
  return [{start: label.length, end, open: {start: label.length, end: label.length}, close: {start: end, end}}]
}
