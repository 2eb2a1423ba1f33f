import Papa from 'papaparse'
import {dictionaryErrors} from '../../lexicon/dictionary-schema.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {decodeText, fileError, resolveLanguages} from '../shared/input.js'
import type {FormatOutput, ReadOptions} from '../types.js'
import {escapeFormula, normalizeNewlines, textCell, unescapeFormula} from './csv-cells.js'
import {COLUMNS, FIELDS, type Field, normalizeName, REQUIRED_COLUMNS} from './csv-columns.js'
import {interpretHeader, interpretPairs, readCell, type TableHeader} from './csv-header.js'

/**
 * Dictionaries as tables for a spreadsheet: rows with properties of the dictionary (`#language`, `#name`, …), then the header, then one row
 * for each entry.
 */

const PROPERTIES = ['$schema', 'language', 'definitionLanguage', 'name', 'licence', 'source', 'spelling', 'inflection'] as const satisfies (keyof Dictionary)[]
/** Properties written as JSON, because authors rarely edit them. */
const JSON_PROPERTIES: ReadonlySet<string> = new Set(['spelling', 'inflection'])

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
/** The order for tables without a header: meanings contain commas more often than tabs. */
const PAIR_DELIMITERS = ['\t', ';', ',']
/** How many rows are read to find out how cells are separated. */
const PREVIEW_ROWS = 100
const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')
/** Whether a row may precede the header: a property, an empty row, or the `sep=` line that tells Excel the delimiter. */
const isPropertyRow = (row: readonly string[]): boolean => isEmpty(row) || /^(?:#|sep=.?$)/u.test((row[0] as string).trimStart())

/** Returns the first rows with a delimiter, without properties. */
function previewRows(table: string, delimiter: string): string[][] {
  const rows = Papa.parse<string[]>(table, {delimiter, newline: '\n', preview: PREVIEW_ROWS}).data
  const first = rows.findIndex((row) => !isPropertyRow(row))
  return first < 0 ? [] : rows.slice(first).map((row) => row.map(unescapeFormula))
}

/** Finds the delimiter with which the first other row is a header; without a header, that which makes two columns. */
function detectLayout(table: string, options: ReadOptions): {delimiter: string; header: TableHeader} | undefined {
  for (const delimiter of DELIMITERS) {
    const [first] = previewRows(table, delimiter)
    const header = first && interpretHeader(first, options)
    if (header) return {delimiter, header}
  }
  for (const delimiter of PAIR_DELIMITERS) {
    const header = interpretPairs(previewRows(table, delimiter).filter((row) => !isEmpty(row)))
    if (header) return {delimiter, header}
  }
  return undefined
}

/** Parses the rows, each with its first line number. */
function rowsOf(table: string, delimiter: string, options: ReadOptions): {line: number; cells: string[]}[] {
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

/** @throws the error of `problem` if two columns have the same field */
function checkDuplicates({uses}: TableHeader, problem: (reason: string) => TypeError): void {
  const duplicate = uses.find((use, index) => use && use !== 'remark' && uses.indexOf(use) !== index)
  if (duplicate) throw problem(`duplicate column “${duplicate}”`)
}

type Fields = Partial<Record<Field, unknown>>

/** Adds lines to the notes of an entry. */
const withNotes = (entry: Fields, lines: readonly string[]): Fields =>
  lines.length === 0 ? entry : {...entry, notes: [entry.notes, ...lines].filter((part) => part !== undefined).join('\n')}

/** Reads a row as an entry. */
function readEntryRow(cells: readonly string[], header: TableHeader, problem: (...reasons: readonly string[]) => TypeError): Fields {
  const entry: Fields = {}
  const explanations: string[] = []
  const remarks: string[] = []
  for (const [index, cell] of cells.entries()) {
    if (cell.trim() === '') continue
    const use = header.uses[index]
    if (!use) throw problem(`column “${header.names[index] ?? index + 1}”`, `expected one of ${FIELDS.join(', ')}`)
    if (use === 'remark') remarks.push(`${header.names[index]}: ${cell.trim()}`)
    else if (use === 'explanation') explanations.push(cell.trim())
    else {
      const value = readCell(use, cell, header)
      if (value !== undefined) entry[use] = value
    }
  }
  return entry.senses === undefined && explanations.length > 0
    ? withNotes({...entry, senses: explanations}, remarks)
    : withNotes(entry, [...explanations, ...remarks])
}

/**
 * Reads a table as `writeTable` or people write it: columns in any order, under any of their names, optional unless required, and separated
 * by commas, semicolons or tabs; also two columns without a header, words and their meanings.
 *
 * @throws TypeError that names the file, the line, the column and the reason
 */
export function readTable(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  const table = normalizeNewlines(decodeText(input, options))
  const layout = detectLayout(table, options)
  if (!layout) throw fileError(options, 'expected a header row with a “headword” or “word” column, or two columns')
  const {delimiter, header} = layout
  const {name, language, definitionLanguage} = header
  const metadata: Record<string, unknown> = {...resolveLanguages({language, definitionLanguage}, options), ...(name !== undefined && {name})}
  const entries: Fields[] = []
  const lines: number[] = []
  let isBeforeHeader = true
  for (const {line, cells} of rowsOf(table, delimiter, options)) {
    const problem = (...reasons: readonly string[]) => fileError(options, `line ${line}`, ...reasons)
    if (isEmpty(cells)) continue
    if (isBeforeHeader && isPropertyRow(cells)) {
      if (!cells[0]?.trimStart().startsWith('#')) continue
      const [property, value] = propertyOf(cells, problem)
      if (value !== undefined) metadata[property] = value
      continue
    }
    const isHeader = isBeforeHeader && header.isRow
    isBeforeHeader = false
    if (isHeader) checkDuplicates(header, problem)
    else {
      entries.push(readEntryRow(cells, header, problem))
      lines.push(line)
    }
  }
  const dictionary = {...metadata, entries}
  const errors = dictionaryErrors(dictionary)
  const located = errors.slice(0, 5).map((error) => error.replace(/^entries\[(\d+)\]/u, (_, index) => `line ${lines[index]}`))
  if (located.length > 0) throw fileError(options, [...located, ...(errors.length > 5 ? [`… and ${errors.length - 5} more`] : [])].join('\n'))
  return dictionary as unknown as Dictionary
}
