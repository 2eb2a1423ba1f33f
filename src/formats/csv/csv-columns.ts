import type {Entry} from '../../lexicon/types.js'
import {attestationCell, booleanCell, type Cell, formCell, listCell, numberCell, senseCell, textCell, wordCell} from './csv-cells.js'

/** The columns of a table, and the names that authors give them. */

export type Field = Exclude<keyof Entry, 'evidence'>
interface Column {
  readonly cell: Cell<never>
  /** Other column names that authors use. */
  readonly aliases?: string
}

export const COLUMNS: Readonly<Record<Field, Column>> = {
  headword: {cell: textCell, aliases: 'word words headwords lemma term entry conword conlang'},
  kind: {cell: textCell},
  partOfSpeech: {cell: textCell, aliases: 'pos wordclass type'},
  pronunciation: {cell: textCell, aliases: 'pronunciations ipa phonetic phonetics'},
  senses: {cell: listCell(senseCell), aliases: 'sense meaning meanings definition definitions translation translations gloss localword'},
  forms: {cell: listCell(formCell), aliases: 'form inflection inflections inflectedforms'},
  variants: {cell: listCell(wordCell), aliases: 'variant spelling spellings alternatives'},
  caseSensitive: {cell: booleanCell},
  certainty: {cell: textCell},
  notes: {cell: textCell, aliases: 'note comment comments remarks explanation details'},
  see: {cell: listCell(wordCell), aliases: 'seealso related'},
  attestations: {cell: listCell(attestationCell), aliases: 'attestation'},
  parts: {cell: listCell(wordCell), aliases: 'part builtof'},
  attachesTo: {cell: listCell(wordCell)},
  gives: {cell: textCell},
  slot: {cell: textCell},
  seams: {cell: listCell(wordCell), aliases: 'seam'},
  status: {cell: textCell},
  count: {cell: numberCell},
}
export const FIELDS = Object.keys(COLUMNS) as Field[]
/** Normalizes a column name: ignores case, spaces, hyphens and underscores. */
export const normalizeName = (name: string): string => name.toLowerCase().replace(/[\s_-]+/gu, '')
const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [field, ...(COLUMNS[field].aliases?.split(' ') ?? [])].map((name) => [normalizeName(name), field])),
)
/** Columns of every table. Others are written if any entry has the field. */
export const REQUIRED_COLUMNS: ReadonlySet<string> = new Set<Field>(['headword', 'partOfSpeech', 'senses'])

/** Returns the field that a column holds by its name. */
export const findField = (name: string): Field | undefined => FIELD_OF.get(normalizeName(name))
