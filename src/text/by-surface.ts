import type {Word} from '../types.js'

/** Asks once for each printed form: a novel has a hundred thousand words and ten thousand forms. */
export function bySurface<T>(ask: (word: Word) => T): (word: Word) => T {
  const answers = new Map<string, T>()
  return (word) => {
    const known = answers.get(word.surface)
    if (known !== undefined) return known
    const answer = ask(word)
    answers.set(word.surface, answer)
    return answer
  }
}
