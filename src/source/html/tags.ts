/** Finds the ends of tags, comments and other markup as the HTML tokenizer does (living standard, section 13.2.5). */

const NAME = /<\/?([a-z][^\t\n\f\r />]*)/iuy
const ATTRIBUTE = /[^\t\n\f\r />][^\t\n\f\r />=]*([\t\n\f\r ]*=[\t\n\f\r ]*)?/uy
const UNQUOTED_VALUE = /[^\t\n\f\r >]*/uy
const COMMENT_END = /--!?>/gu

/** Returns the end of what `pattern` matches at `at`; `at` itself if it does not match. */
function skipPattern(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : at
}

/** Returns the offset after the first `mark` from `at` on, or the end of the source. */
function skipPast(source: string, mark: string, at: number): number {
  const found = source.indexOf(mark, at)
  return found < 0 ? source.length : found + mark.length
}

function findTagEnd(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    if (source[at] === '>') return at + 1
    ATTRIBUTE.lastIndex = at
    const [attribute = ' ', equals] = ATTRIBUTE.exec(source) ?? []
    at += attribute.length
    if (equals === undefined) continue
    const quote = source[at] as string
    at = quote === '"' || quote === "'" ? skipPast(source, quote, at + 1) : skipPattern(UNQUOTED_VALUE, source, at)
  }
  return at
}

function findCommentEnd(source: string, at: number): number {
  if (source[at] === '>') return at + 1
  if (source.startsWith('->', at)) return at + 2
  COMMENT_END.lastIndex = at
  return COMMENT_END.test(source) ? COMMENT_END.lastIndex : source.length
}

/** Returns the name of the tag that begins at `at`, as written; undefined if there is none. */
export function readTagName(source: string, at: number): string | undefined {
  NAME.lastIndex = at
  return NAME.exec(source)?.[1]
}

/** Returns the end of the markup that begins with the `<` at `at`; undefined if the `<` is text. */
export function findMarkupEnd(source: string, at: number): number | undefined {
  const nameEnd = skipPattern(NAME, source, at)
  if (nameEnd > at) return findTagEnd(source, nameEnd)
  if (source.startsWith('<!--', at)) return findCommentEnd(source, at + 4)
  // Other markup is a bogus comment: `<!DOCTYPE html>`, `<?xml … ?>`, `</ >`. `</>` is ignored.
  return /^<(?:[!?]|\/.)/su.test(source.slice(at, at + 3)) ? skipPast(source, '>', at + 2) : undefined
}
