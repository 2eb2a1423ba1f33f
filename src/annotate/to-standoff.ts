import type {PairingReport} from '../gloss/types.js'
import type {Place, SourceSpan} from '../prose/types.js'
import type {LinkedStory, Standoff, StandoffPairing, StandoffTerm, StandoffUtterance} from '../source/annotation-types.js'
import {toSourceSpan} from '../source/source-span.js'
import type {Passage} from '../source/types.js'
import {flatMap, sortBy} from '../util/lists.js'
import {omitUndefined} from '../util/objects.js'

/** Sorts by place in the source. Only text that is misplaced in an HTML table is out of order: parsers move it before the table. */
const inOrder = <T extends SourceSpan>(list: readonly T[]): T[] => sortBy(list, ({start}) => start)

const rounded = (share: number | undefined): number | undefined => (share === undefined ? undefined : Math.round(share * 1e4) / 1e4)

/**
 * Converts an annotation to offsets into the source as given (UTF-16 code units, end exclusive), in the order of the source. Nodes
 * that another plugin added have no place in the source; they are left out here and stay in the tree.
 */
export function toStandoff({utterances, glosses, terms, links}: LinkedStory, passages: readonly Passage[]): Standoff {
  const place = ({passage, start, end}: Place): SourceSpan | undefined => toSourceSpan(passages[passage] as Passage, {start, end})
  const lost = new Set<string>()
  for (const list of [utterances, glosses, terms]) for (const at of list) if (!place(at)) lost.add(at.id)
  const kept = (ids: readonly string[]): readonly string[] => (lost.size === 0 ? ids : ids.filter((id) => !lost.has(id)))
  const found = {
    utterances: flatMap(utterances, (utterance) => {
      const {id, lang, langConfidence, translation, gloss, confidence, clues} = utterance
      const span = place(utterance)
      if (!span) return []
      const {start, end} = span
      return [
        omitUndefined<StandoffUtterance>({
          id,
          start,
          end,
          lang,
          langConfidence: rounded(langConfidence),
          translation,
          gloss: gloss !== undefined && lost.has(gloss) ? undefined : gloss,
          confidence,
          clues,
        }),
      ]
    }),
    glosses: flatMap(glosses, (gloss) => {
      const {id, passage, convention, parts} = gloss
      const span = place(gloss)
      const of = kept(gloss.of)
      if (!span || of.length === 0) return []
      const placed = flatMap(parts, (part) => {
        const inside = place({passage, start: part.start, end: part.end})
        return inside ? [{start: inside.start, end: inside.end, of: kept(part.of)}] : []
      })
      return [{id, start: span.start, end: span.end, of, convention, parts: placed}]
    }),
    terms: flatMap(terms, (term) => {
      const {id, lang, langConfidence, meaning, readings} = term
      const span = place(term)
      return span
        ? [
            omitUndefined<StandoffTerm>({
              id,
              start: span.start,
              end: span.end,
              lang,
              langConfidence: rounded(langConfidence),
              headword: readings[0]?.entry.headword,
              meaning,
            }),
          ]
        : []
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
    links: sortBy(found.links, ({source: [start]}) => start),
  }
}

/** Converts the reasons of pairings to offsets into the source. What has no place there is left out. */
export const toPairings = (reports: readonly PairingReport[], findings: readonly Place[], passages: readonly Passage[]): StandoffPairing[] =>
  inOrder(
    flatMap(reports, ({of, none, reasons, rejected}): StandoffPairing[] => {
      const place = ({passage, start, end}: Place) => toSourceSpan(passages[passage] as Passage, {start, end})
      const line = place(findings[of] as Place)
      const other = rejected && place(rejected)
      if (!line) return []
      const {start, end} = line
      return [
        {
          start,
          end,
          untranslated: Math.round(none * 1e4) / 1e4,
          reasons,
          ...(rejected && other && {rejected: {start: other.start, end: other.end, reasons: rejected.reasons}}),
        },
      ]
    }),
  )
