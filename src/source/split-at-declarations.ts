import {OPAQUE_CHARACTER} from '../prose/opaque.js'
import {firstEndingAfter, indicesInside, trim} from '../prose/spans.js'
import type {Sentence, Span, Word} from '../prose/types.js'
import type {Declaration} from './types.js'

const getMiddle = ({start, end}: Span): number => (start + end) / 2

/** Returns whether a declaration that covers some words of a sentence makes them a sentence of their own, apart from the rest. */
function splitsSentence({as}: Declaration, wordCount: number, restCount: number): boolean {
  if (as === 'line' || as === 'gloss') return true
  if (as === 'word' || as === 'term') return false
  return restCount > 0 && wordCount > 1
}

/** Moves an offset inside a word to the word's start or end, so that a word split by markup stays with its larger part. */
function snapToWord(words: readonly Word[], at: number): number {
  const word = words[firstEndingAfter(words, at)]
  return !word || word.start >= at ? at : getMiddle(word) < at ? word.end : word.start
}

/** Returns the offsets at which declarations split sentences, by sentence index. A declaration can split only its first and last sentence. */
function findSplits(sentences: readonly Sentence[], words: readonly Word[], declarations: readonly Declaration[]): Map<number, Set<number>> {
  const splits = new Map<number, Set<number>>()
  for (const declaration of declarations) {
    const span = {start: snapToWord(words, declaration.start), end: snapToWord(words, declaration.end)}
    const declared = indicesInside(words, span)
    const first = firstEndingAfter(sentences, span.start)
    const last = Math.min(sentences.length - 1, firstEndingAfter(sentences, span.end - 1))
    for (const index of new Set([first, last])) {
      const sentence = sentences[index]
      if (!sentence || sentence.zone === 'bracket') continue
      const inside = Math.min(declared.end, sentence.words.end) - Math.max(declared.start, sentence.words.start)
      if (inside <= 0 || !splitsSentence(declaration, inside, sentence.words.end - sentence.words.start - inside)) continue
      const offsets = splits.get(index) ?? new Set()
      for (const at of [span.start, span.end]) if (at > sentence.start && at < sentence.end) offsets.add(at)
      splits.set(index, offsets)
    }
  }
  return splits
}

/** Returns the span without white space and opaque characters at its ends; the latter are the tags that delimit it. */
function trimOpaque(text: string, span: Span): Span {
  let {start, end} = trim(text, span)
  while (text[start] === OPAQUE_CHARACTER) ({start, end} = trim(text, {start: start + 1, end}))
  while (text[end - 1] === OPAQUE_CHARACTER) ({start, end} = trim(text, {start, end: end - 1}))
  return {start, end}
}

/**
 * Splits sentences where a declared stretch of several words begins and ends inside them; a single word stays part of its sentence.
 * Sentences in brackets stay whole, because foreign words that a translation keeps belong to it.
 */
export function splitAtDeclarations(
  text: string,
  sentences: readonly Sentence[],
  words: readonly Word[],
  declarations: readonly Declaration[],
): readonly Sentence[] {
  if (declarations.length === 0) return sentences
  const splits = findSplits(sentences, words, declarations)
  const found: Sentence[] = []
  let extraRegions = 0
  for (const [index, sentence] of sentences.entries()) {
    let from = sentence.start
    let nextWord = sentence.words.start
    const offsets = splits.get(index)
    if (!offsets) {
      found.push(extraRegions === 0 ? sentence : {...sentence, region: sentence.region + extraRegions})
      continue
    }
    for (const to of [...offsets, sentence.end].sort((a, b) => a - b)) {
      const first = nextWord
      while (nextWord < sentence.words.end && (words[nextWord] as Word).start < to) nextWord++
      if (nextWord > first)
        found.push({
          ...sentence,
          ...trimOpaque(text, {start: from, end: to}),
          region: sentence.region + extraRegions,
          words: {start: first, end: nextWord},
        })
      // The parts count as separate regions, like speech of two speakers.
      if (to < sentence.end) extraRegions++
      from = to
    }
  }
  return found
}
