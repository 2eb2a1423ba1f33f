import {childrenNamed} from '../books/xml-queries.js'
import {parseXmlTree, type XmlElement} from '../books/xml-tree.js'

/** A style of a DOCX (Office Open XML, part 1, section 17.7.4). */
interface DocxStyle {
  readonly name: string
  readonly isCharacter: boolean
  readonly base: string | undefined
  /** Whether it sets italics; undefined if it says nothing of them. */
  readonly isItalic: boolean | undefined
}

/** How deep styles may be based on others. */
const MAX_BASES = 20

const valOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val']

function readStyle(style: XmlElement): DocxStyle {
  const [italic] = childrenNamed(childrenNamed(style, 'rPr')[0], 'i')
  return {
    name: valOf(childrenNamed(style, 'name')[0]) ?? '',
    isCharacter: style.attributes['w:type'] === 'character',
    base: valOf(childrenNamed(style, 'basedOn')[0]),
    isItalic: italic && !/^(?:0|false|off)$/u.test(valOf(italic) ?? ''),
  }
}

/** Styles that say by themselves what a paragraph is. */
const OWN_ELEMENT = /^(?:heading\b|title$|subtitle$|toc\b|(?:foot|end)note text$)/iu

/**
 * Rules for mammoth that make what is italic by its style emphasis; mammoth itself knows only what is italic without a style.
 *
 * @param text of `word/styles.xml`
 */
export function italicStyleMap(text: string): string[] {
  const root = parseXmlTree(text)
  const styles = new Map(childrenNamed(root, 'style').map((style) => [style.attributes['w:styleId'] ?? '', readStyle(style)]))
  const isItalic = (style: DocxStyle | undefined, depth = 0): boolean =>
    style?.isItalic ?? (style?.base !== undefined && depth < MAX_BASES && isItalic(styles.get(style.base), depth + 1))
  return [...styles.values()]
    .filter((style) => style.name !== '' && isItalic(style) && !OWN_ELEMENT.test(style.name))
    .map(({name, isCharacter}) => {
      const quoted = `'${name.replace(/['\\]/gu, '\\$&')}'`
      return isCharacter ? `r[style-name=${quoted}] => em` : `p[style-name=${quoted}] => p:fresh > em`
    })
}
