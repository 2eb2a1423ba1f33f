import {checkedFormat} from '../shared/checked-format.js'
import {readTable, writeTable} from './csv-table.js'

/**
 * The same table as `csv` with tab-separated cells (IANA text/tab-separated-values). Cells with a tab or line break are quoted, as
 * spreadsheets do.
 *
 * - Loaded by LibreOffice, Excel, Google Sheets, also by pasting.
 * - Keeps the same as `csv`.
 * - Options: none.
 */
export const tsv = /* @__PURE__ */ checkedFormat({
  name: 'tsv',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values',
  /** @throws TypeError that names the file, the line and the reason */
  read: readTable,
  /** Returns the table with tab-separated cells. */
  write: (dictionary) => writeTable(dictionary, '\t'),
})
