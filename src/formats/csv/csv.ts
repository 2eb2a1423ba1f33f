import {checkedFormat} from '../shared/checked-format.js'
import type {WriteOptions} from '../types.js'
import {readTable, writeTable} from './csv-table.js'

/** Options for writing a spreadsheet. */
export interface CsvWriteOptions extends WriteOptions {
  /** Whether the table begins with a byte order mark, without which Excel misreads all letters beyond ASCII. Default true. */
  readonly byteOrderMark?: boolean | undefined
}

/**
 * A table with a header, for editing in a spreadsheet (RFC 4180, UTF-8). csv-cells.ts describes the syntax of cells.
 *
 * - Loaded by LibreOffice, Excel, Google Sheets.
 * - Keeps everything except evidence, including whatever is rejected. Line breaks become line feeds. Also reads tables that people write:
 *   alternative column names in any order, the name of a language as the name of a column, two columns without a header, semicolons or
 *   tabs, and Excel's `sep=` line; and the tables that PolyGlot, Lexiconga and Lexicanter export.
 * - Options: `byteOrderMark`.
 */
export const csv = /* @__PURE__ */ checkedFormat(
  {
    name: 'csv',
    extension: 'csv',
    mediaType: 'text/csv',
    /** @throws TypeError that names the file, the line and the reason */
    read: readTable,
    /** Returns the table with comma-separated cells. */
    write: (dictionary, {byteOrderMark = true}: CsvWriteOptions = {}) => (byteOrderMark ? '\ufeff' : '') + writeTable(dictionary, ','),
  },
  ['byteOrderMark'],
)
