/** Trims text and replaces every run of white space with one space. */
export const collapseWhitespace = (text: string): string => text.replace(/\s+/gu, ' ').trim()
