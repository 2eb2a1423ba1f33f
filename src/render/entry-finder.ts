import {assignPageIds} from '../formats/shared/ids.js'
import {isAffix, toForm, withoutRejected} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import {lazy} from '../util/lazy.js'
import {createPartsFinder} from './learned-parts.js'
import type {RenderContext, TermEntry} from './types.js'

/** Returns a function that finds the entry of a term: by spelling or form, else by the headword of its best reading. */
export function createEntryFinder(glossaries: readonly Glossary[], prefix: string): RenderContext['entryOf'] {
  const entriesByKey = new Map<string, TermEntry>()
  for (const glossary of glossaries) {
    const {language, entries, ...rest} = withoutRejected(glossary)
    const {idOf} = assignPageIds({language, entries, ...rest}, prefix)
    const findParts = lazy(() => createPartsFinder({language, entries, ...rest}))
    const add = (spelling: string, entry: Entry) => {
      const key = `${language}\0${stripApostrophes(fold(spelling))}`
      if (!entriesByKey.has(key)) entriesByKey.set(key, {id: idOf(entry), entry, learnedParts: () => findParts()(entry)})
    }
    const words = entries.filter((entry) => !isAffix(entry))
    for (const entry of words) add(entry.headword, entry)
    for (const entry of words) for (const spelling of [...(entry.variants ?? []), ...(entry.forms ?? []).map((form) => toForm(form).form)]) add(spelling, entry)
  }
  return ({lang, key, readings: [best]}) =>
    entriesByKey.get(`${lang}\0${key}`) ?? (best && entriesByKey.get(`${lang}\0${stripApostrophes(fold(best.entry.headword))}`))
}
