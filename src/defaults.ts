/** What holds where the options say nothing. The only defaults. */
export const DEFAULTS = {format: 'markdown', lang: 'art-x-unknown', threshold: 0.5} as const
