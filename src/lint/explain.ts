import type {Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import groupBy from 'lodash-es/groupBy.js'
import max from 'lodash-es/max.js'
import type {Annotation} from '../annotate/types.js'
import {ATTESTED} from '../glossary/join-entries.js'
import {isAffix, meaningOf} from '../lexicon/entry.js'
import type {Entry, Glossary, Reading} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import type {SourceSpan} from '../prose/types.js'
import type {Standoff, StandoffGloss, StandoffTerm, StandoffUtterance, XenoglossFields} from '../source/annotation-types.js'
import type {Tree, TreeNode} from '../source/types.js'
import {sortBy} from '../util/lists.js'
import {STEPS, sayClue, sayConvention} from './explanations.js'

/** Why something is what the annotation says, in sentences. */
export interface Explanation extends SourceSpan {
  readonly kind: 'utterance' | 'gloss' | 'term' | 'link'
  /** Of what is explained; links have none. */
  readonly id?: string
  readonly sentences: readonly string[]
}

/** What is explained from. */
export type Explained = Pick<Annotation<Tree>, 'tree' | 'standoff' | 'glossaries'>

/** Readings and meanings beyond these are not told. */
const MOST = 3

const percent = (share: number): string => `${Math.round(100 * share)} %`
/** A sentence that ends with what is quoted has one full stop. */
const ended = (sentence: string): string => sentence.replace(/([.!?…]”)\.$/u, '$1')
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
const quoted = (text: string): string => `“${text.replace(/\s+/gu, ' ').trim()}”`
const listed = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)

/** What nodes of ours carry and show, by id; what markup cuts in pieces shows them all. */
function shownIn(tree: Tree): Map<string, {readonly fields: XenoglossFields; text: string}> {
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

function sayUtterance({lang, confidence, clues, translation}: StandoffUtterance, text: string): string[] {
  const loudest = [...clues].filter(({weight}) => weight !== 0).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
  return [
    `${quoted(text)} is taken for a line of ${lang}, with a confidence of ${percent(confidence)}.`,
    ...loudest.map(sayClue),
    translation === undefined ? 'Nothing in the story was found to translate it.' : `It is translated by ${quoted(translation)}.`,
  ]
}

function sayGloss(
  {convention, of, parts}: StandoffGloss,
  text: string,
  {glosses}: Standoff,
  textById: (id: string) => string,
  slice: (at: SourceSpan) => string,
): string[] {
  const habit = glosses.filter((other) => other.convention === convention).length
  const shares =
    parts.length > 1 ? parts.map(({start, end, of: own}) => `${quoted(slice({start, end}))} renders ${listed(own.map((id) => quoted(textById(id))))}.`) : []
  return [
    `${quoted(text)} is taken for the translation of ${listed(of.map((id) => quoted(textById(id))))}: ${sayConvention(convention)}.`,
    habit > 1 ? `The story has ${habit} translations that are written so.` : 'The story has no other translation that is written so.',
    ...shares,
  ]
}

const named = (entry: Entry): string => {
  const meaning = meaningOf(entry)
  return `${quoted(entry.headword)}${meaning === undefined ? '' : ` (${meaning})`}`
}

/** The steps from what is printed to the entry. Affixes are undone from the outside in: prefixes first, in order, then suffixes, the last first. */
function sayReading({entry, parts, steps, score}: Reading): string[] {
  const affixes = parts.filter(isAffix)
  const prefixes = affixes.filter(({headword}) => headword.endsWith('-'))
  const suffixes = affixes.filter(({headword}) => !headword.endsWith('-')).reverse()
  const chain = steps.map(({kind, from, to}) => {
    const affix = kind === 'prefix' || kind === 'infix' ? prefixes.shift() : kind === 'suffix' ? suffixes.shift() : undefined
    return STEPS[kind](from, to, affix ? named(affix) : quoted(from))
  })
  return [...chain, `So it is read as ${named(entry)}, with a score of ${percent(score)}.`]
}

/** What the story itself teaches of a word. */
function sayLearnt({evidence = [], certainty}: Entry): string[] {
  const told = evidence.filter(({meaning}) => meaning !== undefined)
  if (told.length === 0) return []
  const counts = sortBy(
    Object.values(groupBy(told, ({meaning}) => fold(meaning as string))).map((same) => ({meaning: same[0]?.meaning as string, count: same.length})),
    ({count}) => -count,
    ({meaning}) => meaning,
  )
  const best = max(told.map(({confidence = 0}) => confidence)) ?? 0
  const meanings = counts.slice(0, MOST).map(({meaning, count}) => `${quoted(meaning)}${count > 1 ? ` ${times(count)}` : ''}`)
  return [
    `The story has it ${times(evidence.length)}, translated by ${listed(meanings)}; the surest place is ${percent(best)} sure${
      certainty === 'inferred' ? ', which is concluded rather than said' : ''
    }.`,
  ]
}

function sayTerm({lang, meaning}: StandoffTerm, text: string, readings: readonly Reading[], learnt: Entry | undefined): string[] {
  const [best, ...others] = readings
  return [
    `${quoted(text)} is taken for a word of ${lang}${meaning === undefined ? '; nothing tells what it means' : ` that means ${quoted(meaning)}`}.`,
    ...(best ? sayReading(best) : ['No dictionary has it.']),
    ...(others.length > 0 ? [`It might also be ${listed(others.slice(0, MOST).map(({entry, score}) => `${named(entry)}, ${percent(score)}`))}.`] : []),
    ...(learnt ? sayLearnt(learnt) : []),
  ]
}

/** The words of the glossaries, by where they were met. */
const entriesByPlace = (glossaries: readonly Glossary[]): Map<number, Entry> =>
  new Map(
    glossaries.flatMap(({entries}) => entries.flatMap((entry) => (isAffix(entry) ? [] : (entry.evidence ?? []).map(({start}) => [start, entry] as const)))),
  )

/**
 * Says in words why what stands at a place is what the annotation says: why a line is a line, why a translation is that of its line, how a
 * word was understood.
 *
 * @param source the story as it was annotated
 * @param at an offset into it, or a stretch of it, in UTF-16 code units
 * @returns what touches the place, in the order of the text, the longer first; nothing, where the annotation has nothing there
 */
export function explain({tree, standoff, glossaries}: Explained, source: string, at: number | SourceSpan): Explanation[] {
  const span = typeof at === 'number' ? {start: at, end: at + 1} : at
  const touches = ({start, end}: SourceSpan): boolean => start < span.end && span.start < end
  const shown = shownIn(tree)
  const learnt = entriesByPlace(glossaries)
  const isHtml = tree.children.some(({type}) => type === 'element' || type === 'doctype')
  const slice = ({start, end}: SourceSpan): string => (isHtml ? source.slice(start, end).replace(/<[^<>]*>/gu, '') : source.slice(start, end))
  const textById = (id: string): string => shown.get(id)?.text ?? ''
  const readingsOf = (id: string): readonly Reading[] => {
    const fields = shown.get(id)?.fields
    return fields?.type === 'term' ? fields.readings : []
  }
  const found: Explanation[] = [
    ...standoff.utterances.filter(touches).map((line): Explanation => {
      const {id, start, end} = line
      return {kind: 'utterance', id, start, end, sentences: sayUtterance(line, textById(id) || slice(line))}
    }),
    ...standoff.glosses.filter(touches).map((gloss): Explanation => {
      const {id, start, end} = gloss
      return {kind: 'gloss', id, start, end, sentences: sayGloss(gloss, textById(id) || slice(gloss), standoff, textById, slice)}
    }),
    ...standoff.terms.filter(touches).map((term): Explanation => {
      const {id, start, end} = term
      return {kind: 'term', id, start, end, sentences: sayTerm(term, textById(id) || slice(term), readingsOf(id), learnt.get(start))}
    }),
    ...standoff.links.flatMap(({source: [start, end], target: [from, to], confidence}): Explanation[] => {
      if (!touches({start, end}) && !touches({start: from, end: to})) return []
      const how = confidence >= ATTESTED ? 'more than their places in the order speaks for it' : 'nothing but what is left over speaks for it'
      const sentence = `${quoted(slice({start, end}))} is rendered by ${quoted(slice({start: from, end: to}))}, with a confidence of ${percent(confidence)}: ${how}.`
      return [{kind: 'link', start, end, sentences: [sentence]}]
    }),
  ]
  return found.map((one) => ({...one, sentences: one.sentences.map(ended)})).sort((a, b) => a.start - b.start || b.end - a.end)
}
