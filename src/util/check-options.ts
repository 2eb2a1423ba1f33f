import * as v from 'valibot'
import {describeIssue, describeUnknown, showValue} from './describe-issue.js'

/** The schema of a set of options: an object whose keys are all known. */
type OptionsSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : typeof error === 'string' ? error : typeof error)

/** Reads every option once: a getter may throw, or give another value the next time. */
function copyOptions(given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new TypeError(`The options must be an object, not ${showValue(given)}`)
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(given)) {
    try {
      copy[name] = (given as Readonly<Record<string, unknown>>)[name]
    } catch (error) {
      throw new TypeError(`Option \`${name}\` cannot be read: ${messageOf(error)}`, {cause: error})
    }
  }
  return copy
}

/** What an object without the schema's keys is called in a message, and which keys it may have, by option. */
export type KeyNames = Readonly<Record<string, {readonly what: string; readonly names: readonly string[]}>>

/**
 * Checks options against their schema.
 *
 * @param createSchema a function, because bundlers keep what is computed at the top of a file whether it is used or not
 * @param keyNames of options that are records with fixed keys
 * @returns a copy of the options, each of which was read once
 * @throws TypeError that names the option, what it may be, and the nearest name where one is misspelt
 */
export function checkOptionsBySchema<T extends object>(createSchema: () => OptionsSchema, given: T, keyNames: KeyNames = {}): T {
  const schema = createSchema()
  const options = copyOptions(given)
  // Valibot takes a list for a record with numbers as keys.
  for (const [name, {what}] of Object.entries(keyNames))
    if (Array.isArray(options[name])) throw new TypeError(`Option \`${name}\` must be an object of ${what} names, not a list`)
  let issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]] | undefined
  try {
    ;({issues} = v.safeParse(schema, options, {abortEarly: true}))
  } catch (error) {
    throw new TypeError(`The options cannot be read: ${messageOf(error)}`, {cause: error})
  }
  if (!issues) return options as T
  const {path, expected, received, unknownKey} = describeIssue(issues[0])
  if (unknownKey === undefined) throw new TypeError(`Option \`${path}\` must be ${expected}, not ${showValue(received)}`)
  const option = Object.keys(keyNames).find((name) => path.startsWith(name))
  const {what, names} = keyNames[option ?? ''] ?? {what: 'option', names: Object.keys(schema.entries)}
  const message = describeUnknown(what, unknownKey, names)
  if (option !== undefined) throw new TypeError(`Option \`${option}\`: ${message}`)
  if (path !== unknownKey) throw new TypeError(`Option \`${path}\`: there is no such field`)
  throw new TypeError(`${message.charAt(0).toUpperCase()}${message.slice(1)}`)
}
