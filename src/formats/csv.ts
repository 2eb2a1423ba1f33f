import type {DictionaryFormat} from '../types.js'
import {readTable, writeTable} from './csv-table.js'

/**
 * A table with a header, for authors in a spreadsheet: RFC 4180, in UTF-8. csv-cells.ts tells how cells are written. Evidence is not kept;
 * everything else is, but for carriage returns.
 */
export const csv = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  read: readTable,
  write: (dictionary) => writeTable(dictionary, ','),
} as const satisfies DictionaryFormat
