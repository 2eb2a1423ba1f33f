import type {Word} from '../prose/types.js'
import {isForeignDeclaration, judgeDeclaredSpan} from '../source/declarations.js'
import type {Passage} from '../source/types.js'

/** Languages that the author declares with attributes, marks and listed terms. */
export interface DeclaredLanguages {
  /** By sentence: 1 foreign, -1 the host's, 0 undeclared. */
  readonly sentences: Int8Array
  /** Words declared foreign in sentences that are not. */
  readonly words: readonly Word[]
  /** By key: whether it stands in anything declared foreign. */
  readonly isForeign: Uint8Array
}

/** Collects the declarations of a story with so many sentences and distinct keys. */
export function collectDeclaredLanguages(
  passages: readonly Passage[],
  {sentenceCount, keyCount}: {sentenceCount: number; keyCount: number},
): DeclaredLanguages {
  const sentences = new Int8Array(sentenceCount)
  const declaredWords: Word[] = []
  const isForeignKey = new Uint8Array(keyCount)
  let number = 0
  for (const passage of passages) {
    if (passage.wordDeclarations.length === 0) number += passage.sentences.length
    else {
      for (const {words: range} of passage.sentences) {
        const verdict = judgeDeclaredSpan(passage.wordDeclarations, range)
        sentences[number++] = verdict
        for (let i = range.start; i < range.end; i++) {
          const declaration = passage.wordDeclarations[i]
          if (!declaration || !isForeignDeclaration(declaration)) continue
          const word = passage.words[i] as Word
          isForeignKey[word.keyIndex] = 1
          if (verdict <= 0) declaredWords.push(word)
        }
      }
    }
  }
  return {sentences, words: declaredWords, isForeign: isForeignKey}
}
