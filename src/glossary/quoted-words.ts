import type {Finding, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Passage} from '../source/types.js'
import {map} from '../util/lists.js'

/** Returns the keys of a finding's words by which its language is recognised: without names and numbers, unless there is nothing else. */
export function quotedWords(
  {passage, words: {start, end}}: Finding,
  {passages, survey, host}: {readonly passages: readonly Passage[]; readonly survey: Survey; readonly host: Host},
): string[] {
  const words = (passages[passage] as Passage).words.slice(start, end)
  const own = words.filter((word) => !survey.names.has(word.key) && !host.isNeutral(word))
  return map(own.length > 0 ? own : words, ({key}) => key)
}
