import {endOfMarkup, tagNameAt} from './tags.js'

const FORMATTING: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** What stands in these is no markup. */
const RAW: ReadonlySet<string> = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '))

/** The source with comments as long as they are in the place of the tags of formatting elements. */
export function unformatted(source: string): string {
  let shown = ''
  let from = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const name = tagNameAt(source, at)?.toLowerCase() ?? ''
    const end = endOfMarkup(source, at) ?? at + 1
    if (FORMATTING.has(name)) {
      shown += `${source.slice(from, at)}<!${' '.repeat(Math.max(0, end - at - 3))}>`
      from = end
    }
    const opens = source[at + 1] !== '/'
    at = end
    if (opens && RAW.has(name)) {
      const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'giu')
      close.lastIndex = end
      at = close.exec(source)?.index ?? source.length
    }
  }
  return shown + source.slice(from)
}
