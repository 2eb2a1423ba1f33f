import Papa from 'papaparse'
import {dictionaryErrors} from '../../lexicon/dictionary-schema.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {decodeText, fileError, resolveLanguages} from '../shared/input.js'
import type {FormatOutput, ReadOptions} from '../types.js'
import {
  attestationCell,
  type Cell,
  escapeFormula,
  formCell,
  listCell,
  normalizeNewlines,
  numberCell,
  senseCell,
  textCell,
  unescapeFormula,
  wordCell,
} from './csv-cells.js'

/**
 * Dictionaries as tables for a spreadsheet: rows with properties of the dictionary (`#language`, `#name`, …), then the header, then one row
 * for each entry.
 */

const PROPERTIES = ['$schema', 'language', 'definitionLanguage', 'name', 'licence', 'source', 'spelling', 'inflection'] as const satisfies (keyof Dictionary)[]
/** Properties written as JSON, because authors rarely edit them. */
const JSON_PROPERTIES: ReadonlySet<string> = new Set(['spelling', 'inflection'])

type Field = Exclude<keyof Entry, 'evidence'>
interface Column {
  readonly cell: Cell<never>
  /** Other column names that authors use. */
  readonly aliases?: string
}

const COLUMNS: Readonly<Record<Field, Column>> = {
  headword: {cell: textCell, aliases: 'word lemma term entry'},
  kind: {cell: textCell},
  partOfSpeech: {cell: textCell, aliases: 'pos wordclass'},
  senses: {cell: listCell(senseCell), aliases: 'sense meaning meanings definition definitions translation translations gloss english'},
  forms: {cell: listCell(formCell), aliases: 'form inflection inflections inflectedforms'},
  variants: {cell: listCell(wordCell), aliases: 'variant spelling spellings alternatives'},
  certainty: {cell: textCell},
  notes: {cell: textCell, aliases: 'note comment comments remarks'},
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
const FIELDS = Object.keys(COLUMNS) as Field[]
/** Normalizes a column name: ignores case, spaces, hyphens and underscores. */
const normalizeName = (name: string): string => name.toLowerCase().replace(/[\s_-]+/gu, '')
const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [field, ...(COLUMNS[field].aliases?.split(' ') ?? [])].map((name) => [normalizeName(name), field])),
)
/** Columns of every table. Others are written if any entry has the field. */
const REQUIRED_COLUMNS: ReadonlySet<string> = new Set<Field>(['headword', 'partOfSpeech', 'senses'])

/**
 * Serializes a dictionary as a table, without evidence.
 *
 * @param delimiter separates the cells of a row
 */
export function writeTable({entries, ...dictionary}: Dictionary, delimiter: string): string {
  const metadata = PROPERTIES.filter((name) => dictionary[name] !== undefined)
  const fields = FIELDS.filter((field) => REQUIRED_COLUMNS.has(field) || entries.some((entry) => entry[field] !== undefined))
  const cellOf = (entry: Entry, field: Field): string => (entry[field] === undefined ? '' : COLUMNS[field].cell.write(entry[field] as never))
  const rows = [
    ...metadata.map((name) => [`#${name}`, JSON_PROPERTIES.has(name) ? JSON.stringify(dictionary[name]) : textCell.write(dictionary[name] as string)]),
    fields,
    ...entries.map((entry) => fields.map((field) => cellOf(entry, field))),
  ]
  // RFC 4180, section 2: lines end with CRLF.
  return `${Papa.unparse(
    rows.map((row) => row.map(escapeFormula)),
    {delimiter, newline: '\r\n'},
  )}\r\n`
}

/** Excel uses `;` in locales with a decimal comma. */
const DELIMITERS = [',', ';', '\t']
const findField = (name: string): Field | undefined => FIELD_OF.get(normalizeName(name))
const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')
/** Whether a row may precede the header: a property, an empty row, or the `sep=` line that tells Excel the delimiter. */
const isPropertyRow = (row: readonly string[]): boolean => isEmpty(row) || /^(?:#|sep=.?$)/u.test((row[0] as string).trimStart())

/** Finds the delimiter with which the first other row is a header. */
const delimiterOf = (table: string): string | undefined =>
  DELIMITERS.find((delimiter) =>
    Papa.parse<string[]>(table, {delimiter, newline: '\n', preview: 100})
      .data.find((row) => !isPropertyRow(row))
      ?.some((cell) => findField(unescapeFormula(cell)) === 'headword'),
  )

/** Parses the rows, each with its first line number. */
function rowsOf(table: string, options: ReadOptions): {line: number; cells: string[]}[] {
  const delimiter = delimiterOf(table)
  if (delimiter === undefined) throw fileError(options, 'expected a header row with a “headword” or “word” column')
  const {data, errors} = Papa.parse<string[]>(table, {delimiter, newline: '\n'})
  let line = 1
  const rows = data.map((cells) => {
    const row = {line, cells: cells.map(unescapeFormula)}
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return row
  })
  const [error] = errors
  if (error) throw fileError(options, `line ${rows[error.row ?? 0]?.line ?? 1}`, error.code === 'MissingQuotes' ? 'unclosed quotation mark' : error.message)
  return rows
}

function propertyOf([name = '', value = '', ...rest]: readonly string[], problem: (reason: string) => TypeError): [name: string, value: unknown] {
  const property = PROPERTIES.find((property) => normalizeName(property) === normalizeName(name.trim().slice(1)))
  if (!property) throw problem(`expected one of ${PROPERTIES.map((property) => `#${property}`).join(', ')}, got “${name}”`)
  if (!isEmpty(rest)) throw problem(`expected one value after “${name}”; quote a value that contains commas`)
  if (!JSON_PROPERTIES.has(property)) return [property, textCell.read(value)]
  try {
    return [property, value.trim() === '' ? undefined : JSON.parse(value)]
  } catch {
    throw problem(`expected JSON after “${name}”`)
  }
}

/** Returns the field of each column, or undefined for a column with an unknown name. */
function parseHeader(cells: readonly string[], problem: (reason: string) => TypeError): (Field | undefined)[] {
  const fields = cells.map(findField)
  const duplicate = fields.find((field, index) => field && fields.indexOf(field) !== index)
  if (duplicate) throw problem(`duplicate column “${duplicate}”`)
  return fields
}

/**
 * Reads a table as `writeTable` or people write it: columns in any order, under any of their names, optional unless required, and separated
 * by commas, semicolons or tabs.
 *
 * @throws TypeError that names the file, the line, the column and the reason
 */
export function readTable(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  const metadata: Record<string, unknown> = {...resolveLanguages({}, options)}
  const entries: Partial<Record<Field, unknown>>[] = []
  const lines: number[] = []
  let names: readonly string[] | undefined
  let fields: (Field | undefined)[] = []
  for (const {line, cells} of rowsOf(normalizeNewlines(decodeText(input, options)), options)) {
    const problem = (...reasons: readonly string[]) => fileError(options, `line ${line}`, ...reasons)
    if (isEmpty(cells)) continue
    if (!names && isPropertyRow(cells)) {
      if (!cells[0]?.trimStart().startsWith('#')) continue
      const [name, value] = propertyOf(cells, problem)
      if (value !== undefined) metadata[name] = value
    } else if (!names) {
      names = cells
      fields = parseHeader(cells, problem)
    } else {
      const entry: Partial<Record<Field, unknown>> = {}
      for (const [index, cell] of cells.entries()) {
        const field = fields[index]
        if (!field && cell.trim() !== '') throw problem(`column “${names[index] ?? index + 1}”`, `expected one of ${FIELDS.join(', ')}`)
        const value = field && COLUMNS[field].cell.read(cell)
        if (value !== undefined) entry[field as Field] = value
      }
      entries.push(entry)
      lines.push(line)
    }
  }
  const dictionary = {...metadata, entries}
  const errors = dictionaryErrors(dictionary)
  const located = errors.slice(0, 5).map((error) => error.replace(/^entries\[(\d+)\]/u, (_, index) => `line ${lines[index]}`))
  if (located.length > 0) throw fileError(options, [...located, ...(errors.length > 5 ? [`… and ${errors.length - 5} more`] : [])].join('\n'))
  return dictionary as unknown as Dictionary
}
