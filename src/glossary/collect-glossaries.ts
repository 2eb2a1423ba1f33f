import {isAffix} from '../lexicon/entry.js'
import type {Entry, Glossary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import type {Spelling} from '../prose/types.js'
import type {LinkedStory, Term, WordLink} from '../source/annotation-types.js'
import {groupBy, map, sortBy} from '../util/lists.js'
import {collectUses} from './collect-uses.js'
import {mergeEntries} from './merge-entries.js'
import {proposeEntries} from './propose-entries.js'
import type {GlossaryContext} from './types.js'
import {updateEntries} from './update-entries.js'

/** The language of the meanings in a dictionary that states none. */
const DEFAULT_DEFINITION_LANGUAGE = 'en'

/** Returns the entries of one language. */
function collectEntries(terms: readonly Term[], links: readonly WordLink[], context: GlossaryContext, spelling: Spelling | undefined): Entry[] {
  const uses = collectUses(terms, links, context)
  const proposals = proposeEntries(
    uses.filter(({reading}) => !reading),
    context,
  )
  const keyOf = (surface: string) => fold(surface, spelling)
  return mergeEntries([...updateEntries(uses), ...proposals], keyOf)
}

/**
 * Returns the glossary of each language in a story, in order of first occurrence: an entry for every word, with its spellings, forms, meanings and
 * places. Words that no dictionary explains are proposed, as are their probable affixes.
 */
export function collectGlossaries({terms, links, statedConfidence}: LinkedStory, story: Omit<GlossaryContext, 'statedConfidence'>): Glossary[] {
  const context = {...story, statedConfidence}
  const {hostLanguage} = context
  const stated = hostLanguage === DEFAULT_DEFINITION_LANGUAGE ? {} : {definitionLanguage: hostLanguage}
  const languages = [...groupBy(terms, ({lang}) => lang)]
  const found = map(languages, ([language, own]) => {
    const spelling = context.spellingOf(language)
    const entries = collectEntries(own, links, context, spelling)
    return {first: own[0] as Term, glossary: {language, ...stated, ...(spelling && Object.keys(spelling).length > 0 && {spelling}), entries}}
  })
  const inOrder = map(
    sortBy(
      found,
      ({first}) => first.passage,
      ({first}) => first.start,
    ),
    ({glossary}) => glossary,
  )
  return inOrder.length > 0 ? inOrder : [{language: context.lang, entries: []}]
}

/**
 * Returns the glossary of the language with the most words; of languages that fiction quotes only if there is no other.
 *
 * @param quoted languages that were recognised
 */
export const mainGlossary = (glossaries: readonly Glossary[], quoted: ReadonlySet<string>): Glossary =>
  sortBy(
    glossaries,
    ({language}) => (quoted.has(language) ? 1 : 0),
    ({entries}) => -entries.reduce((sum, entry) => sum + (isAffix(entry) ? 0 : (entry.count ?? 0)), 0),
    ({language}) => language,
  )[0] as Glossary
