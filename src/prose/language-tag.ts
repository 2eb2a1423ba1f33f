/** The shape of a BCP 47 tag (RFC 5646): subtags of at most eight letters and digits; `x-…` alone is private use. */
export const LANGUAGE_TAG = /^(?:[A-Za-z]{2,3}|[Xx](?=-))(?:-[A-Za-z0-9]{1,8})*$/u

/** The tag of one more language of a story, when `tag` stands for the first that has no name: `art-x-unknown-2`, `tlh-x-2`. */
export const numbered = (tag: string, number: number): string => `${tag}${/(?:^|-)x-/iu.test(tag) ? '' : '-x'}-${number}`

/** The tag of a language that nobody has named. */
export const UNKNOWN_LANGUAGE = 'art-x-unknown'
