import {fileURLToPath} from 'node:url'

/** The folder of the passages that were written for fitting, by many invented authors, with the answers drawn in as `tests/support/passages.ts` reads them. */
export const OWN_PASSAGES = fileURLToPath(new URL('passages', import.meta.url))
