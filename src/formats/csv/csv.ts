import type {DictionaryFormat} from '../types.js'
import {readTable, writeTable} from './csv-table.js'

/**
 * A table with a header, for authors in a spreadsheet: RFC 4180, in UTF-8; csv-cells.ts tells how cells are written.
 *
 * - Loaded by LibreOffice, Excel, Google Sheets.
 * - Keeps everything but evidence, also what is rejected; every line break becomes a line feed. Reads tables by people: other names of
 *   columns, in any order; semicolons and tabs; a line that tells Excel of them.
 * - Options: none.
 */
export const csv = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  /** @throws TypeError that names the file, the place and the reason */
  read: readTable,
  /** Answers the table, its cells between commas. */
  write: (dictionary) => writeTable(dictionary, ','),
} as const satisfies DictionaryFormat
