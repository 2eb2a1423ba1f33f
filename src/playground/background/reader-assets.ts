/** The style sheet and the script of the reader, for pages that contain both. */
export interface ReaderAssets {
  readonly style: string
  readonly script: string
}

/** Put in by the build. */
declare const READER_STYLE: string
declare const READER_SCRIPT: string

export const readerAssets = (): ReaderAssets => ({style: READER_STYLE, script: READER_SCRIPT})
