import type {Sentence} from '../../prose/types.js'
import {isForeignDeclaration, judgeDeclaredSpan} from '../../source/declarations.js'
import type {Passage} from '../../source/types.js'
import type {ClueDefinition, GlossCandidate} from '../types.js'

/** A declaration of the author outweighs all other clues together. */
const DECLARED = 60

/** Other sentences of the speech before a declared translation are probably foreign too. */
const SAME_SPEECH = 8

/** Weights of the sentences before a declared translation, by their indices. */
function* weighSentencesBefore({text, sentences}: Passage, {start}: GlossCandidate): Generator<[sentence: number, weight: number]> {
  let last = sentences.length - 1
  while (last >= 0 && ((sentences[last] as Sentence).end > start || sentences[last]?.zone === 'narration')) last--
  const spoken = sentences[last]
  if (!spoken) return
  yield [last, /^[\s"'”’»*_]*$/u.test(text.slice(spoken.end, start)) ? DECLARED : SAME_SPEECH]
  for (let i = last - 1; i >= 0 && sentences[i]?.region === spoken.region; i--) yield [i, SAME_SPEECH]
}

/** The author declares the language of a stretch, or that what follows it is its translation. */
export const declared: ClueDefinition = {
  name: 'declared',
  of: ['line', 'word'],
  prepare: ({passages, glossCandidates}) => {
    if (passages.every(({wordDeclarations}) => wordDeclarations.length === 0)) return undefined
    /** Weights of sentences, by `passage:sentence`. */
    const translatedSentences = new Map<string, number>()
    /** Where words end that a declared translation follows, as `passage:offset`. */
    const translatedEnds = new Set<string>()
    for (const candidate of glossCandidates) {
      if (!candidate.isDeclared) continue
      const passage = passages[candidate.passage] as Passage
      translatedEnds.add(`${candidate.passage}:${passage.text.slice(0, candidate.start).trimEnd().length}`)
      for (const [sentence, weight] of weighSentencesBefore(passage, candidate)) {
        const key = `${candidate.passage}:${sentence}`
        translatedSentences.set(key, Math.max(weight, translatedSentences.get(key) ?? 0))
      }
    }
    return ({kind, passage, sentence, words, end}) => {
      const {wordDeclarations} = passages[passage] as Passage
      if (wordDeclarations.length === 0) return 0
      const declaration = wordDeclarations[words.start]
      const verdict = kind === 'line' ? judgeDeclaredSpan(wordDeclarations, words) : declaration === undefined ? 0 : isForeignDeclaration(declaration) ? 1 : -1
      if (verdict !== 0) return DECLARED * verdict
      return kind === 'line' ? (translatedSentences.get(`${passage}:${sentence}`) ?? 0) : translatedEnds.has(`${passage}:${end}`) ? DECLARED : 0
    }
  },
}
