/** A BCP 47 tag (RFC 5646): subtags of at most eight letters and digits; `x-…` alone is private use. */
export const LANGUAGE_TAG = /^(?:[A-Za-z]{2,3}|[Xx](?=-))(?:-[A-Za-z0-9]{1,8})*$/u

/** Returns the tag for a story's nth unnamed language, where `tag` is that of the first: `art-x-unknown-2`, `tlh-x-2`. */
export const numberLanguageTag = (tag: string, number: number): string => `${tag}${/(?:^|-)x-/iu.test(tag) ? '' : '-x'}-${number}`

/** The tag of an unnamed language. */
export const UNKNOWN_LANGUAGE = 'art-x-unknown'
