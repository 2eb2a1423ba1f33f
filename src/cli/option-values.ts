/** What may stand behind an option: the names of the shelves' items, written down so that a command starts without loading the shelves. A test compares. */

export const FORMATS = ['markdown', 'text', 'html'] as const

export const CONVENTIONS = [
  'mark',
  'notes',
  'translation-list',
  'verse',
  'round-brackets',
  'square-brackets',
  'own-paragraph',
  'meaning',
  'apposition',
  'dash',
  'reverse',
  'emphasis',
  'repeated',
] as const

export const RENDERERS = ['tooltip', 'ruby', 'interlinear', 'footnotes', 'endnotes', 'ao3', 'plain'] as const

export const DICTIONARIES = [
  'json',
  'anki',
  'csv',
  'dictd',
  'epub',
  'html',
  'hunspell',
  'lift',
  'markdown',
  'ontolex',
  'stardict',
  'tei',
  'tmx',
  'tsv',
  'yomitan',
] as const

export const GLOSSES = ['kept', 'hidden', 'moved'] as const

export const DENSITIES = ['every', 'first', 'unknown'] as const

export const TARGETS = ['html', 'ao3', 'epub', 'markdown', 'standoff', 'annotations'] as const
export type TargetName = (typeof TARGETS)[number]
