import {toEntries} from './resolve-options.js'
import type {Options} from './types.js'

/** Merges two sets of options: the first wins, lists are joined with the first's items first, and rules are merged one by one. */
export function mergeOptions(first: Options, second: Options): Options {
  const lists = ['ignore', 'conventions', 'dictionaries'] as const
  const inBoth = lists.filter((name) => first[name] !== undefined && second[name] !== undefined)
  const joined = Object.fromEntries(inBoth.map((name) => [name, [...(first[name] ?? []), ...(second[name] ?? [])]]))
  const terms = [...toEntries(first.terms ?? []), ...toEntries(second.terms ?? [])]
  return {...second, ...first, ...joined, ...(terms.length > 0 && {terms}), rules: {...second.rules, ...first.rules}}
}
