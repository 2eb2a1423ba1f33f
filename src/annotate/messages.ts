import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import {VFileMessage} from 'vfile-message'
import type {Glossary} from '../lexicon/types.js'
import type {RuleName} from '../lint/rule-names.js'
import {lineWithoutGloss} from '../lint/rules/line-without-gloss.js'
import {nearSpelling} from '../lint/rules/near-spelling.js'
import {unknownWord} from '../lint/rules/unknown-word.js'
import type {Remark} from '../lint/types.js'
import type {SourceSpan} from '../prose/types.js'
import type {Standoff} from '../source/annotation-types.js'
import {shownIn} from '../source/html/parse-html.js'
import type {Format} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import type {Problem} from './apply-front-matter.js'
import type {ResolvedOptions} from './types.js'

/** What is wrong with an affix, by what its rule calls it. */
const AFFIX: Readonly<Record<string, (affix: string, other: string) => string>> = {
  class: (affix, other) => `“${affix}” does not stand on ${other}`,
  order: (affix, other) => `“${affix}” does not stand outside of “${other}”`,
  seam: (affix, other) => `with “${affix}” it is spelt “${other}”`,
}

/** Every message: its constant `ruleId`, and its sentence. */
const SENTENCES: Readonly<Record<RuleName, (...about: string[]) => string>> = {
  'front-matter': (reason) => `Front matter: ${reason}`,
  'line-without-gloss': (line) => `Line without a translation: “${line}”`,
  'gloss-without-line': (gloss) => `Translation of nothing: “${gloss}”`,
  'unbalanced-quotation': (mark, line) => `Nothing ${mark === 'open' ? 'closes' : 'opens'} the quotation around “${line}”`,
  'unbalanced-bracket': (mark, line) => `Nothing ${'(['.includes(mark as string) ? 'closes' : 'opens'} the bracket behind “${line}”`,
  'gloss-length': (times, way, gloss, line) => `“${gloss}” is ${times} times too ${way} for “${line}”`,
  'near-spelling': (spelling, headword) => `“${spelling}” is a near spelling of “${headword}”`,
  'apostrophe-variant': (spelling, usual) => `“${spelling}” is “${usual}” elsewhere`,
  'case-variant': (spelling, usual) => `“${spelling}” is “${usual}” elsewhere`,
  'strange-spelling': (word, letter, how) =>
    `“${word}” is not spelt as its language is: ${how === 'stated' ? `“${letter}” is none of its letters` : `no other word has “${letter}”`}`,
  'misused-affix': (word, kind, affix, other) => `“${word}”: ${AFFIX[kind as string]?.(affix as string, other as string)}`,
  'two-meanings': (word, meaning, other, at) => `“${word}” means “${meaning}” here and “${other}” at ${at}`,
  'two-words': (word, meaning, other, at) => `“${word}” means “${meaning}”, and so does “${other}” at ${at}`,
  'unknown-word': (word) => `No line of the story tells what “${word}” means`,
  'explained-late': (word, count, at) => `“${word}” stands ${count} times before ${at} tells what it means`,
}

export type RuleId = RuleName

/** Longer quotations of the story in a message are cut. */
const LONGEST = 60
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(/\s+/gu, ' ')

/** A remark, and whose it is. */
export interface LocatedMessage extends Remark {
  readonly ruleId: RuleName
}

/** What a stretch of a source shows. */
export const printer =
  (source: string, format: Format) =>
  ({start, end}: SourceSpan): string =>
    format === 'html' ? shownIn(source.slice(start, end)) : source.slice(start, end)

/** Markup and references: what holds some is not replaced by words alone. */
const MARKUP = /[*_`&\\<>]/u

/** What tells line and column of an offset, as `12:3`. */
export function pointer(source: string): (offset: number) => string {
  const points = location(source)
  return (offset) => {
    const {line, column} = points.toPoint(offset) ?? {}
    return `${line}:${column}`
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What a message says. */
export interface MessageData {
  readonly ruleId: RuleId
  readonly reason: string
  readonly place?: {readonly start: Point; readonly end: Point}
  /** What stands there. */
  readonly actual: string
  /** What mends it. */
  readonly expected?: string
}

/** Remarks, told in the order of the text. */
function toldOf(source: string, said: readonly LocatedMessage[]): MessageData[] {
  const points = location(source)
  const inOrder = [...said].sort((a, b) => a.start - b.start || a.end - b.end || byText(a.ruleId, b.ruleId))
  return map(inOrder, ({start: from, end: to, ruleId, about, expected}): MessageData => {
    const start = points.toPoint(from)
    const end = points.toPoint(to)
    const reason = SENTENCES[ruleId](...(ruleId === 'front-matter' ? about : map(about, short)))
    const actual = source.slice(from, to)
    return {ruleId, reason, ...(start && end && {place: {start, end}}), actual, ...(expected !== undefined && !MARKUP.test(actual) && {expected})}
  })
}

/** A message is an error, and to make one V8 walks the stack: it is made where somebody is to get it. */
function messageOf({ruleId, reason, place, actual, expected}: MessageData): VFileMessage {
  const message = new VFileMessage(reason, {ruleId, source: 'xenogloss', ...(place && {place})})
  return expected === undefined ? message : Object.assign(message, {actual, expected: [expected]})
}

/**
 * Remarks → messages, in the order of the text. `actual` is what stands in the source, `expected` what mends it.
 *
 * @param noteOf what more there is to say of a rule, in Markdown
 */
export function messagesOf(source: string, said: readonly LocatedMessage[], noteOf: (ruleId: RuleId) => string): VFileMessage[] {
  return map(toldOf(source, said), (told) => Object.assign(messageOf(told), {note: noteOf(told.ruleId)}))
}

/** What is wrong with front matter, as remarks. */
export const frontMatterMessages = (problems: readonly Problem[]): LocatedMessage[] =>
  map(problems, ({at, reason}) => ({...at, ruleId: 'front-matter', about: [reason]}))

/** What `annotate` itself has to say, in the order of the text: all that can be told without reading the story once more. */
export function notesOf(
  source: string,
  {standoff, glossaries, problems = []}: {standoff: Standoff; glossaries: readonly Glossary[]; problems?: readonly Problem[]},
  {format, silenced}: Pick<ResolvedOptions, 'format' | 'silenced'>,
): MessageData[] {
  // The story's words are compared with each other, not with dictionaries: an index of near spellings takes a second for a large one.
  const galley = {standoff, glossaries, printed: printer(source, format), lexicons: []}
  const said: LocatedMessage[] = flatMap([lineWithoutGloss, nearSpelling, unknownWord], ({name, find}) =>
    map(find(galley), (remark) => withFields(remark, {ruleId: name as RuleName})),
  )
  return toldOf(
    source,
    [...frontMatterMessages(problems), ...said].filter(({ruleId}) => !silenced.has(ruleId)),
  )
}

/** The same, as messages. */
export const notes = (...given: Parameters<typeof notesOf>): VFileMessage[] => map(notesOf(...given), messageOf)

/** Puts messages on the file that they are about, with its path. */
export function put(file: VFile, messages: readonly VFileMessage[]): void {
  for (const message of messages) {
    if (file.path) {
      message.name = `${file.path}:${message.name}`
      message.file = file.path
    }
    file.messages.push(message)
  }
}
