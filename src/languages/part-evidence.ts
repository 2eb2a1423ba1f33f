import {genericLetterModel, logProbability} from '../prose/letter-model.js'
import {memoizeWords} from '../util/memoize-words.js'
import type {LanguageRecognizer} from './types.js'

/** How many letters the one symbol of the letter model stands for that is no letter of English. */
const OTHER_LETTERS = Math.log(20)

/** No single part says more than this, in log-odds. */
const MOST = 8

/** Natural log-probability of a part's spelling in an unknown language. */
const unknownSpelling = memoizeWords((part: string): number => {
  let others = 0
  for (const letter of part) if (letter > '\u007f') others++
  return logProbability(genericLetterModel, part) - others * OTHER_LETTERS
})

/** What one part of a word says of a language. */
export interface PartEvidence {
  readonly isListed: boolean
  /** Log-odds of the language against an unknown one; of the spelling alone if it is not listed. */
  readonly odds: number
}

/** Weighs a part of a word. */
export function partEvidence(part: string, {frequency, spelling}: LanguageRecognizer): PartEvidence {
  const own = frequency(part)
  const odds = (own ?? spelling(part)) - unknownSpelling(part)
  return {isListed: own !== undefined, odds: Math.max(-MOST, Math.min(MOST, odds))}
}
