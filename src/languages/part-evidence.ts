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

/** Letters that any two words may share, and the longest ending behind a stem. */
const FEW_LETTERS = 4
const LONGEST_ENDING = 4

/** What one part of a word says of a language. */
export interface PartEvidence {
  readonly isListed: boolean
  /** Letters of a stem that an unlisted part has in common with a listed word, beyond the first few; 0 if too much is left. */
  readonly kinship: number
  /** Log-odds of the language against an unknown one; of the spelling alone if it is not listed. */
  readonly odds: number
}

/** Weighs a part of a word. */
export function partEvidence(part: string, {frequency, spelling, stem}: LanguageRecognizer): PartEvidence {
  const own = frequency(part)
  const odds = (own ?? spelling(part)) - unknownSpelling(part)
  const shared = own === undefined && part.length > FEW_LETTERS ? stem(part) : 0
  const kinship = shared > FEW_LETTERS && part.length - shared <= LONGEST_ENDING ? Math.min(shared - FEW_LETTERS, LONGEST_ENDING) : 0
  return {isListed: own !== undefined, kinship, odds: Math.max(-MOST, Math.min(MOST, odds))}
}
