import {resolveHref} from './book-path.js'
import type {OpenBook, OpenChapter} from './open-epub.js'
import {descendantsNamed, textIn, wordsOf} from './xml-queries.js'
import type {XmlElement} from './xml-tree.js'

/** Whether selectors of a class, with or without an element's name (`span.italic`, `.italic`), set italics; `false` where they take it back. */
type ClassStyles = ReadonlyMap<string, boolean>

const SELECTOR = /^\s*([a-z][\w-]*)?\.([\w-]+)\s*$/iu

/** What a declaration sets: the property itself, or the shorthand. */
const FONT_STYLE = /^\s*font-style\s*:\s*(italic|oblique|normal)/iu
const FONT = /^\s*font\s*:.*\b(italic|oblique)\b/isu

/** Whether declarations set italics; undefined if they say nothing of it. */
function setsItalics(declarations: string): boolean | undefined {
  if (!/font/iu.test(declarations)) return undefined
  const found = declarations.split(';').flatMap((declaration) => FONT_STYLE.exec(declaration)?.[1] ?? FONT.exec(declaration)?.[1] ?? [])
  return found.length === 0 ? undefined : found.at(-1)?.toLowerCase() !== 'normal'
}

/**
 * Reads which classes are italic. Selectors that depend on where an element stands are passed over.
 *
 * @param css a style sheet (CSS Syntax Module, level 3); what is not well-formed is passed over
 */
function readClassStyles(css: string): ClassStyles {
  const styles = new Map<string, boolean>()
  for (const rule of css.replace(/\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/gu, ' ').split('}')) {
    const at = rule.lastIndexOf('{')
    const isItalic = at < 0 ? undefined : setsItalics(rule.slice(at + 1))
    if (isItalic === undefined) continue
    // Before the selectors may stand the beginning of a block (`@media … {`), or a statement.
    const selectors = rule.slice(0, at).split(/[{;]/u).at(-1) ?? ''
    for (const selector of selectors.split(',')) {
      const [, tag = '', name] = SELECTOR.exec(selector) ?? []
      if (name !== undefined) styles.set(`${tag.toLowerCase()}.${name}`, isItalic)
    }
  }
  return styles
}

/** Tells whether an element is italic by its classes, or by its own style. */
export type IsItalic = (tagName: string, classes: readonly string[], style: string) => boolean

/** Style sheets of a document, in its order: those that it links, and its own. */
function styleSheetsOf(root: XmlElement, path: string, readSheet: (path: string) => ClassStyles): ClassStyles[] {
  const heads = descendantsNamed(root, 'head')
  return [
    ...heads
      .flatMap((head) => descendantsNamed(head, 'link'))
      .filter((link) => wordsOf(link, 'rel').some((word) => word.toLowerCase() === 'stylesheet'))
      .flatMap(({attributes: {href = ''}}) => resolveHref(href, path) ?? [])
      .map((target) => readSheet(target.path)),
    ...heads.flatMap((head) => descendantsNamed(head, 'style')).map((style) => readClassStyles(textIn(style))),
  ]
}

/**
 * Creates a function that finds what the style sheets of chapters make italic: many programs that write books know emphasis only so
 * (`<span class="italic">`, `<span class="calibre3">`).
 */
export function createItalicFinder({files, findPath}: Pick<OpenBook, 'files' | 'findPath'>): (chapter: OpenChapter) => IsItalic {
  const sheets = new Map<string, ClassStyles>()
  const readSheet = (given: string): ClassStyles => {
    const path = findPath(given)
    const known = sheets.get(path)
    if (known) return known
    const read = readClassStyles(Object.hasOwn(files, path) ? new TextDecoder().decode(files[path]) : '')
    sheets.set(path, read)
    return read
  }
  return ({path, root}) => {
    const own = root ? styleSheetsOf(root, path, readSheet).reverse() : []
    const lookUp = (selector: string): boolean | undefined => own.map((sheet) => sheet.get(selector)).find((isItalic) => isItalic !== undefined)
    const lookUpAll = (tag: string, classes: readonly string[]): boolean | undefined => {
      const stated = classes.map((name) => lookUp(`${tag}.${name}`)).filter((isItalic) => isItalic !== undefined)
      return stated.length === 0 ? undefined : stated.includes(true)
    }
    return (tagName, classes, style) => setsItalics(style) ?? lookUpAll(tagName, classes) ?? lookUpAll('', classes) ?? false
  }
}
