import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import {VFileMessage} from 'vfile-message'
import type {Glossary} from '../lexicon/types.js'
import {inventedGlossaries} from '../lint/invented-glossaries.js'
import type {RuleName} from '../lint/rule-names.js'
import {lineWithoutGloss} from '../lint/rules/line-without-gloss.js'
import {nearSpelling} from '../lint/rules/near-spelling.js'
import {unknownWord} from '../lint/rules/unknown-word.js'
import type {Diagnostic} from '../lint/types.js'
import type {SourceSpan} from '../prose/types.js'
import type {Standoff, StandoffPairing} from '../source/annotation-types.js'
import type {TreeFormat} from '../source/format-types.js'
import {flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import type {Problem} from './problem.js'
import type {StorySettings} from './types.js'

/** How a word violates the rules of an affix, by kind of violation. */
const AFFIX_VIOLATIONS: Readonly<Record<string, (affix: string, other: string) => string>> = {
  class: (affix, other) => `“${affix}” does not attach to ${other}`,
  order: (affix, other) => `“${affix}” cannot stand outside “${other}”`,
  seam: (affix, other) => `with “${affix}” it is spelled “${other}”`,
}

/** The sentence of each message, by `ruleId`. */
const SENTENCES: Readonly<Record<RuleName, (...values: string[]) => string>> = {
  'front-matter': (reason) => `Front matter: ${reason}`,
  'host-language': (reason) => reason,
  'line-without-gloss': (line) => `Line without a translation: “${line}”`,
  'gloss-without-line': (gloss) => `Translation without a line: “${gloss}”`,
  'bracket-without-line': (gloss) => `Bracket like a translation, without a line: “${gloss}”`,
  'unbalanced-quotation': (mark, line) => `Missing ${mark === 'open' ? 'closing' : 'opening'} quotation mark: “${line}”`,
  'unbalanced-bracket': (mark, line) => `Missing ${'(['.includes(mark as string) ? 'closing' : 'opening'} bracket after “${line}”`,
  'gloss-length': (ratio, way, gloss, line) => `“${gloss}” is ${ratio} times ${way} than expected for “${line}”`,
  'near-spelling': (spelling, headword) => `“${spelling}” is a near spelling of “${headword}”`,
  'apostrophe-variant': (spelling, usual) => `“${spelling}” is spelled “${usual}” elsewhere`,
  'case-variant': (spelling, usual) => `“${spelling}” is spelled “${usual}” elsewhere`,
  'strange-spelling': (word, letter, source) =>
    `“${word}” contains “${letter}”, which ${source === 'stated' ? 'is not in the alphabet of its language' : 'no other word of its language contains'}`,
  'misused-affix': (word, kind, affix, other) => `“${word}”: ${AFFIX_VIOLATIONS[kind as string]?.(affix as string, other as string)}`,
  'two-meanings': (word, meaning, other, at) => `“${word}” means “${meaning}” here but “${other}” at ${at}`,
  'two-words': (word, meaning, other, at) => `“${word}” means “${meaning}”, as does “${other}” at ${at}`,
  'unknown-word': (word) => `“${word}” is not explained anywhere in the story`,
  'explained-late': (word, count, at) => `“${word}” is used ${count} times before it is explained at ${at}`,
}

export type RuleId = RuleName

/** Rules whose values are whole sentences. */
const WHOLE: ReadonlySet<string> = new Set<RuleName>(['front-matter', 'host-language'])

/** Maximum length of quotations in messages. */
const MAX_QUOTE = 60
const shorten = (text: string): string => (text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text).replace(/\s+/gu, ' ')

/** A diagnostic with its rule. */
export interface RuleDiagnostic extends Diagnostic {
  readonly ruleId: RuleName
}

/** Creates a function that returns the text that readers see in a span of the source. */
export const createTextExtractor =
  (source: string, {show}: Pick<TreeFormat, 'show'>) =>
  ({start, end}: SourceSpan): string =>
    show(source.slice(start, end))

/** Markup and references; text that contains them is not replaced. */
const MARKUP = /[*_`&\\<>]/u

/** Creates a function that formats the line and column of an offset, as `12:3`. */
export function createPositionFormatter(source: string): (offset: number) => string {
  const points = location(source)
  return (offset) => {
    const {line, column} = points.toPoint(offset) ?? {}
    return `${line}:${column}`
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The content of a message. */
export interface MessageData {
  readonly ruleId: RuleId
  readonly reason: string
  readonly place?: {readonly start: Point; readonly end: Point}
  /** The text in question. */
  readonly actual: string
  /** Its replacement. */
  readonly expected?: string
}

/** Converts diagnostics to message data, in text order. */
function toMessageData(source: string, diagnostics: readonly RuleDiagnostic[]): MessageData[] {
  const points = location(source)
  const inOrder = [...diagnostics].sort((a, b) => a.start - b.start || a.end - b.end || compareText(a.ruleId, b.ruleId))
  return map(inOrder, ({start: from, end: to, ruleId, values, expected}): MessageData => {
    const start = points.toPoint(from)
    const end = points.toPoint(to)
    const reason = SENTENCES[ruleId](...(WHOLE.has(ruleId) ? values : map(values, shorten)))
    const actual = source.slice(from, to)
    return {ruleId, reason, ...(start && end && {place: {start, end}}), actual, ...(expected !== undefined && !MARKUP.test(actual) && {expected})}
  })
}

/** Creating a message captures a stack trace, which is slow, so it is done last. */
function toMessage({ruleId, reason, place, actual, expected}: MessageData): VFileMessage {
  const message = new VFileMessage(reason, {ruleId, source: 'xenogloss', ...(place && {place})})
  return expected === undefined ? message : Object.assign(message, {actual, expected: [expected]})
}

/**
 * Converts diagnostics to messages, in text order, with `actual` and `expected` if there is a quick fix.
 *
 * @param noteFor returns the advice for a rule, in Markdown
 */
export function toMessages(source: string, diagnostics: readonly RuleDiagnostic[], noteFor: (ruleId: RuleId) => string): VFileMessage[] {
  return map(toMessageData(source, diagnostics), (data) => Object.assign(toMessage(data), {note: noteFor(data.ruleId)}))
}

/** Converts problems to diagnostics, those of rules that are on. */
export const problemDiagnostics = (problems: readonly Problem[], {disabledRules}: Pick<StorySettings, 'disabledRules'>): RuleDiagnostic[] =>
  flatMap(problems, ({at, reason, ruleId = 'front-matter' as RuleName}): RuleDiagnostic[] =>
    disabledRules.has(ruleId) ? [] : [{...at, ruleId, values: [reason]}],
  )

/** Runs the rules that need no second analysis of the story; their message data in text order. */
export function createAnnotationMessageData(
  source: string,
  {
    standoff,
    glossaries,
    pairings = [],
    problems = [],
  }: {standoff: Standoff; glossaries: readonly Glossary[]; pairings?: readonly StandoffPairing[]; problems?: readonly Problem[]},
  settings: Pick<StorySettings, 'format' | 'disabledRules'>,
): MessageData[] {
  // Without dictionaries: the index of near spellings takes a second for a large one.
  const context = {
    standoff,
    pairings,
    glossaries: inventedGlossaries({standoff, glossaries}),
    visibleText: createTextExtractor(source, settings.format),
    lexicons: [],
  }
  const diagnostics: RuleDiagnostic[] = flatMap([lineWithoutGloss, nearSpelling, unknownWord], ({name, check}) =>
    map(check(context), (diagnostic) => withFields(diagnostic, {ruleId: name as RuleName})),
  )
  return toMessageData(
    source,
    [...problemDiagnostics(problems, settings), ...diagnostics].filter(({ruleId}) => !settings.disabledRules.has(ruleId)),
  )
}

/** The same, as messages. */
export const createAnnotationMessages = (...given: Parameters<typeof createAnnotationMessageData>): VFileMessage[] =>
  map(createAnnotationMessageData(...given), toMessage)

/** Adds messages to their file, with its path. */
export function addMessages(file: VFile, messages: readonly VFileMessage[]): void {
  for (const message of messages) {
    if (file.path) {
      message.name = `${file.path}:${message.name}`
      message.file = file.path
    }
    file.messages.push(message)
  }
}
