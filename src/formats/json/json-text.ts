import type {Dictionary, Entry} from '../../lexicon/types.js'

/** How deep an entry stands in a dictionary. */
const DEPTH = 2

/** How the line of a place begins; and the end of one place with the beginning of the next: within a text a quotation mark follows no brace. */
const PLACE = '\n        '
const BETWEEN = `},${PLACE}{"`

/** What is printed of a list that is filled in afterwards: a line of its own, so no text that somebody has written is taken for it. */
const EMPTY = {entries: '\n  "entries": []', evidence: '\n      "evidence": []'} as const

/** Places that are made text at once: of a common word they are many. */
const PLACES = 1000

/** JSON of a value as it stands so many lists deep: the lists are printed around it, which indents it, and cut off. */
function indented(value: unknown, depth: number): string {
  let nested = value
  for (let level = 0; level < depth; level++) nested = [nested]
  const text = JSON.stringify(nested, null, 2)
  // The brackets: each on a line of its own, indented by two more than the one before.
  const around = depth * (depth + 1)
  return text.slice(around, text.length - around)
}

/** Text with an empty list, up to where it ends and from there on. */
function cutAt(text: string, list: string): [before: string, after: string] {
  const cut = text.indexOf(list) + list.length - 1
  return [text.slice(0, cut), text.slice(cut)]
}

/** The text of an entry as it stands in a dictionary, in pieces: indented, each place of its evidence on one line. */
export function* entryText(entry: Entry): Generator<string> {
  const {evidence = []} = entry
  if (evidence.length === 0) return yield indented(entry, DEPTH)
  const [before, after] = cutAt(indented({...entry, evidence: []}, DEPTH), EMPTY.evidence)
  yield before
  for (let from = 0; from < evidence.length; from += PLACES) {
    const places = JSON.stringify(evidence.slice(from, from + PLACES)).slice(1, -1)
    yield `${from > 0 ? ',' : ''}${PLACE}${places.replaceAll('},{"', BETWEEN)}`
  }
  yield `\n      ${after}`
}

/** The text of a dictionary up to its first entry, what stands between two, and what behind the last, if there is one. */
export function frameText(dictionary: Dictionary): {before: string; between: string; after: (count: number) => string} {
  const [before, after] = cutAt(`${JSON.stringify({...dictionary, entries: []}, null, 2)}\n`, EMPTY.entries)
  return {before, between: ',\n', after: (count) => (count > 0 ? `\n  ${after}` : after)}
}
