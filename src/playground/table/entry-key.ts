import type {Entry} from '../../lexicon/types.js'

/** What distinguishes an entry from the others of a glossary: `mergeGlossaries` makes one of those that share it. */
export const entryKey = ({headword, partOfSpeech = '', kind = 'word'}: Entry): string => `${headword}\0${partOfSpeech}\0${kind}`
