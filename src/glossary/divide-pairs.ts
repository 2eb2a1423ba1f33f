import {flatMap} from '../util/lists.js'
import type {WordPair} from './word-pair.js'

/** A part of a pair: its words, and the indices of its first ones in the pair. */
export interface PairPart {
  readonly index: number
  readonly pair: WordPair
  readonly source: number
  readonly target: number
}

/** The ranges between breaks. */
const rangesBetween = (breaks: readonly number[], length: number): [start: number, end: number][] =>
  [0, ...breaks].map((start, index) => [start, breaks[index] ?? length])

/** Index of the range that has a word. */
const rangeOf = (breaks: readonly number[], word: number): number => breaks.filter((start) => start <= word).length

/**
 * Divides a pair whose sides have as many clauses: *Ni seta, adika* (I'm sorry, little one). Translations keep the order of clauses, unless a word
 * that both sides have says otherwise.
 */
function divide(whole: WordPair, index: number): PairPart[] {
  const {source, target, sourceBreaks = [], targetBreaks = []} = whole
  const undivided = [{index, pair: whole, source: 0, target: 0}]
  if (sourceBreaks.length === 0 || sourceBreaks.length !== targetBreaks.length) return undivided
  const placeOf = new Map(target.map(({key}, word) => [key, rangeOf(targetBreaks, word)]))
  const isCrossed = source.some((key, word) => placeOf.has(key) && placeOf.get(key) !== rangeOf(sourceBreaks, word))
  if (isCrossed) return undivided
  const targets = rangesBetween(targetBreaks, target.length)
  return rangesBetween(sourceBreaks, source.length).map(([start, end], clause) => {
    const [from, to] = targets[clause] as [number, number]
    return {index, pair: {source: source.slice(start, end), target: target.slice(from, to)}, source: start, target: from}
  })
}

/** Divides all pairs into clauses where both sides have as many. */
export const dividePairs = (pairs: readonly WordPair[]): PairPart[] => flatMap(pairs, divide)
