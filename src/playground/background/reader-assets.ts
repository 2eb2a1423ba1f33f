/** Put in by the build: the style sheet and the script of the reader, for pages that contain both. */
declare const READER_STYLE: string
declare const READER_SCRIPT: string

export const readerAssets = {style: READER_STYLE, script: READER_SCRIPT}
