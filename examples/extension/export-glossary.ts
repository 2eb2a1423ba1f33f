import {zipSync} from 'fflate'
import type {Glossary} from 'xenogloss'
import {anki, csv, stardict, yomitan} from 'xenogloss/formats'

const FORMATS = {stardict, yomitan, anki, csv}
export type ExportName = keyof typeof FORMATS

/** A file for the reader to save. */
export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly content: string | Uint8Array
}

/** The same bytes at any time. */
const ZIP_TIME = new Date(2000, 0, 1)

/** Writes a glossary for another program; several files come as a zip archive. */
export function exportGlossary(glossary: Glossary, format: ExportName, title: string): ExportedFile {
  const {extension, mediaType, write} = FORMATS[format]
  const stem = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '') || 'glossary'
  const output = write(glossary, {name: title})
  if (typeof output === 'string' || output instanceof Uint8Array) return {name: `${stem}.${extension}`, type: mediaType, content: output}
  return {name: `${stem}-${format}.zip`, type: 'application/zip', content: zipSync({...output}, {mtime: ZIP_TIME})}
}
