import type {Dictionary, Entry} from '../../lexicon/types.js'

/** Nesting depth of entries in a dictionary. */
const ENTRY_DEPTH = 2

/** Starts the line of a place in the evidence. */
const PLACE_INDENT = '\n        '
/** Ends one place and starts the next. Inside a JSON string, a quotation mark never follows a brace. */
const PLACE_SEPARATOR = `},${PLACE_INDENT}{"`

/** The text of lists that are filled in later. It includes a line break, which JSON strings never contain. */
const EMPTY_LISTS = {entries: '\n  "entries": []', evidence: '\n      "evidence": []'} as const

/** How many places are serialized at once: common words have many. */
const PLACES_PER_PIECE = 1000

/** Serializes a value with the indentation of a nesting depth: wraps it in lists and cuts them off. */
function indentedJson(value: unknown, depth: number): string {
  let nested = value
  for (let level = 0; level < depth; level++) nested = [nested]
  const text = JSON.stringify(nested, null, 2)
  // Each bracket is on its own line, indented by two more than the one before.
  const around = depth * (depth + 1)
  return text.slice(around, text.length - around)
}

/** Splits text before the closing bracket of an empty list. */
function splitAtList(text: string, list: string): [before: string, after: string] {
  const cut = text.indexOf(list) + list.length - 1
  return [text.slice(0, cut), text.slice(cut)]
}

/** Serializes an entry in pieces, indented as in a dictionary and with each place of the evidence on one line. */
export function* entryJson(entry: Entry): Generator<string> {
  const {evidence = []} = entry
  if (evidence.length === 0) return yield indentedJson(entry, ENTRY_DEPTH)
  const [before, after] = splitAtList(indentedJson({...entry, evidence: []}, ENTRY_DEPTH), EMPTY_LISTS.evidence)
  yield before
  for (let from = 0; from < evidence.length; from += PLACES_PER_PIECE) {
    const places = JSON.stringify(evidence.slice(from, from + PLACES_PER_PIECE)).slice(1, -1)
    yield `${from > 0 ? ',' : ''}${PLACE_INDENT}${places.replaceAll('},{"', PLACE_SEPARATOR)}`
  }
  yield `\n      ${after}`
}

/** The text of a dictionary before its first entry, between two entries, and after the last of `count` entries. */
export function dictionaryFrame(dictionary: Dictionary): {before: string; between: string; after: (count: number) => string} {
  const [before, after] = splitAtList(`${JSON.stringify({...dictionary, entries: []}, null, 2)}\n`, EMPTY_LISTS.entries)
  return {before, between: ',\n', after: (count) => (count > 0 ? `\n  ${after}` : after)}
}
