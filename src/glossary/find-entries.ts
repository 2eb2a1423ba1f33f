import {createLexicon} from '../lexicon/create-lexicon.js'
import {withoutRejected} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {flatMap, map} from '../util/lists.js'
import {mergeGlossaries} from './merge-glossaries.js'

/** Returns the entries of a word's best readings, in all languages of the glossaries. */
export function findEntries(word: string, glossaries: readonly Glossary[]): Entry[] {
  const languages = [...new Set(map(glossaries, ({language}) => language))]
  return flatMap(languages, (language) => {
    const merged = mergeGlossaries(glossaries.filter((glossary) => glossary.language === language))
    const readings = createLexicon(withoutRejected(merged)).lookup(word)
    return map(
      readings.filter(({score}) => score === readings[0]?.score),
      ({entry}) => entry,
    )
  })
}
