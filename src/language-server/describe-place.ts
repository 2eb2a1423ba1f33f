import type {Paragraph, PhrasingContent, Root} from 'mdast'
import {toMarkdown} from 'mdast-util-to-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import {type Hover, MarkupKind} from 'vscode-languageserver'
import {sensesOf} from '../lexicon/entry.js'
import type {Entry} from '../lexicon/types.js'
import type {SourceSpan} from '../prose/types.js'
import type {StandoffUtterance} from '../source/annotation-types.js'
import type {AnalysedStory} from './create-stories.js'
import type {AnalysedTerm} from './types.js'

const formatPercent = (share: number): string => `${Math.round(100 * share)} %`
const meaningsOf = (entry: Entry): string =>
  sensesOf(entry)
    .map(({definition}) => definition)
    .join('; ')
const formatPart = (entry: Entry): string => `${entry.headword} “${meaningsOf(entry) || '?'}”`

/** What the source shows between its tags, on one line. */
const show = (source: string, {start, end}: SourceSpan): string =>
  source
    .slice(start, end)
    .replace(/<[^<>]*>/gu, '')
    .replace(/\s+/gu, ' ')

const textNode = (value: string): PhrasingContent => ({type: 'text', value})
const paragraph = (...children: readonly PhrasingContent[]): Paragraph => ({type: 'paragraph', children: [...children]})
const title = (text: string, meaning: string): Paragraph => paragraph({type: 'strong', children: [textNode(text)]}, textNode(` ${meaning}`))
const details = (...items: readonly (string | undefined)[]): Paragraph => paragraph(textNode(items.filter((item) => item !== undefined).join(' · ')))

const formatLanguage = ({lang, langConfidence}: Pick<StandoffUtterance, 'lang' | 'langConfidence'>): string =>
  langConfidence === undefined ? lang : `${lang}, recognised with ${formatPercent(langConfidence)}`

/** A word: its meaning; the entry with its affixes, if it is not the word itself; its language and the score of the reading. */
function describeTerm(term: AnalysedTerm, source: string): Paragraph[] {
  const [best, ...others] = term.readings
  const {parts = [], entry} = best ?? {}
  const meaning = term.meaning ?? (entry && meaningsOf(entry))
  const shown = show(source, term)
  const alternatives = others.map((reading) => reading.parts.map(formatPart).join(' + '))
  return [
    title(shown, meaning ? `“${meaning}”` : 'meaning unknown'),
    ...(entry && (parts.length > 1 || entry.headword !== shown) ? [details(parts.map(formatPart).join(' + '))] : []),
    ...(alternatives.length > 0 ? [details(`or: ${alternatives.join(', ')}`)] : []),
    details(formatLanguage(term), entry?.partOfSpeech, entry?.pronunciation, best && `reading ${formatPercent(best.score)}`),
    ...(entry?.notes === undefined ? [] : [details(entry.notes)]),
  ]
}

const describeLine = (line: StandoffUtterance, source: string): Paragraph[] => [
  title(show(source, line), line.translation === undefined ? 'no translation found' : `“${line.translation}”`),
  details(formatLanguage(line), `confidence ${formatPercent(line.confidence)}`),
]

/**
 * Describes the word and the line of another language at an offset.
 *
 * @param isPlain whether the editor shows plain text only
 * @returns undefined where nothing is foreign
 */
export function describePlace({document, source, analysis: {terms, utterances}}: AnalysedStory, offset: number, isPlain: boolean): Hover | undefined {
  const isHere = ({start, end}: SourceSpan): boolean => start <= offset && offset <= end
  // Between two words without a space the one that begins counts.
  const term = terms.findLast(isHere)
  const line = utterances.findLast(isHere)
  const span = term ?? line
  if (!span) return undefined
  const children = [...(term ? describeTerm(term, source) : []), ...(line ? describeLine(line, source) : [])]
  const tree: Root = {type: 'root', children}
  return {
    contents: isPlain
      ? {kind: MarkupKind.PlainText, value: children.map((child) => textOf(child)).join('\n')}
      : {kind: MarkupKind.Markdown, value: toMarkdown(tree)},
    range: {start: document.positionAt(span.start), end: document.positionAt(span.end)},
  }
}
