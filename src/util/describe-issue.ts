import {closest, distance} from 'fastest-levenshtein'
import type * as v from 'valibot'
import {map} from './lists.js'

/** The issue that says most: of a union's alternatives the one that got furthest, else the issue itself. */
function deepest(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  const nested = (issue.issues ?? []).filter(({path}) => path && path.length > 0)
  const [first] = nested.sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))
  return first ? [issue, ...deepest(first)] : [issue]
}

const pathOf = (issue: v.BaseIssue<unknown>): readonly unknown[] => map((issue.path ?? []) as readonly {readonly key: unknown}[], ({key}) => key)

/** `rules['unknown-word']`, `terms[2].senses`. */
const printPath = (keys: readonly unknown[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    const name = String(key)
    if (path === '') return name
    return /^[\w$]+$/u.test(name) ? `${path}.${name}` : `${path}['${name}']`
  }, '')

/** A value as an error message shows it, shortened. */
export function showValue(value: unknown): string {
  const text =
    typeof value === 'string' ? `'${value}'` : typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'an object') : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const PLAIN: Readonly<Record<string, string>> = {array: 'a list', boolean: 'true or false', number: 'a number', string: 'a text', strict_object: 'an object'}

function expectedBy({type, expected, message, kind, path}: v.BaseIssue<unknown>): string {
  if (type === 'strict_object' && path?.at(-1)?.origin === 'key') return 'given'
  if (!message.startsWith('Invalid ')) return message
  if (type === 'non_empty') return 'a text that is not empty'
  if (kind === 'schema' && PLAIN[type]) return PLAIN[type]
  return (expected ?? message)
    .replace(/^\(|\)$/gu, '')
    .replaceAll('"', "'")
    .replaceAll(' | ', ' or ')
    .replaceAll('Array', 'a list')
    .replaceAll('Object', 'an object')
}

/** The name that was probably meant: at most a third of its letters differ. */
function nearestName(name: string, names: readonly string[]): string | undefined {
  const nearest = names.length > 0 ? closest(name, [...names]) : undefined
  return nearest !== undefined && distance(name, nearest) <= Math.max(1, nearest.length / 3) ? nearest : undefined
}

/** `There is no option 'lagn'; did you mean 'lang'?`, or all names where none is near. */
export function describeUnknown(what: string, name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names)
  const hint = nearest === undefined ? `there are ${map(names, (known) => `\`${known}\``).join(', ')}` : `did you mean \`${nearest}\`?`
  return `there is no ${what} \`${name}\`; ${hint}`
}

/** Where a validation issue lies and what is wrong, in words. */
export interface IssueDescription {
  /** As code writes it: `terms[2].senses`; empty for the value as a whole. */
  readonly path: string
  readonly expected: string
  /** The value that was given. */
  readonly received: unknown
  /** The key that the schema does not have, where that is what is wrong. */
  readonly unknownKey?: string
}

export function describeIssue(issue: v.BaseIssue<unknown>): IssueDescription {
  const chain = deepest(issue)
  const last = chain.at(-1) as v.BaseIssue<unknown>
  const keys = chain.flatMap(pathOf)
  // Objects report an unknown key as a value that may not exist, records as a key of the wrong form.
  const isUnknown = last.kind === 'schema' && (last.expected === 'never' || (last.type !== 'strict_object' && last.path?.at(-1)?.origin === 'key'))
  return {path: printPath(keys), expected: expectedBy(last), received: last.input, ...(isUnknown && {unknownKey: String(keys.at(-1))})}
}
