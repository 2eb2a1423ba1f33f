import {fold, stripApostrophes} from '../prose/folding.js'
import type {PrintedForm} from '../prose/types.js'
import type {Familiarity, Host} from './types.js'

/** Log-odds, at least, of a word that the author lists as foreign: those of an unknown word. */
const LISTED_ODDS = 6

/**
 * Returns a host with the author's lists applied. Terms become unknown to the host, however they are spelled, except for function words,
 * which no story can do without. Ignored words belong to no language.
 *
 * @param lists keys of single words
 */
export function withUserWords(host: Host, {terms, ignore}: {terms: ReadonlySet<string>; ignore: ReadonlySet<string>}): Host {
  if (terms.size === 0 && ignore.size === 0) return host
  const isTerm = (key: string): boolean => terms.has(key) && !host.functionWords.has(key) && !ignore.has(key)
  return {
    ...host,
    familiarity: (word) => {
      const key = stripApostrophes(fold(word))
      if (ignore.has(key)) return {tier: 10, rule: 'ignored'}
      const own = host.familiarity(word)
      return isTerm(key) ? (own.tier === undefined ? {} : {rule: 'homograph'}) : own
    },
    isNeutral: (word: PrintedForm) => ignore.has(word.key) || host.isNeutral(word),
    foreignOdds: (word: PrintedForm, familiarity: Familiarity) => {
      const odds = host.foreignOdds(word, familiarity)
      return ignore.has(word.key) ? Math.min(0, odds) : isTerm(word.key) ? Math.max(LISTED_ODDS, odds) : odds
    },
  }
}
