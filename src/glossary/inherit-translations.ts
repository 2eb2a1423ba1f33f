import type {Clue} from '../source/annotation-types.js'
import {map} from '../util/lists.js'
import type {FindingWords} from './types.js'

/** Weight of the clue that the same line is translated elsewhere, in log-odds. */
const REPEATED: Clue = {name: 'repeated', weight: 1}

/**
 * The translations that lines inherit because the same words are translated elsewhere in the story, by the index of the line: from the
 * nearest line before, otherwise from the first one behind.
 *
 * @param translationOf the translation that a line has itself
 */
export function inheritTranslations(lines: readonly FindingWords[], translationOf: (index: number) => string | undefined): Map<number, string> {
  const inherited = new Map<number, string>()
  const latest = new Map<string, string>()
  const waiting = new Map<string, number[]>()
  for (const [index, {finding, words}] of lines.entries()) {
    if (finding.kind !== 'line') continue
    const said = map(words, ({key}) => key).join(' ')
    const own = translationOf(index)
    if (own !== undefined) {
      for (const earlier of waiting.get(said) ?? []) inherited.set(earlier, own)
      waiting.delete(said)
      latest.set(said, own)
      continue
    }
    const known = latest.get(said)
    if (known !== undefined) inherited.set(index, known)
    else {
      const list = waiting.get(said)
      if (list) list.push(index)
      else waiting.set(said, [index])
    }
  }
  return inherited
}

/** The clues of a line that inherits its translation. */
export const withRepeated = (clues: readonly Clue[]): readonly Clue[] => [...clues, REPEATED]
