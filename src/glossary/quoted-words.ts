import type {Finding, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {QuotedPiece} from '../languages/types.js'
import type {Passage} from '../source/types.js'
import {map} from '../util/lists.js'

/** Returns the keys of a finding's words by which its language is recognised. */
export function quotedWords(
  {passage, words: {start, end}}: Finding,
  {passages, survey, host}: {readonly passages: readonly Passage[]; readonly survey: Survey; readonly host: Host},
): Pick<QuotedPiece, 'words' | 'names'> {
  const words = (passages[passage] as Passage).words.slice(start, end).filter((word) => !host.isNeutral(word))
  const keys = (isName: boolean): string[] =>
    map(
      words.filter(({key}) => survey.names.has(key) === isName),
      ({key}) => key,
    )
  const [own, names] = [keys(false), keys(true)]
  return own.length > 0 ? {words: own, names} : {words: names, names: []}
}
