import type {HostData, Words} from './host-data.js'
import {CLASS_OF_ROLE} from './roles.js'

/** Words that white space separates. */
export const splitWords = (words: Words = ''): string[] => words.split(/\s+/u).filter((word) => word !== '')

/** The first role of each word. */
export function rolesByWord(roles: HostData['roles']): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [role, words] of Object.entries(roles)) for (const word of splitWords(words)) if (!found.has(word)) found.set(word, role)
  return found
}

/** The class of each function word, from 1: that of its first role that has one. */
export function functionWordClasses(roles: HostData['roles']): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [role, words] of Object.entries(roles)) {
    const number = CLASS_OF_ROLE.get(role)
    if (number !== undefined) for (const word of splitWords(words)) if (!found.has(word)) found.set(word, number)
  }
  return found
}

/**
 * Share of function words among keys, 0..1.
 *
 * @param functionWords with those that stand before a word and lose a vowel: *l'*, *d'*
 */
export function shareOfFunctionWords(keys: readonly string[], functionWords: {readonly has: (key: string) => boolean}): number {
  if (keys.length === 0) return 0
  let count = 0
  for (const key of keys) if (functionWords.has(key) || (key.includes("'") && functionWords.has(key.slice(0, key.indexOf("'") + 1)))) count++
  return count / keys.length
}
