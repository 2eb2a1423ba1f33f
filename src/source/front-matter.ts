import {type Document, isMap, isScalar, type ParsedNode, parseDocument, type Scalar, type YAMLMap} from 'yaml'

/** Front matter longer than this is somebody's attack. */
const LONGEST = 100_000

const FENCED = /^\ufeff?---[ \t]*(\r?\n|\r)([\s\S]*?)(?:\r?\n|\r)---[ \t]*(?:[\r\n]|$)/u

/** A key at the beginning of its line. */
const KEY = /^(?:[A-Za-z_][\w-]*|"[^"]+"|'[^']+'):(?:\s|$)/u
/** What may stand between keys: what is indented, items, comments, closing brackets. */
const INSIDE = /^(?:[ \t]|-(?:\s|$)|#|[}\]])/u

export type Yaml = Document.Parsed<ParsedNode, true>

/**
 * YAML as front matter may use it: maps, lists and strings, nothing that a tag or a type could make of them. Keys are not compared,
 * which takes quadratic time there.
 */
export const readYaml = (text: string): Yaml =>
  parseDocument(text, {schema: 'failsafe', merge: false, prettyErrors: false, stringKeys: true, uniqueKeys: false})

/** The first key of a map that it has twice. */
export function repeatedKey(map: YAMLMap): Scalar | undefined {
  const met = new Set<unknown>()
  for (const {key} of map.items) {
    if (!isScalar(key)) continue
    if (met.has(key.value)) return key
    met.add(key.value)
  }
  return undefined
}

/** Whether lines look like those of a YAML mapping, rather than like prose between two scene breaks. */
function isMapping(text: string): boolean {
  const lines = text.split(/\r?\n|\r/u)
  const first = lines[0] ?? ''
  if (!KEY.test(first) && !first.startsWith('#')) return false
  const keys = lines.filter((line) => KEY.test(line))
  // In prose (*Boris: Where is she?*) a paragraph begins with a capital; so may keys, but hardly all of them.
  if (!keys.some((key) => /^["']?\p{Ll}/u.test(key))) return false
  return lines.every((line, index) => {
    if (line.trim() === '') return true
    // After a blank line prose could begin.
    const apart = index > 0 && lines[index - 1]?.trim() === ''
    return INSIDE.test(line) || (KEY.test(line) && !(apart && /^["']?\p{Lu}/u.test(line)))
  })
}

/** The front matter that a source begins with: a block between `---` lines that is a YAML mapping, or means to be one of ours. */
export function frontMatterOf(source: string): string | undefined {
  if (!/^\ufeff?---/u.test(source)) return undefined
  const text = FENCED.exec(source.slice(0, LONGEST))?.[2]
  if (text === undefined || !isMapping(text)) return undefined
  if (/^xenogloss:/mu.test(text)) return text
  try {
    const {errors, contents} = readYaml(text)
    return errors.length === 0 && isMap(contents) && !repeatedKey(contents) ? text : undefined
  } catch {
    return undefined
  }
}
