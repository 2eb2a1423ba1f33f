/** HTML's markup as its tokenizer sees it (living standard, section 13.2.5): where tags, comments and the like end. */

const NAME = /<\/?([a-z][^\t\n\f\r />]*)/iuy
const ATTRIBUTE = /[^\t\n\f\r />][^\t\n\f\r />=]*([\t\n\f\r ]*=[\t\n\f\r ]*)?/uy
const UNQUOTED = /[^\t\n\f\r >]*/uy
const COMMENT_END = /--!?>/gu

/** The end of what `pattern` matches at `at`; `at` itself, if it does not match. */
function after(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : at
}

/** After the first `mark` from `at` on, or the end of the source. */
function past(source: string, mark: string, at: number): number {
  const found = source.indexOf(mark, at)
  return found < 0 ? source.length : found + mark.length
}

function endOfTag(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    if (source[at] === '>') return at + 1
    ATTRIBUTE.lastIndex = at
    const [attribute = ' ', equals] = ATTRIBUTE.exec(source) ?? []
    at += attribute.length
    if (equals === undefined) continue
    const mark = source[at] as string
    at = mark === '"' || mark === "'" ? past(source, mark, at + 1) : after(UNQUOTED, source, at)
  }
  return at
}

function endOfComment(source: string, at: number): number {
  if (source[at] === '>') return at + 1
  if (source.startsWith('->', at)) return at + 2
  COMMENT_END.lastIndex = at
  return COMMENT_END.test(source) ? COMMENT_END.lastIndex : source.length
}

/** The name of the tag that begins at `at`, as written; nothing, if none does. */
export function tagNameAt(source: string, at: number): string | undefined {
  NAME.lastIndex = at
  return NAME.exec(source)?.[1]
}

/** Where the markup ends that begins with the `<` at `at`; nothing, if that is a character like any other. */
export function endOfMarkup(source: string, at: number): number | undefined {
  const name = after(NAME, source, at)
  if (name > at) return endOfTag(source, name)
  if (source.startsWith('<!--', at)) return endOfComment(source, at + 4)
  // What else begins like this is a comment by mistake: `<!DOCTYPE html>`, `<?xml … ?>`, `</ >`; `</>` is nothing at all.
  return /^<(?:[!?]|\/.)/su.test(source.slice(at, at + 3)) ? past(source, '>', at + 2) : undefined
}
