import {location} from 'vfile-location'
import {VFileMessage} from 'vfile-message'
import type {Problem} from './front-matter.js'
import {shownIn} from './stages/parse-html.js'
import {bare, fold} from './text/folding.js'
import type {Format, Glossary, SourceSpan, Standoff} from './types.js'

/** Every message: its constant `ruleId`, and its sentence. */
const SENTENCES = {
  'line-without-gloss': (line: string) => `Line without a translation: “${line}”`,
  'near-spelling': (spelling: string, headword: string) => `“${spelling}” is a near spelling of “${headword}”`,
  'front-matter': (reason: string) => `Front matter: ${reason}`,
  'unknown-word': (word: string) => `No line of the story tells what “${word}” means`,
} as const

export type RuleId = keyof typeof SENTENCES

/** Longer quotations of the story in a message are cut. */
const LONGEST = 60
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(/\s+/gu, ' ')

/** What a proof-reader would write beside the story, in the order of the text. */
export function notes(
  source: string,
  {standoff: {utterances}, glossaries, problems = []}: {standoff: Pick<Standoff, 'utterances'>; glossaries: readonly Glossary[]; problems?: readonly Problem[]},
  {format}: {format: Format},
): VFileMessage[] {
  const points = location(source)
  const found: {at: SourceSpan; ruleId: RuleId; reason: string}[] = []
  const printed = ({start, end}: SourceSpan) => (format === 'html' ? shownIn(source.slice(start, end)) : source.slice(start, end))
  const textOf = (at: SourceSpan) => short(printed(at))
  for (const {at, reason} of problems) found.push({at, ruleId: 'front-matter', reason: SENTENCES['front-matter'](reason)})
  for (const utterance of utterances) {
    if (utterance.translation === undefined)
      found.push({at: utterance, ruleId: 'line-without-gloss', reason: SENTENCES['line-without-gloss'](textOf(utterance))})
  }
  for (const {headword, variants = [], certainty, evidence = []} of glossaries.flatMap(({entries}) => entries)) {
    for (const at of evidence) {
      const spelling = fold(printed(at))
      // An apostrophe more or less at the end is no other spelling.
      if (variants.some((variant) => fold(variant) === spelling) && bare(spelling) !== bare(fold(headword))) {
        found.push({at, ruleId: 'near-spelling', reason: SENTENCES['near-spelling'](textOf(at), headword)})
      }
    }
    if (certainty === 'unknown' && evidence[0]) found.push({at: evidence[0], ruleId: 'unknown-word', reason: SENTENCES['unknown-word'](headword)})
  }
  return found
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
    .map(({at, ruleId, reason}) => {
      const start = points.toPoint(at.start)
      const end = points.toPoint(at.end)
      return new VFileMessage(reason, {ruleId, source: 'xenogloss', ...(start && end && {place: {start, end}})})
    })
}
