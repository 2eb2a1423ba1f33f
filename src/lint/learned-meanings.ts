import {fold, stripApostrophes} from '../prose/folding.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan} from '../prose/types.js'
import {map} from '../util/lists.js'
import {contentWords} from './content-words.js'
import type {LintContext} from './types.js'

/** A place that shows what a word means. */
export interface LearnedMeaning {
  readonly key: string
  /** As printed. */
  readonly word: string
  readonly at: SourceSpan
  /** As printed. */
  readonly meaning: string
  readonly content: ReadonlySet<string>
  /** The content words of the whole translation that contains the meaning. */
  readonly translationContent: ReadonlySet<string>
  /** Whether only this word is translated there, and its meaning is the whole translation: stated, not inferred. */
  readonly direct: boolean
}

/** Minimum confidence of a link; two words for one meaning lower each other's confidence. */
const MIN_CONFIDENCE = 0.6

const keyOf = (surface: string): string => stripApostrophes(fold(surface))

/** Returns the meanings of words in a story, by language and in text order, except those of function words only. */
export function learnedMeanings({
  standoff: {links, terms, glosses, utterances},
  visibleText,
  host,
}: Pick<LintContext, 'standoff' | 'visibleText' | 'host'>): Map<string, LearnedMeaning[]> {
  const termAt = new Map(map(terms, (term) => [`${term.start}-${term.end}`, term]))
  const parts = glosses.flatMap((gloss) => gloss.parts).sort((a, b) => a.start - b.start)
  const utteranceById = new Map(map(utterances, (utterance) => [utterance.id, utterance]))
  const found = new Map<string, LearnedMeaning[]>()
  for (const {source, target, confidence} of [...links].sort((a, b) => a.source[0] - b.source[0])) {
    const term = termAt.get(`${source[0]}-${source[1]}`)
    if (!term || confidence < MIN_CONFIDENCE) continue
    const part = parts[firstEndingAfter(parts, target[0])]
    if (!part || part.start > target[0]) continue
    const word = visibleText(term)
    const meaning = visibleText({start: target[0], end: target[1]})
    const content = contentWords(meaning, host)
    if (content.size === 0 || keyOf(word) === keyOf(meaning)) continue
    const [id] = part.of
    const utterance = id === undefined ? undefined : utteranceById.get(id)
    const translationContent = contentWords(visibleText(part), host)
    const isWholeUtterance = utterance !== undefined && keyOf(visibleText(utterance).replace(/^\P{L}+|[^\p{L}\p{M}'’]+$/gu, '')) === keyOf(word)
    const direct = translationContent.size === content.size && part.of.length === 1 && (id === term.id || isWholeUtterance)
    const learned = {key: keyOf(word), word, at: {start: term.start, end: term.end}, meaning, content, translationContent, direct}
    const ofLanguage = found.get(term.lang)
    if (ofLanguage) ofLanguage.push(learned)
    else found.set(term.lang, [learned])
  }
  return found
}

/** Whether one of several places with one meaning states it directly, or two agree. */
export const isConfirmed = (items: readonly LearnedMeaning[]): boolean => items.length > 1 || items.some(({direct}) => direct)
