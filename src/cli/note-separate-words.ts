import type {Glossary} from '../lexicon/types.js'
import {UNKNOWN_LANGUAGE} from '../prose/language-tag.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import type {Session} from './session.js'

/** Stories with fewer words often share none with the others of their language. */
const MIN_WORDS = 3

/**
 * Prints a note if stories are merged whose language nobody has named and whose words have nothing in common: they may be of two languages.
 *
 * @param named glossaries by the names of their stories or files
 */
export async function noteSeparateWords(named: readonly (readonly [name: string, glossary: Glossary])[], session: Session): Promise<void> {
  const large = named.filter(([, {language, entries}]) => language === UNKNOWN_LANGUAGE && entries.length >= MIN_WORDS)
  if (large.length < 2) return
  const {groupBySharedWords} = await import('../glossary/share-words.js')
  const groups = groupBySharedWords(large.map(([, glossary]) => glossary))
  if (groups.length < 2) return
  const names = groups.map((group) => {
    const [first = ''] = group.map((index) => large[index]?.[0])
    return group.length > 1 ? `${first} (and ${group.length - 1} more)` : first
  })
  session.note(
    `${session.err.yellow('note')} ${escapeForTerminal(names.join(' and '))} share no word, but are merged as ${UNKNOWN_LANGUAGE}: if they are of different languages, name each with --lang or \`lang\` in the front matter`,
  )
}
