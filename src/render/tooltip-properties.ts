import type {Properties} from 'hast'
import {meaningOf, sensesOf} from '../lexicon/entry.js'
import {informativeReading} from '../lexicon/informative-reading.js'
import type {Entry} from '../lexicon/types.js'
import type {TermFields, XenoglossFields} from '../source/annotation-types.js'
import {classNamesOf} from './class-names.js'
import type {RenderContext, RenderedLine, TermEntry} from './types.js'

/** What is known of the whole story. */
export interface TooltipContext extends Pick<RenderContext, 'entryOf' | 'gloss' | 'translated'> {
  readonly lines: ReadonlyMap<string, Pick<RenderedLine, 'emphasis'>>
}

const joinParts = (parts: readonly Entry[], textOf: (part: Entry) => string | undefined): string => parts.map((part) => textOf(part) ?? '?').join(' + ')

/** Attributes of a term that no dictionary explains, and whose entry is built of others that the story teaches: *sorul + -nu*, *lamp + ?*. */
function learnedProperties({readings}: TermFields, match: TermEntry | undefined): Properties {
  const parts = (readings.length === 0 && match?.learnedParts()) || []
  if (parts.length === 0) return {}
  return {
    dataXgWord: joinParts(parts, ({headword}) => headword),
    dataXgParts: parts.some((part) => meaningOf(part) !== undefined) ? joinParts(parts, meaningOf) : undefined,
  }
}

/** Attributes of a term: only what its entry does not say. A complex term is given part by part: *na'- + dorvet*, *my + mule*. */
function termProperties(node: TermFields, {entryOf}: Pick<RenderContext, 'entryOf'>): Properties {
  const match = entryOf(node)
  const parts = informativeReading(node)?.parts ?? []
  const meaning = parts.length > 1 ? joinParts(parts, meaningOf) : node.meaning
  const isInEntry = match !== undefined && sensesOf(match.entry).some(({definition}) => definition === meaning)
  const isHeadword = parts.length === 1 && parts[0]?.headword === match?.entry.headword
  return {
    dataXgEntry: match?.id,
    dataXgWord: parts.length > 0 && !isHeadword ? joinParts(parts, ({headword}) => headword) : undefined,
    dataXgTip: isInEntry ? undefined : meaning,
    ...learnedProperties(node, match),
  }
}

/** Rounds to whole percent; only a confidence of exactly 1 is 100. */
const percent = (confidence: number): number => (confidence === 1 ? 100 : Math.min(99, Math.round(100 * confidence)))

/** The properties of the element that the `tooltip` renderer makes of a xenogloss node. */
export function tooltipProperties(node: XenoglossFields, context: TooltipContext): Properties {
  const common: Properties = {className: classNamesOf(node, context), lang: 'lang' in node ? node.lang : undefined}
  if (node.type === 'term') return {...common, dataXg: node.id, ...termProperties(node, context)}
  if (node.type === 'translation') return {...common, dataXgOf: node.of.join(' ')}
  if (node.type === 'gloss') return {...common, dataXgOf: node.of.join(' '), dataXgHidden: context.gloss === 'hidden' ? '' : undefined}
  const {id, confidence, translation} = node
  return {...common, dataXg: id, dataXgSure: percent(confidence), dataXgTip: context.translated.has(id) ? undefined : translation}
}

/** The properties of the element around words of a translation. @param of ids of the terms that they render */
export const wordProperties = (of: readonly string[]): Properties => ({className: ['xg-word'], dataXgOf: of.join(' ')})
