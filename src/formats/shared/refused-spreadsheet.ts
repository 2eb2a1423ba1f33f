/** How the files of Excel 97 to 2003 begin ([MS-CFB] 2.2), and zip archives, of which those of later versions and of LibreOffice are. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** What to do instead. PolyGlot exports such a spreadsheet, but its own file holds more. */
const SPREADSHEET_REFUSED =
  'a spreadsheet in the format of its program, which is not read; open it there, save it as CSV (UTF-8), and read that file; for PolyGlot, read the .pgd file'

/** Extensions of spreadsheets that are not read. */
const EXTENSION = /\.(?:xls|xlsx|xlsm|ods)$/iu

/** Returns why a file is no text: it is a spreadsheet, by its name or by how it begins. */
export function refusedSpreadsheet(file: string, bytes?: Uint8Array): string | undefined {
  const begins = (start: readonly number[]): boolean => bytes !== undefined && start.every((byte, index) => bytes[index] === byte)
  return EXTENSION.test(file) || begins(COMPOUND_FILE) || begins(ZIP) ? SPREADSHEET_REFUSED : undefined
}
