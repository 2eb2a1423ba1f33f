/** Text as one line: every run of white space is a blank, none at its ends. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
