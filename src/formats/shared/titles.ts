import type {Dictionary} from '../../lexicon/types.js'
import type {WriteOptions} from '../types.js'

/** What a dictionary is called. */
export const titleOf = ({name, language}: Dictionary, options: WriteOptions = {}): string => name ?? options.name ?? language

/** Longer names are refused by some file systems once an extension and a folder stand around them; in characters. */
const LONGEST = 60

/** The title as a file name without an extension: letters, digits and hyphens, which no system and no shell reads otherwise. */
export function stemOf(dictionary: Dictionary, options?: WriteOptions): string {
  const stem = titleOf(dictionary, options)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return [...stem.replace(/^-/u, '')].slice(0, LONGEST).join('').replace(/-$/u, '') || 'dictionary'
}
