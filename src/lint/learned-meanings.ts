import {bare, fold} from '../prose/folding.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan} from '../prose/types.js'
import {map} from '../util/lists.js'
import {contentWords} from './content-words.js'
import type {LintContext} from './types.js'

/** A place that teaches what a word means. */
export interface LearnedMeaning {
  readonly key: string
  /** As printed. */
  readonly word: string
  readonly at: SourceSpan
  /** As printed. */
  readonly meaning: string
  readonly content: ReadonlySet<string>
  /** That of the whole translation in which the meaning stands. */
  readonly around: ReadonlySet<string>
  /** Whether the word is all that is translated there, and its meaning all of the translation: not concluded, but said. */
  readonly direct: boolean
}

/** Confidence of a link from which it counts: two words for one meaning take it from each other. */
const SURE = 0.6

const keyOf = (surface: string): string => bare(fold(surface))

/** What the story teaches of its words, in the order of the text, by language; meanings of nothing but grammar are left out. */
export function learnedMeanings({
  standoff: {links, terms, glosses, utterances},
  printed,
  host,
}: Pick<LintContext, 'standoff' | 'printed' | 'host'>): Map<string, LearnedMeaning[]> {
  const termAt = new Map(map(terms, (term) => [`${term.start}-${term.end}`, term]))
  const parts = glosses.flatMap((gloss) => gloss.parts).sort((a, b) => a.start - b.start)
  const lineAt = new Map(map(utterances, (utterance) => [utterance.id, utterance]))
  const found = new Map<string, LearnedMeaning[]>()
  for (const {source, target, confidence} of [...links].sort((a, b) => a.source[0] - b.source[0])) {
    const term = termAt.get(`${source[0]}-${source[1]}`)
    if (!term || confidence < SURE) continue
    const part = parts[firstEndingAfter(parts, target[0])]
    if (!part || part.start > target[0]) continue
    const word = printed(term)
    const meaning = printed({start: target[0], end: target[1]})
    const content = contentWords(meaning, host)
    if (content.size === 0 || keyOf(word) === keyOf(meaning)) continue
    const [id] = part.of
    const line = id === undefined ? undefined : lineAt.get(id)
    const around = contentWords(printed(part), host)
    const isLine = line !== undefined && keyOf(printed(line).replace(/^\P{L}+|[^\p{L}\p{M}'’]+$/gu, '')) === keyOf(word)
    const direct = around.size === content.size && part.of.length === 1 && (id === term.id || isLine)
    const lesson = {key: keyOf(word), word, at: {start: term.start, end: term.end}, meaning, content, around, direct}
    const own = found.get(term.lang)
    if (own) own.push(lesson)
    else found.set(term.lang, [lesson])
  }
  return found
}

/** Whether some lessons of one meaning show it beyond doubt: one says it outright, or two agree. */
export const isShown = (lessons: readonly LearnedMeaning[]): boolean => lessons.length > 1 || lessons.some(({direct}) => direct)
