/** Parts of speech as dictionaries write them: `noun`, `n:animate,2`, `cmavo LAhE`. */

/** What refines a part of speech is behind the first of these. */
const REFINED = /[\s:;,./(]/u

/** The part of speech less what refines it. */
export const classOf = (partOfSpeech: string): string => {
  const end = partOfSpeech.search(REFINED)
  return end === -1 ? partOfSpeech : partOfSpeech.slice(0, end)
}

/** Whether a word's part of speech is one of those named, as it is or less its refinements; what has none fits everywhere. */
export const isOneOf = (partOfSpeech: string | undefined, named: readonly string[] | undefined): boolean =>
  !named || partOfSpeech === undefined || named.includes(partOfSpeech) || named.includes(classOf(partOfSpeech))
