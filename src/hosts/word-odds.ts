import {isAsciiLowerAt, isCapitalized} from '../prose/word-shape.js'
import {map} from '../util/lists.js'
import type {Familiarity} from './types.js'

/** Shortest word length of each column, in UTF-16 code units. */
export const LENGTHS = [1, 2, 3, 4, 5, 7] as const
/** Rows: largest tiers, unknown words by capitalization, closed classes. */
export const ROWS = ['10', '20', '35', '50', '60', '70', 'unknown', 'Unknown', 'foReign', 'grammar', 'exclamation'] as const

/** Column of each word length; longer words are in the last column. */
const COLUMNS = Uint8Array.from({length: Math.max(...LENGTHS) + 1}, (_, length) =>
  Math.max(
    0,
    LENGTHS.findLastIndex((shortest) => length >= shortest),
  ),
)

/** A capital after a lower-case letter, as Klingon has and English has not. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u

/** Whether a word without hyphens has one. The loop spares most words the pattern. */
function hasInnerCapital(surface: string): boolean {
  let at = 1
  while (at < surface.length && isAsciiLowerAt(surface, at)) at++
  return at < surface.length && INNER_CAPITAL.test(surface) && !/[-‐]/u.test(surface)
}

/** Largest tier of each of the first rows (SCOWL's 40 counts as 50, 55 as 60). */
const TIER_OF_ROW = [10, 20, 35, 50, 60, 70]

const ROW = Object.fromEntries(map(ROWS, (name, index) => [name, index])) as Readonly<Record<(typeof ROWS)[number], number>>

function getRow({tier, rule}: Familiarity, surface: string): number {
  if (rule === 'grammar' || rule === 'exclamation') return ROW[rule]
  if (tier !== undefined) {
    let row = 0
    while (row + 1 < TIER_OF_ROW.length && tier > (TIER_OF_ROW[row] as number)) row++
    return row
  }
  if (hasInnerCapital(surface)) return ROW.foReign
  return isCapitalized(surface) ? ROW.Unknown : ROW.unknown
}

const getColumn = (key: string): number => COLUMNS[Math.min(key.length, COLUMNS.length - 1)] as number

/** Row of a word, from its closed class, its tier, or the capitalization of an unknown word; and column, from its length. */
export const classifyWord = (familiarity: Familiarity, surface: string, key: string): {row: number; column: number} => ({
  row: getRow(familiarity, surface),
  column: getColumn(key),
})

/** By class of word (`ROWS`) and length (`LENGTHS`): log-odds that a word is foreign, from its tier, length and capitalization alone. */
export type OddsTable = readonly (readonly number[])[]

export const oddsOf = (table: OddsTable, familiarity: Familiarity, surface: string, key: string): number =>
  (table[getRow(familiarity, surface)] as readonly number[])[getColumn(key)] as number
