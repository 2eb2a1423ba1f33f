import type {DictionaryFormat} from '../types.js'
import {readTable, writeTable} from './csv-table.js'

/**
 * A table with a header, for editing in a spreadsheet (RFC 4180, UTF-8). csv-cells.ts describes the syntax of cells.
 *
 * - Loaded by LibreOffice, Excel, Google Sheets.
 * - Keeps everything except evidence, including whatever is rejected. Line breaks become line feeds. Also reads tables that people write:
 *   alternative column names in any order, semicolons or tabs, and Excel's `sep=` line.
 * - Options: none.
 */
export const csv = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  /** @throws TypeError that names the file, the line and the reason */
  read: readTable,
  /** Returns the table with comma-separated cells. */
  write: (dictionary) => writeTable(dictionary, ','),
} as const satisfies DictionaryFormat
