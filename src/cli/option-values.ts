/**
 * Values that command-line options may have: names of registry items, written down so that a command starts without loading the
 * registries. A test compares them.
 */

/** Tags of the host languages. */
export const HOSTS = ['en', 'de', 'es', 'fr', 'it', 'pl', 'pt', 'ru', 'sv', 'ja', 'zh'] as const

export const RENDERERS = ['tooltip', 'ruby', 'interlinear', 'footnotes', 'endnotes', 'ao3', 'plain'] as const

/** Formats of dictionaries that can be written. */
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
