import type {Dictionary} from '../../lexicon/types.js'
import type {WriteOptions} from '../types.js'

/** Returns the title of a dictionary: its name, the name in the options, or its language. */
export const titleOf = ({name, language}: Dictionary, options: WriteOptions = {}): string => name ?? options.name ?? language

/** Maximum length in characters: some file systems reject longer names once a folder and an extension are added. */
const MAX_LENGTH = 60

/** Returns a file name without extension, made from the title: only letters, marks, digits and hyphens, which are safe in every system and shell. */
export function fileStemOf(dictionary: Dictionary, options?: WriteOptions): string {
  const stem = titleOf(dictionary, options)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return [...stem.replace(/^-/u, '')].slice(0, MAX_LENGTH).join('').replace(/-$/u, '') || 'dictionary'
}
