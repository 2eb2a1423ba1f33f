/** Returns what a search compares: without case, diacritics and kinds of apostrophes, so that *cafe* finds *Café* and *na'ollim* finds *na’ollim*. */
export const searchKey = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[ʼ’‘]/gu, "'").toLowerCase()
