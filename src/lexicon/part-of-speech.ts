/** Parts of speech as dictionaries write them: `noun`, `n:animate,2`, `cmavo LAhE`. */

/** The first of these characters begins the refinement. */
const REFINEMENT_START = /[\s:;,./(]/u

/** Returns the part of speech without its refinement. */
export const coarsePartOfSpeech = (partOfSpeech: string): string => {
  const end = partOfSpeech.search(REFINEMENT_START)
  return end === -1 ? partOfSpeech : partOfSpeech.slice(0, end)
}

/** Whether a part of speech is accepted, with or without its refinement. A word without a part of speech is always accepted. */
export const matchesPartOfSpeech = (partOfSpeech: string | undefined, accepted: readonly string[] | undefined): boolean =>
  !accepted || partOfSpeech === undefined || accepted.includes(partOfSpeech) || accepted.includes(coarsePartOfSpeech(partOfSpeech))
