/** The English labels of the reader. */
export const englishLabels = {
  glossary: 'Glossary',
  close: 'Close',
  search: 'Search',
  unknown: 'Unknown words only',
  spoilers: 'Include upcoming words',
  choices: 'Settings',
  tips: 'Show tooltips',
  gloss: 'Show translations in text',
  words: 'Tooltips for',
  every: 'All words',
  first: 'First occurrence only',
  goTo: 'Show in text',
  goFirst: 'First',
  goNext: 'Next',
  know: 'Known',
  untranslated: 'No translation',
  /** How often a word has occurred. */
  seen: (times: number): string => `Seen ${times === 1 ? 'once' : `${times} times`}`,
  /** Confidence in an utterance. @param percent 0–100 */
  sure: (percent: string): string => `${percent}% confidence`,
  /** Note on a translation of several utterances. */
  shared: (lines: number): string => `translates ${lines} lines`,
  /** Number of glossary entries that match a search. */
  found: (shown: number, all: number): string => `${shown} of ${all} words`,
}

/** Labels of the reader, for translation into another language. */
export type Labels = typeof englishLabels
