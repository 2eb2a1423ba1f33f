import type {ReadOptions} from '../types.js'
import {COLUMNS, type Field, findField, normalizeName} from './csv-columns.js'
import {languageOfName} from './language-names.js'

/** What the first row of a table says about its columns. */

/**
 * What a column holds: a field, an explanation, which is a sense where there is no shorter one and else a note, a remark that goes into the
 * notes under the name of the column, or nothing that is known.
 */
export type ColumnUse = Field | 'explanation' | 'remark' | undefined

/** How a table is to be read. */
export interface TableHeader {
  readonly uses: readonly ColumnUse[]
  readonly names: readonly string[]
  /** Whether the row is only a header, not an entry. */
  readonly isRow: boolean
  /** Name of the language, if it heads the column of words. */
  readonly name?: string
  /** Languages that head columns, as BCP 47 tags. */
  readonly language?: string
  readonly definitionLanguage?: string
  /** Changes a cell of another program into one of ours. */
  readonly convert?: (field: Field, cell: string) => string
}

/** Lexicanter's export joins several values with a dash, and names the dialect of each pronunciation; there is usually one, *General*. */
const LEXICANTER = ['word', 'pronunciations', 'definitions']
function convertLexicanter(field: Field, cell: string): string {
  if (field === 'pronunciation') return cell.includes(' — ') ? cell.replaceAll(' — ', ', ') : cell.replace(/^General: /u, '')
  return field === 'senses' ? cell.replace(/[\\;[]/gu, '\\$&').replaceAll(' — ', '; ') : cell
}

/** PolyGlot's spreadsheet has a column for each class and each inflected form of a language, and a short and a long meaning. */
const isPolyGlot = (keys: readonly string[]): boolean => keys.includes('conword')

/** Returns the uses of columns with known names. */
function namedUses(keys: readonly string[]): ColumnUse[] {
  const polyglot = isPolyGlot(keys)
  const hasShortMeaning = polyglot && keys.includes('localword')
  return keys.map((key) => {
    if (hasShortMeaning && key === 'definition') return 'explanation'
    return findField(key) ?? (polyglot && key !== '' ? 'remark' : undefined)
  })
}

/** Chooses the columns that are headed by the name of a language: meanings in it, or its words if no other column has words. */
function assignLanguageColumns(
  uses: ColumnUse[],
  names: readonly string[],
  options: ReadOptions,
): Pick<TableHeader, 'name' | 'language' | 'definitionLanguage'> {
  const found: {name?: string; language?: string; definitionLanguage?: string} = {}
  const languages = names.map((name, index) => (uses[index] === undefined ? languageOfName(name) : undefined))
  const wanted = options.definitionLanguage ?? 'en'
  const columns = [...languages.keys()].filter((index) => languages[index] !== undefined)
  const meanings = columns.find((index) => languages[index] === wanted) ?? columns.at(uses.includes('headword') ? 0 : -1)
  if (meanings !== undefined && (!uses.includes('senses') || languages[meanings] === 'en')) {
    uses[meanings] = 'senses'
    found.definitionLanguage = languages[meanings] as string
  }
  if (!uses.includes('headword') && uses.includes('senses')) {
    const words = names.findIndex((name, index) => uses[index] === undefined && name.trim() !== '')
    if (words >= 0) {
      uses[words] = 'headword'
      found.name = (names[words] as string).trim()
      const tag = languages[words]
      if (tag !== undefined) found.language = tag
    }
  }
  for (const index of columns) uses[index] ??= 'remark'
  return found
}

/** Returns how to read a table with this first row, or undefined if the row is no header. */
export function interpretHeader(names: readonly string[], options: ReadOptions): TableHeader | undefined {
  const keys = names.map(normalizeName)
  const uses = namedUses(keys)
  const languages = assignLanguageColumns(uses, names, options)
  if (!uses.includes('headword')) return undefined
  const convert = keys.join() === LEXICANTER.join() ? {convert: convertLexicanter} : {}
  return {uses, names, isRow: true, ...languages, ...convert}
}

/** Returns how to read a table without a header: two columns, words and their meanings; undefined for any other table. */
export const interpretPairs = (rows: readonly (readonly string[])[]): TableHeader | undefined =>
  rows.length > 0 && rows.every((row) => row.length === 2 && row.some((cell) => cell.trim() !== '')) && !rows[0]?.some((cell) => findField(cell))
    ? {uses: ['headword', 'senses'], names: ['1', '2'], isRow: false}
    : undefined

/** Reads a cell as a value of its field. */
export const readCell = (field: Field, cell: string, {convert}: TableHeader): unknown => COLUMNS[field].cell.read(convert ? convert(field, cell) : cell)
