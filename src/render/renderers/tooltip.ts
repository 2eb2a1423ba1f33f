import type {Properties} from 'hast'
import {h} from 'hastscript'
import {meaningOf, sensesOf} from '../../lexicon/entry.js'
import {informativeReading} from '../../lexicon/informative-reading.js'
import type {Entry} from '../../lexicon/types.js'
import type {TermFields} from '../../source/annotation-types.js'
import {classNamesOf} from '../class-names.js'
import type {RenderContext, Renderer, TermEntry} from '../types.js'

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
function termProperties(node: TermFields, {entryOf}: RenderContext): Properties {
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

/**
 * For `xenogloss/reader`, which takes the text of tooltips from the page: translations from the glosses, meanings from the glossary (hidden
 * at the end of the story unless the page shows it). Attributes carry only what the page does not contain. Without script or style the page
 * reads as the author wrote it.
 *
 * | element                              | `data-xg` | other attributes and content                                                       |
 * |--------------------------------------|-----------|------------------------------------------------------------------------------------|
 * | `.xg-utterance`                      | its id    | `data-xg-sure`: confidence in percent; `data-xg-tip`: translation not in the text  |
 * | `.xg-term`                           | its id    | `data-xg-entry`: id of its entry; `data-xg-word`, `data-xg-tip`: the reading;      |
 * |                                      |           | `data-xg-parts`: meanings of the parts that the entry is built of                  |
 * | `.xg-gloss` around `.xg-translation` |           | `data-xg-of`: ids of utterances or terms; `data-xg-hidden`: hidden on request      |
 * | `.xg-word`, in a translation         |           | `data-xg-of`: ids of the terms that it renders                                     |
 * | `.xg-data`                           |           | the entries, each a `div` with an id                                               |
 *
 * A node that markup splits becomes several elements with the same `data-xg`; HTML ids must be unique, also with two stories on one page.
 */
export const tooltip: Renderer = {
  name: 'tooltip',
  translates: true,
  render: (node, children, context) => {
    const common: Properties = {className: classNamesOf(node, context), lang: 'lang' in node ? node.lang : undefined}
    if (node.type === 'term') return [h('span', {...common, dataXg: node.id, ...termProperties(node, context)}, children)]
    if (node.type === 'translation') return [h('span', {...common, dataXgOf: node.of.join(' ')}, children)]
    if (node.type === 'gloss') return [h('span', {...common, dataXgOf: node.of.join(' '), dataXgHidden: context.gloss === 'hidden' ? '' : undefined}, children)]
    const {id, confidence, translation} = node
    const tip = context.translated.has(id) ? undefined : translation
    return [h('span', {...common, dataXg: id, dataXgSure: percent(confidence), dataXgTip: tip}, children)]
  },
  word: (of, children) => [h('span', {className: ['xg-word'], dataXgOf: of.join(' ')}, children)],
  behind: ({lists}) => {
    const entries = lists()
    return entries.length === 0 ? [] : [h('div', {className: ['xg-data'], hidden: true}, entries)]
  },
}
