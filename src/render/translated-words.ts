import type {SourceSpan} from '../prose/types.js'
import type {StandoffLink} from '../source/annotation-types.js'
import {map} from '../util/lists.js'

/** Words of a translation: their source span, and the ids of the terms that they render. */
export interface TranslatedWord extends SourceSpan {
  readonly of: readonly string[]
}

/** Groups links by the words of the translation that they point to, sorted by position. */
export function collectTranslatedWords(links: readonly StandoffLink[], terms: readonly (SourceSpan & {readonly id: string})[]): TranslatedWord[] {
  const ids = new Map(map(terms, ({id, start, end}) => [`${start}-${end}`, id]))
  const words = new Map<string, {start: number; end: number; of: string[]}>()
  for (const {
    source,
    target: [start, end],
  } of links) {
    const id = ids.get(source.join('-'))
    if (id === undefined) continue
    const word = words.get(`${start}-${end}`) ?? {start, end, of: []}
    word.of.push(id)
    words.set(`${start}-${end}`, word)
  }
  return [...words.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}
