import type {ReadOptions} from '../types.js'

/** The rows of Yomitan's banks, format 3. */

/** Term, reading, definition tags, rules, score, definitions, sequence number, term tags. */
export type Row = readonly [string, string, string, string, number, readonly unknown[], number, string]

/** An untrusted row that begins with a non-empty string, and its location for errors. */
export interface LocatedRow {
  readonly row: readonly unknown[]
  readonly at: ReadOptions
}

/** An untrusted JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>
