import {UNKNOWN_LANGUAGE} from '../prose/language-tag.js'

/** What holds where the options say nothing. The only defaults. */
export const DEFAULTS = {format: 'markdown', lang: UNKNOWN_LANGUAGE, threshold: 0.5} as const
