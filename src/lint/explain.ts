import type {Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import groupBy from 'lodash-es/groupBy.js'
import max from 'lodash-es/max.js'
import type {Annotation} from '../annotate/types.js'
import {ATTESTED_CONFIDENCE} from '../glossary/merge-senses.js'
import {isAffix, meaningOf} from '../lexicon/entry.js'
import type {Entry, Glossary, Reading} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import type {SourceSpan} from '../prose/types.js'
import type {Standoff, StandoffGloss, StandoffPairing, StandoffTerm, StandoffUtterance, XenoglossFields} from '../source/annotation-types.js'
import type {Tree, TreeNode} from '../source/types.js'
import {sortBy} from '../util/lists.js'
import {describeClue, describeConvention, describeReasons, STEP_SENTENCES} from './explanations.js'

/** The reasons for a part of the annotation, in sentences. */
export interface Explanation extends SourceSpan {
  readonly kind: 'utterance' | 'gloss' | 'term' | 'link'
  /** Id of what is explained; links have none. */
  readonly id?: string
  readonly sentences: readonly string[]
}

/** The parts of an annotation that `explain` uses. */
export type ExplainInput = Pick<Annotation<Tree>, 'tree' | 'standoff' | 'glossaries'> & Partial<Pick<Annotation<Tree>, 'pairings'>>

/** Maximum number of further readings and of meanings listed. */
const MAX_ITEMS = 3

const formatPercent = (share: number): string => `${Math.round(100 * share)}%`
/** Removes the full stop after a quotation that ends a sentence. */
const fixFullStop = (sentence: string): string => sentence.replace(/([.!?…]”)\.$/u, '$1')
const formatCount = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
const quote = (text: string): string => `“${text.replace(/\s+/gu, ' ').trim()}”`
const joinList = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)

/** Maps the id of each annotation node to its fields and its text; the pieces of a node that markup splits are joined. */
function collectShownText(tree: Tree): Map<string, {readonly fields: XenoglossFields; text: string}> {
  const found = new Map<string, {readonly fields: XenoglossFields; text: string}>()
  const stack: TreeNode[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const fields =
      node.type === 'element' ? node.data?.xenogloss : node.type === 'utterance' || node.type === 'gloss' || node.type === 'term' ? node : undefined
    if (fields && fields.type !== 'translation') {
      const known = found.get(fields.id)
      if (known) known.text += textOf(node as Nodes)
      else found.set(fields.id, {fields, text: textOf(node as Nodes)})
    }
    if ('children' in node) for (const child of [...node.children].reverse()) stack.push(child as TreeNode)
  }
  return found
}

/** Says how a language was recognised. */
const describeRecognition = ({lang, langConfidence}: Pick<StandoffUtterance, 'lang' | 'langConfidence'>): string[] =>
  langConfidence === undefined
    ? []
    : [`Words and spelling, and what else the story quotes, show that it is ${lang}, with a confidence of ${formatPercent(langConfidence)}.`]

function describeUtterance(line: StandoffUtterance, text: string, pairing: readonly string[]): string[] {
  const {lang, confidence, clues, translation} = line
  const sortedClues = [...clues].filter(({weight}) => weight !== 0).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
  return [
    `${quote(text)} is identified as a line of ${lang}, with a confidence of ${formatPercent(confidence)}.`,
    ...describeRecognition(line),
    ...sortedClues.map(describeClue),
    ...pairing,
    translation === undefined ? 'No translation was found in the story.' : `It is translated as ${quote(translation)}.`,
  ]
}

/** Describes why a line or loan has its translation, and which text comes nearest to it. */
function describePairing({reasons, rejected}: StandoffPairing, slice: (at: SourceSpan) => string): string[] {
  const chosen = describeReasons(reasons, 'for')
  const against = describeReasons(rejected?.reasons ?? [], 'against')
  const sentence = (words: string, clauses: readonly string[]): string => (clauses.length > 0 ? `${words} because ${joinList(clauses)}.` : `${words}.`)
  return [
    ...(chosen.length > 0 ? [sentence('Its translation was chosen', chosen)] : []),
    ...(rejected ? [sentence(`The nearest other text, ${quote(slice(rejected))}, was not taken for its translation`, against)] : []),
  ]
}

function describeGloss(
  {convention, of, parts}: StandoffGloss,
  text: string,
  {glosses}: Standoff,
  textById: (id: string) => string,
  slice: (at: SourceSpan) => string,
): string[] {
  const sameConvention = glosses.filter((other) => other.convention === convention).length
  const shares =
    parts.length > 1 ? parts.map(({start, end, of: own}) => `${quote(slice({start, end}))} renders ${joinList(own.map((id) => quote(textById(id))))}.`) : []
  return [
    `${quote(text)} is identified as the translation of ${joinList(of.map((id) => quote(textById(id))))}: ${describeConvention(convention)}.`,
    sameConvention > 1 ? `The story has ${sameConvention} translations of this kind.` : 'The story has no other translation of this kind.',
    ...shares,
  ]
}

const formatEntry = (entry: Entry): string => {
  const meaning = meaningOf(entry)
  return `${quote(entry.headword)}${meaning === undefined ? '' : ` (${meaning})`}`
}

/** Describes the steps from the printed word to the entry. Affixes are removed from the outside in: prefixes in order, then suffixes, last first. */
function describeReading({entry, parts, steps, score}: Reading): string[] {
  const affixes = parts.filter(isAffix)
  const prefixes = affixes.filter(({headword}) => headword.endsWith('-'))
  const suffixes = affixes.filter(({headword}) => !headword.endsWith('-')).reverse()
  const chain = steps.map(({kind, from, to}) => {
    const affix = kind === 'prefix' || kind === 'infix' ? prefixes.shift() : kind === 'suffix' ? suffixes.shift() : undefined
    return STEP_SENTENCES[kind](from, to, affix ? formatEntry(affix) : quote(from))
  })
  return [...chain, `It is therefore read as ${formatEntry(entry)}, with a score of ${formatPercent(score)}.`]
}

/** Describes what the story shows about a word. */
function describeEvidence({evidence = [], certainty}: Entry): string[] {
  const explained = evidence.filter(({meaning}) => meaning !== undefined)
  if (explained.length === 0) return []
  const counts = sortBy(
    Object.values(groupBy(explained, ({meaning}) => fold(meaning as string))).map((same) => ({meaning: same[0]?.meaning as string, count: same.length})),
    ({count}) => -count,
    ({meaning}) => meaning,
  )
  const best = max(explained.map(({confidence = 0}) => confidence)) ?? 0
  const meanings = counts.slice(0, MAX_ITEMS).map(({meaning, count}) => `${quote(meaning)}${count > 1 ? ` ${formatCount(count)}` : ''}`)
  return [
    `The story uses it ${formatCount(evidence.length)} and translates it as ${joinList(meanings)}, with a confidence of up to ${formatPercent(best)}${
      certainty === 'inferred' ? '; this is inferred, not stated' : ''
    }.`,
  ]
}

function describeTerm(
  term: StandoffTerm,
  text: string,
  {readings, glossaryEntry, pairing}: {readings: readonly Reading[]; glossaryEntry: Entry | undefined; pairing: readonly string[]},
): string[] {
  const {lang, meaning} = term
  const [best, ...others] = readings
  return [
    `${quote(text)} is identified as a word of ${lang}${meaning === undefined ? '; its meaning is unknown' : ` that means ${quote(meaning)}`}.`,
    ...describeRecognition(term),
    ...(best ? describeReading(best) : ['No dictionary contains it.']),
    ...(others.length > 0
      ? [`It could also be ${joinList(others.slice(0, MAX_ITEMS).map(({entry, score}) => `${formatEntry(entry)}, ${formatPercent(score)}`))}.`]
      : []),
    ...(glossaryEntry ? describeEvidence(glossaryEntry) : []),
    ...pairing,
  ]
}

/** Maps the offset of each occurrence of a word to its glossary entry. */
const mapEntriesByPlace = (glossaries: readonly Glossary[]): Map<number, Entry> =>
  new Map(
    glossaries.flatMap(({entries}) => entries.flatMap((entry) => (isAffix(entry) ? [] : (entry.evidence ?? []).map(({start}) => [start, entry] as const)))),
  )

const isOffset = (value: unknown): boolean => typeof value === 'number' && value >= 0

/**
 * Explains the annotation at a place: why a line was identified, why a translation belongs to its line, how a word was read.
 *
 * @param source the annotated story
 * @param at an offset into it or a span of it, in UTF-16 code units
 * @returns an explanation of everything that overlaps the place, in text order, the longer first; an empty array if nothing is annotated there
 * @throws TypeError for what is no place
 */
export function explain({tree, standoff, glossaries, pairings = []}: ExplainInput, source: string, at: number | SourceSpan): Explanation[] {
  const span = typeof at === 'number' ? {start: at, end: at + 1} : at
  if (!isOffset(span?.start) || !isOffset(span.end)) throw new TypeError('explain: the place must be an offset, or `{start, end}` in offsets')
  const touches = ({start, end}: SourceSpan): boolean => start < span.end && span.start < end
  const shown = collectShownText(tree)
  const entryAt = mapEntriesByPlace(glossaries)
  const isHtml = tree.children.some(({type}) => type === 'element' || type === 'doctype')
  const slice = ({start, end}: SourceSpan): string => (isHtml ? source.slice(start, end).replace(/<[^<>]*>/gu, '') : source.slice(start, end))
  const textById = (id: string): string => shown.get(id)?.text ?? ''
  const readingsOf = (id: string): readonly Reading[] => {
    const fields = shown.get(id)?.fields
    return fields?.type === 'term' ? fields.readings : []
  }
  const pairingAt = new Map(pairings.map((pairing) => [`${pairing.start}-${pairing.end}`, pairing] as const))
  const pairingOf = ({start, end}: SourceSpan): readonly string[] => {
    const pairing = pairingAt.get(`${start}-${end}`)
    return pairing ? describePairing(pairing, slice) : []
  }
  const found: Explanation[] = [
    ...standoff.utterances.filter(touches).map((line): Explanation => {
      const {id, start, end} = line
      return {kind: 'utterance', id, start, end, sentences: describeUtterance(line, textById(id) || slice(line), pairingOf(line))}
    }),
    ...standoff.glosses.filter(touches).map((gloss): Explanation => {
      const {id, start, end} = gloss
      return {kind: 'gloss', id, start, end, sentences: describeGloss(gloss, textById(id) || slice(gloss), standoff, textById, slice)}
    }),
    ...standoff.terms.filter(touches).map((term): Explanation => {
      const {id, start, end} = term
      return {
        kind: 'term',
        id,
        start,
        end,
        sentences: describeTerm(term, textById(id) || slice(term), {readings: readingsOf(id), glossaryEntry: entryAt.get(start), pairing: pairingOf(term)}),
      }
    }),
    ...standoff.links.flatMap(({source: [start, end], target: [from, to], confidence}): Explanation[] => {
      if (!touches({start, end}) && !touches({start: from, end: to})) return []
      const how = confidence >= ATTESTED_CONFIDENCE ? 'the link is supported by more than word order' : 'the link is only inferred from the remaining words'
      const sentence = `${quote(slice({start, end}))} is rendered by ${quote(slice({start: from, end: to}))}, with a confidence of ${formatPercent(confidence)}: ${how}.`
      return [{kind: 'link', start, end, sentences: [sentence]}]
    }),
  ]
  return found.map((one) => ({...one, sentences: one.sentences.map(fixFullStop)})).sort((a, b) => a.start - b.start || b.end - a.end)
}
