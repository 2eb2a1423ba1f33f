import type {Yaml} from 'mdast'
import {isMap, isPair, isScalar} from 'yaml'
import {settle} from './options.js'
import {readYaml} from './text/front-matter.js'
import type {Options, Settings, SourceSpan, Tree} from './types.js'

/** The options that front matter may have: those that are plain data. */
const NAMES = ['lang', 'terms', 'ignore', 'threshold', 'conventions', 'dictionaries'] as const
type Name = (typeof NAMES)[number]

/** Aliases that a block may use: more are an attack. */
const MOST_ALIASES = 100

/** Something wrong in front matter, and where. */
export interface Problem {
  readonly at: SourceSpan
  readonly reason: string
}

/** Words with their meanings, as people write them in front matter: `{selma: light, davan: [here, now], tal: }`. */
const termsOf = (value: object): unknown[] =>
  Object.entries(value).map(([headword, said]: [string, unknown]) => {
    if (said === '' || said === null) return headword
    if (typeof said === 'string') return {headword, senses: [said]}
    return Array.isArray(said) ? {headword, senses: said} : {headword, ...(said as object)}
  })

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** An option as YAML without types has it → as the options have it. */
function optionOf(name: Name, value: unknown): unknown {
  if (name === 'terms' && isPlain(value)) return termsOf(value)
  if (name === 'terms' && Array.isArray(value)) return value.flatMap((item: unknown) => (isPlain(item) && !('headword' in item) ? termsOf(item) : [item]))
  return name === 'threshold' && typeof value === 'string' && /^\s*[\d.]+\s*$/u.test(value) ? Number(value) : value
}

/** What each option of a block says, and where it says so, in the block. */
function entriesOf(text: string): {name: string; value: unknown; at: SourceSpan}[] {
  const document = readYaml(text)
  const pair = isMap(document.contents) ? document.contents.items.find(({key}) => isScalar(key) && key.value === 'xenogloss') : undefined
  const whole = pair && isScalar(pair.key) ? pair.key.range : undefined
  const at = {start: whole?.[0] ?? 0, end: whole?.[1] ?? text.length}
  const [error] = document.errors
  if (error && (pair || /^xenogloss:/mu.test(text)))
    throw Object.assign(new TypeError(`It is no YAML: ${error.message}`), {at: {start: error.pos[0], end: error.pos[1]}})
  if (!pair?.value) return []
  if (!isMap(pair.value)) throw Object.assign(new TypeError(`\`xenogloss\` must be a map of ${NAMES.map((name) => `\`${name}\``).join(', ')}`), {at})
  const values = document.toJS({maxAliasCount: MOST_ALIASES}) as {xenogloss: Record<string, unknown>}
  return pair.value.items.flatMap((item) => {
    if (!isPair(item) || !isScalar(item.key)) return []
    const [start, end] = item.key.range ?? [at.start, at.end]
    return [{name: String(item.key.value), value: values.xenogloss[String(item.key.value)], at: {start, end}}]
  })
}

/** The story's own options, one by one; what is wrong with any is a problem, never an exception. */
function read(text: string): {options: Options; problems: Problem[]} {
  const problems: Problem[] = []
  const options: Record<string, unknown> = {}
  const note = (error: unknown, at: SourceSpan) => {
    const reason = error instanceof Error ? error.message : String(error)
    problems.push({at: (error as {at?: SourceSpan}).at ?? at, reason: reason.replace(/^Option /u, '')})
  }
  try {
    for (const {name, value, at} of entriesOf(text)) {
      try {
        if (!NAMES.includes(name as Name)) throw new TypeError(`There is no \`${name}\` here; there are ${NAMES.map((known) => `\`${known}\``).join(', ')}`)
        const given = optionOf(name as Name, value)
        settle({[name]: given})
        options[name] = given
      } catch (error) {
        note(error, at)
      }
    }
  } catch (error) {
    note(error, {start: 0, end: text.length})
  }
  return {options, problems}
}

/** Options given in code win; lists are joined, the code's first. */
function joined(given: Options, own: Options): Options {
  const lists = ['terms', 'ignore', 'conventions', 'dictionaries'] as const
  const both = lists.filter((name) => given[name] !== undefined && own[name] !== undefined)
  return {...own, ...given, ...Object.fromEntries(both.map((name) => [name, [...(given[name] ?? []), ...(own[name] ?? [])]]))}
}

/**
 * What a story says of itself in the `xenogloss` key of its YAML front matter.
 *
 * @param given the options given in code
 * @param settings the same, settled
 */
export function heed(tree: Tree, source: string, given: Options, settings: Settings): {settings: Settings; problems: Problem[]} {
  const [node] = tree.children as readonly (Tree['children'][number] | Yaml)[]
  if (node?.type !== 'yaml') return {settings, problems: []}
  const {options, problems} = read(node.value)
  const from = Math.max(0, source.indexOf(node.value, node.position?.start.offset ?? 0))
  return {
    settings: Object.keys(options).length === 0 ? settings : {...settle(joined(given, options)), format: settings.format},
    problems: problems.map(({at, reason}) => ({at: {start: from + at.start, end: from + Math.max(at.end, at.start + 1)}, reason})),
  }
}
