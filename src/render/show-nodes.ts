import type {Element, ElementContent, Root as HastRoot, RootContent, Text} from 'hast'
import sortedIndexBy from 'lodash-es/sortedIndexBy.js'
import type {Root as MdastRoot} from 'mdast'
import {type State, toHast} from 'mdast-util-to-hast'
import type {SourceSpan} from '../prose/types.js'
import type {StandoffLink, XenoglossFields, XenoglossNode} from '../source/annotation-types.js'
import type {Tree} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import type {RenderContext, RenderedLine, Renderer} from './types.js'

/** Words of a translation, in the source, with the ids of the terms that they render. */
interface Word extends SourceSpan {
  readonly of: readonly string[]
}

interface Knowledge {
  readonly renderer: Renderer
  readonly scene: RenderContext
  /** In the order of the text. */
  readonly words: readonly Word[]
}

/** Our nodes as elements that say what they say, whatever tree they come from. */
function fromMdast(tree: MdastRoot): HastRoot {
  const handle = (state: State, node: XenoglossNode): ElementContent => {
    const {children: _, data: __, position: ___, ...fields} = node
    const element: Element = {
      type: 'element',
      tagName: 'span',
      properties: {},
      data: {xenogloss: fields} as Element['data'] & object,
      children: state.all(node) as ElementContent[],
    }
    state.patch(node, element)
    return element
  }
  const handlers = {utterance: handle, gloss: handle, translation: handle, term: handle}
  const root = toHast(tree, {handlers: handlers as never})
  return root.type === 'root' ? root : {type: 'root', children: [root as Element]}
}

/** Where there is nothing but text, both are the same. */
const HAST: ReadonlySet<string> = new Set(['element', 'doctype', 'comment', 'raw'])
const isHast = (tree: Tree): tree is HastRoot => tree.children.some(({type}) => HAST.has(type))

/** Annotated tree → hast in which our nodes are elements with `data.xenogloss`. */
export const toElements = (tree: Tree): HastRoot => (isHast(tree) ? tree : fromMdast(tree))

/** Blocks below which something may stand; what is in a block in a block stands below the inner one. */
const BLOCK: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'figcaption'])
/** Of these, those that cannot hold blocks: what stands below them comes behind them. */
const PHRASING: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** What a renderer made, which says itself what it is. */
const said = (shown: ElementContent, fields: XenoglossFields): ElementContent =>
  shown.type === 'element' && shown.data === undefined ? {...shown, data: {xenogloss: fields} as Element['data'] & object} : shown

/** A text node of a translation, cut where words render terms. Escapes and entities leave it whole. */
function cut(node: Text, {renderer, words}: Knowledge): ElementContent[] {
  const [from, to] = [node.position?.start.offset, node.position?.end.offset]
  if (!renderer.word || from === undefined || to === undefined || to - from !== node.value.length) return [node]
  const found: ElementContent[] = []
  let at = from
  const text = (end: number): Text => ({type: 'text', value: node.value.slice(at - from, end - from)})
  for (let i = sortedIndexBy(words, {start: from} as Word, 'start'); i < words.length && (words[i] as Word).start < to; i++) {
    const {start, end, of} = words[i] as Word
    if (start < at || end > to) continue
    if (start > at) found.push(text(start))
    at = start
    found.push(...map(renderer.word(of, [text(end)]), (shown) => said(shown, {type: 'translation', of: [...of]})))
    at = end
  }
  if (at < to) found.push(text(to))
  return found
}

const isText = (node: ElementContent | undefined): node is Text => node?.type === 'text'

/** Without the white space before a gloss that is taken out. */
function trimEnd(children: ElementContent[]): void {
  const last = children.at(-1)
  if (isText(last)) children[children.length - 1] = {...last, value: last.value.replace(/\s+$/u, '')}
}

function presenter(knowledge: Knowledge) {
  const {renderer, scene} = knowledge
  const moved = (fields: XenoglossFields): boolean =>
    scene.gloss === 'moved' &&
    renderer.translates === true &&
    fields.type === 'gloss' &&
    fields.of.every((id) => scene.lines.get(id)?.fields.translation !== undefined)
  const isShown = (fields: XenoglossFields): boolean => {
    if (fields.type === 'utterance') return scene.lines.has(fields.id)
    return fields.type === 'term' ? scene.terms.has(fields.id) : fields.of.some((id) => scene.lines.has(id) || scene.terms.has(id))
  }
  const pieces = new Map<RenderedLine, number>()
  /** The lines that have ended since the last block did. */
  let lines: RenderedLine[] = []

  const all = (nodes: readonly ElementContent[], inTranslation: boolean): ElementContent[] => {
    const children: ElementContent[] = []
    for (const node of nodes) {
      const fields = node.type === 'element' ? node.data?.xenogloss : undefined
      if (fields && isShown(fields) && moved(fields)) trimEnd(children)
      else for (const child of one(node, inTranslation)) children.push(child)
    }
    return children
  }
  const one = (node: ElementContent, inTranslation: boolean): ElementContent[] => {
    if (node.type === 'text') return inTranslation ? cut(node, knowledge) : [node]
    if (node.type !== 'element') return [node]
    const fields = node.data?.xenogloss
    const children = all(node.children, inTranslation || fields?.type === 'translation')
    if (fields) {
      const line = fields.type === 'utterance' ? scene.lines.get(fields.id) : undefined
      if (line) pieces.set(line, (pieces.get(line) ?? 0) + 1)
      const ends = !line || pieces.get(line) === line.pieces
      if (line && ends) lines.push(line)
      // What is not to be shown still says of what language it is (WCAG 2.2, 3.1.2).
      if (!isShown(fields)) return 'lang' in fields ? [{...node, tagName: 'span', properties: {lang: fields.lang}, children}] : children
      // What a renderer leaves as it is was the author's, and is told from what is ours by whoever cleans it.
      return map(renderer.render(fields, children, scene, ends), (shown) => (children.includes(shown) ? shown : said(shown, fields)))
    }
    const below = BLOCK.has(node.tagName) && lines.length > 0 ? (renderer.below?.(lines, scene) ?? []) : []
    if (BLOCK.has(node.tagName)) lines = []
    if (!PHRASING.has(node.tagName)) return [{...node, children: [...children, ...below]}]
    // A paragraph that was nothing but a gloss goes with it.
    return node.children.length > 0 && children.length === 0 ? below : [{...node, children}, ...below]
  }
  return (nodes: readonly ElementContent[]) => all(nodes, false)
}

/** Links by where their translated words stand. */
export function wordsOf(links: readonly StandoffLink[], terms: readonly (SourceSpan & {readonly id: string})[]): Word[] {
  const ids = new Map(map(terms, ({id, start, end}) => [`${start}-${end}`, id]))
  const found = new Map<string, {start: number; end: number; of: string[]}>()
  for (const {
    source,
    target: [start, end],
  } of links) {
    const id = ids.get(source.join('-'))
    if (id === undefined) continue
    const word = found.get(`${start}-${end}`) ?? {start, end, of: []}
    word.of.push(id)
    found.set(`${start}-${end}`, word)
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

/**
 * A story in hast, our nodes as the renderer says. HTML in a story of Markdown stays text: stories come from strangers; that of a story
 * in HTML stays what it is.
 */
export function present(root: HastRoot, knowledge: Knowledge): HastRoot {
  const show = presenter(knowledge)
  const children = flatMap(root.children, (node): RootContent[] => (node.type === 'doctype' ? [node] : show([node])))
  return {...root, children: [...children, ...(knowledge.renderer.behind?.(knowledge.scene) ?? [])]}
}
