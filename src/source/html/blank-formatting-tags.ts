import {findMarkupEnd, readTagName} from './tags.js'

const FORMATTING: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** Elements whose content is not parsed as markup. */
const RAW_TEXT: ReadonlySet<string> = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '))

/** Replaces the tags of formatting elements with comments of the same length, which keeps all offsets. */
export function blankFormattingTags(source: string): string {
  let result = ''
  let from = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const name = readTagName(source, at)?.toLowerCase() ?? ''
    const end = findMarkupEnd(source, at) ?? at + 1
    if (FORMATTING.has(name)) {
      result += `${source.slice(from, at)}<!${' '.repeat(Math.max(0, end - at - 3))}>`
      from = end
    }
    const isOpening = source[at + 1] !== '/'
    at = end
    if (isOpening && RAW_TEXT.has(name)) {
      const closing = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'giu')
      closing.lastIndex = end
      at = closing.exec(source)?.index ?? source.length
    }
  }
  return result + source.slice(from)
}
