import type {DictionaryFormat} from '../types.js'
import {readTable, writeTable} from './csv-table.js'

/**
 * The table of `csv` with tabs between the cells (IANA text/tab-separated-values). A cell with a tab or line break in it stands in
 * quotation marks, as spreadsheets do.
 *
 * - Loaded by LibreOffice, Excel, Google Sheets, also from the clipboard.
 * - Keeps what `csv` keeps.
 * - Options: none.
 */
export const tsv = {
  name: 'tsv',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values',
  /** @throws TypeError that names the file, the place and the reason */
  read: readTable,
  /** Answers the table, its cells between tabs. */
  write: (dictionary) => writeTable(dictionary, '\t'),
} as const satisfies DictionaryFormat
