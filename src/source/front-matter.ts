import {type Document, isMap, isScalar, type ParsedNode, parseDocument, type Scalar, type YAMLMap} from 'yaml'

/** Maximum length of front matter, in UTF-16 code units; a defense against hostile input. */
const MAX_LENGTH = 100_000

const FENCED = /^\ufeff?---[ \t]*(\r?\n|\r)([\s\S]*?)(?:\r?\n|\r)---[ \t]*(?:[\r\n]|$)/u

/** A key at the beginning of its line. */
const KEY = /^(?:[A-Za-z_][\w-]*|"[^"]+"|'[^']+'):(?:\s|$)/u
/** A line that may stand between keys: indented, a list item, a comment, a closing bracket. */
const NESTED = /^(?:[ \t]|-(?:\s|$)|#|[}\]])/u

export type YamlDocument = Document.Parsed<ParsedNode, true>

/**
 * Parses YAML with only maps, lists and strings (the failsafe schema), without tags and merge keys. Does not check for duplicate keys,
 * which takes quadratic time in the parser; use `findDuplicateKey`. Line ends of old Macs become line feeds, which the parser requires.
 */
export const parseYaml = (text: string): YamlDocument =>
  parseDocument(text.replace(/\r(?!\n)/gu, '\n'), {schema: 'failsafe', merge: false, prettyErrors: false, stringKeys: true, uniqueKeys: false})

/** Returns the first repeated key of a map. */
export function findDuplicateKey(map: YAMLMap): Scalar | undefined {
  const seen = new Set<unknown>()
  for (const {key} of map.items) {
    if (!isScalar(key)) continue
    if (seen.has(key.value)) return key
    seen.add(key.value)
  }
  return undefined
}

/** Returns whether lines look like a YAML mapping rather than prose between two scene breaks. */
function isMapping(text: string): boolean {
  const lines = text.split(/\r?\n|\r/u)
  const first = lines[0] ?? ''
  if (!KEY.test(first) && !first.startsWith('#')) return false
  const keys = lines.filter((line) => KEY.test(line))
  // In prose (*Boris: Where is she?*) a paragraph begins with a capital; keys rarely all do.
  if (!keys.some((key) => /^["']?\p{Ll}/u.test(key))) return false
  return lines.every((line, index) => {
    if (line.trim() === '') return true
    // Prose may begin after a blank line.
    const isAfterBlank = index > 0 && lines[index - 1]?.trim() === ''
    return NESTED.test(line) || (KEY.test(line) && !(isAfterBlank && /^["']?\p{Lu}/u.test(line)))
  })
}

/**
 * Returns the front matter of a source: a first block between `---` lines that is a valid YAML mapping. A block with a `xenogloss` key
 * counts even if it is invalid.
 */
export function extractFrontMatter(source: string): string | undefined {
  if (!/^\ufeff?---/u.test(source)) return undefined
  const text = FENCED.exec(source.slice(0, MAX_LENGTH))?.[2]
  if (text === undefined || !isMapping(text)) return undefined
  if (/^xenogloss:/mu.test(text)) return text
  try {
    const {errors, contents} = parseYaml(text)
    return errors.length === 0 && isMap(contents) && !findDuplicateKey(contents) ? text : undefined
  } catch {
    return undefined
  }
}
