/** What the reader says in its own words. */
export const english = {
  glossary: 'Glossary',
  close: 'Close',
  search: 'Search',
  unknown: 'only unknown words',
  spoilers: 'words to come',
  choices: 'Reading',
  tips: 'tips',
  gloss: 'translations in text',
  words: 'Words',
  every: 'all',
  first: 'first time only',
  goTo: 'Show in story',
  goFirst: 'First',
  goNext: 'Next',
  know: 'I know it',
  untranslated: 'untranslated',
  /** How often a word stands in the story. */
  seen: (times: number): string => `seen ${times === 1 ? 'once' : `${times} times`}`,
  /** How sure a line is. @param percent 0–100 */
  sure: (percent: string): string => `${percent} % sure`,
  /** Of a translation of more than one line. */
  shared: (lines: number): string => `translates ${lines} lines`,
  /** How many words of the glossary a search has found. */
  found: (shown: number, all: number): string => `${shown} of ${all} words`,
}

/** All of it, for another language. */
export type Labels = typeof english
