import flatMap from 'lodash-es/flatMap.js'
import {sourceOf} from './text/locate.js'
import {ordered} from './text/order.js'
import type {Findings, Passage, Place, SourceSpan, Standoff} from './types.js'

/** The text is in the order of the source but for what stands astray in an HTML table, which parsers put before it. */
const inOrder = <T extends SourceSpan>(list: readonly T[]): T[] => ordered(list, ({start}) => start)

/**
 * Findings → offsets into the source as given (UTF-16 code units, end exclusive), in the order of the source. What has
 * no place in the source, because another plugin put it into the tree, is left out here and stays in the tree.
 */
export function toStandoff({utterances, glosses, terms, links}: Findings, passages: readonly Passage[]): Standoff {
  const place = ({passage, start, end}: Place): SourceSpan | undefined => sourceOf(passages[passage] as Passage, {start, end})
  const lost = new Set<string>()
  for (const list of [utterances, glosses, terms]) for (const at of list) if (!place(at)) lost.add(at.id)
  const kept = (ids: readonly string[]): readonly string[] => (lost.size === 0 ? ids : ids.filter((id) => !lost.has(id)))
  const found = {
    utterances: flatMap(utterances, ({id, lang, translation, gloss, confidence, clues, ...at}) => {
      const span = place(at)
      const translated = {...(translation !== undefined && {translation}), ...(gloss !== undefined && !lost.has(gloss) && {gloss})}
      return span ? [{id, ...span, lang, ...translated, confidence, clues}] : []
    }),
    glosses: flatMap(glosses, ({id, of, convention, parts, ...at}) => {
      const span = place(at)
      const placed = flatMap(parts, (part) => {
        const inside = place({passage: at.passage, start: part.start, end: part.end})
        return inside ? [{...inside, of: kept(part.of)}] : []
      })
      return span && kept(of).length > 0 ? [{id, ...span, of: kept(of), convention, parts: placed}] : []
    }),
    terms: flatMap(terms, ({id, lang, meaning, readings, ...at}) => {
      const span = place(at)
      const headword = readings[0]?.entry.headword
      return span ? [{id, ...span, lang, ...(headword !== undefined && {headword}), ...(meaning !== undefined && {meaning})}] : []
    }),
    links: flatMap(links, ({source, target, confidence}) => {
      const from = place(source)
      const to = place(target)
      return from && to ? [{source: [from.start, from.end] as const, target: [to.start, to.end] as const, confidence}] : []
    }),
  }
  return {
    utterances: inOrder(found.utterances),
    glosses: inOrder(found.glosses),
    terms: inOrder(found.terms),
    links: ordered(found.links, ({source: [start]}) => start),
  }
}
