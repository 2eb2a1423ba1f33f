import mapValues from 'lodash-es/mapValues.js'
import type {Yaml} from 'mdast'
import {isMap, isScalar, type Scalar} from 'yaml'
import type {SourceSpan} from '../prose/types.js'
import {readYaml, repeatedKey} from '../source/front-matter.js'
import type {Tree} from '../source/types.js'
import {resolveOptions} from './resolve-options.js'
import type {Options, ResolvedOptions} from './types.js'

/** The options that front matter may have: those that are plain data. */
const NAMES = ['lang', 'terms', 'ignore', 'threshold', 'conventions', 'dictionaries', 'rules'] as const
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

/** As YAML 1.1 has them, and linters. */
const SWITCHES: Readonly<Record<string, boolean>> = {true: true, on: true, yes: true, false: false, off: false, no: false}
const switchOf = (value: unknown): unknown => (typeof value === 'string' && Object.hasOwn(SWITCHES, value) ? SWITCHES[value] : value)

/** An option as YAML without types has it → as the options have it. */
function optionOf(name: Name, value: unknown): unknown {
  if (name === 'terms' && isPlain(value)) return termsOf(value)
  if (name === 'terms' && Array.isArray(value)) return value.flatMap((item: unknown) => (isPlain(item) && !('headword' in item) ? termsOf(item) : [item]))
  if (name === 'rules' && isPlain(value)) return mapValues(value, switchOf)
  return name === 'threshold' && typeof value === 'string' && /^\s*[\d.]+\s*$/u.test(value) ? Number(value) : value
}

/** An error that knows where in the block it is. */
const wrong = (reason: string, at: SourceSpan): TypeError => Object.assign(new TypeError(reason), {at})

const placeOf = ({range}: Scalar, fallback: SourceSpan): SourceSpan => (range ? {start: range[0], end: range[1]} : fallback)

/** What each option of a block says, and where it says so, in the block. */
function entriesOf(text: string): {name: string; value: unknown; at: SourceSpan}[] {
  const whole = {start: 0, end: text.length}
  const document = readYaml(text)
  const pair = isMap(document.contents) ? document.contents.items.find(({key}) => isScalar(key) && key.value === 'xenogloss') : undefined
  const at = isScalar(pair?.key) ? placeOf(pair.key, whole) : whole
  const [error] = document.errors
  if (error && (pair || /^xenogloss:/mu.test(text))) throw wrong(`It is no YAML: ${error.message}`, {start: error.pos[0], end: error.pos[1]})
  const own = pair?.value
  if (!own || (isScalar(own) && own.value === '')) return []
  if (!isMap(own)) throw wrong(`\`xenogloss\` must be a map of ${NAMES.map((name) => `\`${name}\``).join(', ')}`, at)
  const twice = repeatedKey(own)
  if (twice) throw wrong(`It is no YAML: \`${twice.value}\` stands there twice`, placeOf(twice, at))
  const values = document.toJS({maxAliasCount: MOST_ALIASES}) as {xenogloss: Record<string, unknown>}
  return own.items.flatMap(({key}) => (isScalar(key) ? [{name: String(key.value), value: values.xenogloss[String(key.value)], at: placeOf(key, at)}] : []))
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
        resolveOptions({[name]: given})
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

/** Options given in code win; lists are joined, the code's first, and so are rules, each by itself. */
function joined(given: Options, own: Options): Options {
  const lists = ['terms', 'ignore', 'conventions', 'dictionaries'] as const
  const both = lists.filter((name) => given[name] !== undefined && own[name] !== undefined)
  const rules = {...own.rules, ...given.rules}
  return {...own, ...given, ...Object.fromEntries(both.map((name) => [name, [...(given[name] ?? []), ...(own[name] ?? [])]])), rules}
}

/**
 * What a story says of itself in the `xenogloss` key of its YAML front matter.
 *
 * @param given the options given in code
 * @param settings the same, settled
 */
export function applyFrontMatter(tree: Tree, source: string, given: Options, settings: ResolvedOptions): {settings: ResolvedOptions; problems: Problem[]} {
  const [node] = tree.children as readonly (Tree['children'][number] | Yaml)[]
  if (node?.type !== 'yaml') return {settings, problems: []}
  const {options, problems} = read(node.value)
  const from = Math.max(0, source.indexOf(node.value, node.position?.start.offset ?? 0))
  return {
    settings: Object.keys(options).length === 0 ? settings : {...resolveOptions(joined(given, options)), format: settings.format},
    problems: problems.map(({at, reason}) => ({at: {start: from + at.start, end: from + Math.max(at.end, at.start + 1)}, reason})),
  }
}
