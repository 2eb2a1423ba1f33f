import {bare, fold} from '../prose/folding.js'
import type {PrintedForm} from '../prose/types.js'
import type {Familiarity, Host} from './types.js'

/** A word that the author lists is as foreign as one that no host ever saw. */
const LISTED = 6

/**
 * A host that heeds what an author says of single words: `terms` are strange to it, however they are spelt, but for words of its own
 * grammar, which no story can do without; what is to be ignored belongs to no language.
 *
 * @param terms keys
 * @param ignore keys
 */
export function withUserWords(host: Host, {terms, ignore}: {terms: ReadonlySet<string>; ignore: ReadonlySet<string>}): Host {
  if (terms.size === 0 && ignore.size === 0) return host
  const keyOf = (surface: string): string => bare(fold(surface))
  const isListed = (key: string): boolean => terms.has(key) && !host.functionWords.has(key) && !ignore.has(key)
  return {
    ...host,
    familiarity: (word) => {
      const key = keyOf(word)
      if (ignore.has(key)) return {tier: 10, rule: 'ignored'}
      const own = host.familiarity(word)
      return isListed(key) ? (own.tier === undefined ? {} : {rule: 'homograph'}) : own
    },
    isNeutral: (word: PrintedForm) => ignore.has(word.key) || host.isNeutral(word),
    foreignOdds: (word: PrintedForm, familiarity: Familiarity) => {
      const odds = host.foreignOdds(word, familiarity)
      return ignore.has(word.key) ? Math.min(0, odds) : isListed(word.key) ? Math.max(LISTED, odds) : odds
    },
  }
}
