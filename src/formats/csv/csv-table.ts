import Papa from 'papaparse'
import {dictionaryErrors} from '../../lexicon/dictionary-schema.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {languagesOf, textOf, wrong} from '../shared/input.js'
import type {ReadOptions, Written} from '../types.js'
import {attestations, type Cell, forms, guarded, list, number, senses, text, unbroken, unguarded, words} from './csv-cells.js'

/**
 * Dictionaries as tables, for authors in a spreadsheet. First come rows that tell of the dictionary (`#language`, `#name`, …), then the
 * header, then a row for each entry.
 */

const PROPERTIES = ['$schema', 'language', 'definitionLanguage', 'name', 'licence', 'source', 'spelling', 'inflection'] as const satisfies (keyof Dictionary)[]
/** Written as JSON: nobody types them into a cell every day. */
const NESTED: ReadonlySet<string> = new Set(['spelling', 'inflection'])

type Field = Exclude<keyof Entry, 'evidence'>
interface Column {
  readonly cell: Cell<never>
  /** What else authors call it. */
  readonly aliases?: string
}

const COLUMNS: Readonly<Record<Field, Column>> = {
  headword: {cell: text, aliases: 'word lemma term entry'},
  kind: {cell: text},
  partOfSpeech: {cell: text, aliases: 'pos wordclass'},
  senses: {cell: list(senses), aliases: 'sense meaning meanings definition definitions translation translations gloss english'},
  forms: {cell: list(forms), aliases: 'form inflection inflections inflectedforms'},
  variants: {cell: list(words), aliases: 'variant spelling spellings alternatives'},
  certainty: {cell: text},
  notes: {cell: text, aliases: 'note comment comments remarks'},
  see: {cell: list(words), aliases: 'seealso related'},
  attestations: {cell: list(attestations), aliases: 'attestation'},
  parts: {cell: list(words), aliases: 'part builtof'},
  attachesTo: {cell: list(words)},
  gives: {cell: text},
  slot: {cell: text},
  seams: {cell: list(words), aliases: 'seam'},
  status: {cell: text},
  count: {cell: number},
}
const FIELDS = Object.keys(COLUMNS) as Field[]
/** A header's name without what authors vary: capitals, spaces, hyphens. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/gu, '')
const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [field, ...(COLUMNS[field].aliases?.split(' ') ?? [])].map((name) => [plain(name), field])),
)
/** These stand in every table; the others, where an entry has something to say. */
const ALWAYS: ReadonlySet<string> = new Set<Field>(['headword', 'partOfSpeech', 'senses'])

/**
 * The dictionary as a table. Evidence is left out; a sense or form that is nothing but its words is written as they are.
 *
 * @param delimiter what stands between the cells of a row
 */
export function writeTable({entries, ...dictionary}: Dictionary, delimiter: string): string {
  const about = PROPERTIES.filter((name) => dictionary[name] !== undefined)
  const fields = FIELDS.filter((field) => ALWAYS.has(field) || entries.some((entry) => entry[field] !== undefined))
  const cellOf = (entry: Entry, field: Field): string => (entry[field] === undefined ? '' : COLUMNS[field].cell.write(entry[field] as never))
  const rows = [
    ...about.map((name) => [`#${name}`, NESTED.has(name) ? JSON.stringify(dictionary[name]) : text.write(dictionary[name] as string)]),
    fields,
    ...entries.map((entry) => fields.map((field) => cellOf(entry, field))),
  ]
  // RFC 4180, section 2: lines end with CRLF.
  return `${Papa.unparse(
    rows.map((row) => row.map(guarded)),
    {delimiter, newline: '\r\n'},
  )}\r\n`
}

/** Excel's, where a comma is part of numbers: `;`. */
const DELIMITERS = [',', ';', '\t']
const fieldOf = (name: string): Field | undefined => FIELD_OF.get(plain(name))
const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')
/** The first line of some files tells Excel the delimiter. */
const isAbout = (row: readonly string[]): boolean => isEmpty(row) || /^(?:#|sep=.?$)/u.test((row[0] as string).trimStart())

/** The delimiter that makes the table's first row a header. */
const delimiterOf = (table: string): string | undefined =>
  DELIMITERS.find((delimiter) =>
    Papa.parse<string[]>(table, {delimiter, newline: '\n', preview: 100})
      .data.find((row) => !isAbout(row))
      ?.some((cell) => fieldOf(unguarded(cell)) === 'headword'),
  )

/** Rows with the number of the line that each begins at. */
function rowsOf(table: string, options: ReadOptions): {line: number; cells: string[]}[] {
  const delimiter = delimiterOf(table)
  if (delimiter === undefined) throw wrong(options, 'expected a row of column names before the words, one of them “headword” or “word”')
  const {data, errors} = Papa.parse<string[]>(table, {delimiter, newline: '\n'})
  let line = 1
  const rows = data.map((cells) => {
    const row = {line, cells: cells.map(unguarded)}
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return row
  })
  const [error] = errors
  if (error)
    throw wrong(options, `line ${rows[error.row ?? 0]?.line ?? 1}`, error.code === 'MissingQuotes' ? 'a quotation mark that nothing closes' : error.message)
  return rows
}

function propertyOf([name = '', value = '', ...rest]: readonly string[], problem: (reason: string) => TypeError): [name: string, value: unknown] {
  const property = PROPERTIES.find((known) => plain(known) === plain(name.trim().slice(1)))
  if (!property) throw problem(`“${name}” is none of ${PROPERTIES.map((known) => `#${known}`).join(', ')}`)
  if (!isEmpty(rest)) throw problem(`expected one value after “${name}”; a value with commas stands in quotation marks`)
  if (!NESTED.has(property)) return [property, text.read(value)]
  try {
    return [property, value.trim() === '' ? undefined : JSON.parse(value)]
  } catch {
    throw problem(`expected JSON after “${name}”`)
  }
}

/** The field of each column; nothing for a column without a name. */
function header(cells: readonly string[], problem: (reason: string) => TypeError): (Field | undefined)[] {
  const fields = cells.map(fieldOf)
  const twice = fields.find((field, index) => field && fields.indexOf(field) !== index)
  if (twice) throw problem(`two columns “${twice}”`)
  return fields
}

/**
 * A table as `writeTable` writes it, or as people do: columns in any order, under any of the names they go by, without those that
 * have nothing to say; cells between commas, semicolons or tabs.
 *
 * @throws TypeError that names the file, the line, the column and the reason
 */
export function readTable(input: Written, options: ReadOptions = {}): Dictionary {
  const about: Record<string, unknown> = {...languagesOf({}, options)}
  const entries: Partial<Record<Field, unknown>>[] = []
  const lines: number[] = []
  let names: readonly string[] | undefined
  let fields: (Field | undefined)[] = []
  for (const {line, cells} of rowsOf(unbroken(textOf(input, options)), options)) {
    const problem = (...reasons: readonly string[]) => wrong(options, `line ${line}`, ...reasons)
    if (isEmpty(cells)) continue
    if (!names && isAbout(cells)) {
      if (!cells[0]?.trimStart().startsWith('#')) continue
      const [name, value] = propertyOf(cells, problem)
      if (value !== undefined) about[name] = value
    } else if (!names) {
      names = cells
      fields = header(cells, problem)
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
  const dictionary = {...about, entries}
  const errors = dictionaryErrors(dictionary)
  const located = errors.slice(0, 5).map((error) => error.replace(/^entries\[(\d+)\]/u, (_, index) => `line ${lines[index]}`))
  if (located.length > 0) throw wrong(options, [...located, ...(errors.length > 5 ? [`… and ${errors.length - 5} more`] : [])].join('\n'))
  return dictionary as unknown as Dictionary
}
