/** The English labels of the glossary table. */
export const tableLabels = {
  table: 'Glossary',
  word: 'Word',
  meaning: 'Meaning',
  partOfSpeech: 'Part of speech',
  certainty: 'Certainty',
  evidence: 'Evidence',
  decision: 'Decision',
  search: 'Search',
  show: 'Show',
  order: 'Order',
  undo: 'Undo',
  more: 'Show more',
  accept: 'Accept',
  correct: 'Edit',
  reject: 'Reject',
  save: 'Save',
  cancel: 'Cancel',
  unknown: 'unknown',
  meaningsOf: (word: string): string => `Meanings of ${word}, separated by ;`,
  /** The filters of the table. */
  all: 'All words',
  proposed: 'To review',
  accepted: 'Accepted',
  rejected: 'Rejected',
  meaningless: 'Without a meaning',
  /** The orders of the table. */
  alphabetical: 'A–Z',
  frequent: 'Most frequent first',
  keys: 'Keys in the table: ↑ ↓ move, A accept, E edit, R reject, Space evidence, U undo.',
  progress: (decided: number, all: number, shown: number): string => `${decided} of ${all} decided, ${shown} shown`,
  nothing: 'No entry matches.',
  forms: 'Forms',
  variants: 'Also spelt',
  notes: 'Notes',
  meanings: 'Translated as',
  stories: 'Found in',
  noEvidence: 'Nothing was learnt about it from a story.',
  goTo: 'Show in the story',
}

/** Labels of the glossary table, for translation into another language. */
export type TableLabels = typeof tableLabels
