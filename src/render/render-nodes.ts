import type {Element, ElementContent, Root as HastRoot, RootContent, Text} from 'hast'
import sortedIndexBy from 'lodash-es/sortedIndexBy.js'
import type {XenoglossFields} from '../source/annotation-types.js'
import {flatMap, map} from '../util/lists.js'
import {holdsAny, holdsLink, unlinkAround} from './links.js'
import type {TranslatedWord} from './translated-words.js'
import type {RenderContext, RenderedLine, Renderer} from './types.js'

interface NodeRendererOptions {
  readonly renderer: Renderer
  readonly context: RenderContext
  /** Sorted by position. */
  readonly words: readonly TranslatedWord[]
}

/** Blocks that cannot contain blocks: `below` content follows them as a sibling. */
const PHRASING_BLOCKS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'summary'])
/** Blocks that take a renderer's `below` content; the innermost block counts. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...PHRASING_BLOCKS,
  ...'address article aside blockquote body caption dd details dialog div dt fieldset figcaption footer form header li main nav section td th'.split(' '),
])

/** Attaches the fields of a xenogloss node to an element that a renderer made. */
const withFields = (node: ElementContent, fields: XenoglossFields): ElementContent =>
  node.type === 'element' && node.data === undefined ? {...node, data: {xenogloss: fields} as Element['data'] & object} : node

/** Splits a text node of a translation at the words that render terms. Text with escapes or entities stays whole. */
function splitAtWords(node: Text, {renderer, words}: NodeRendererOptions): ElementContent[] {
  const [from, to] = [node.position?.start?.offset, node.position?.end?.offset]
  if (!renderer.word || from === undefined || to === undefined || to - from !== node.value.length) return [node]
  const parts: ElementContent[] = []
  let position = from
  const textUntil = (end: number): Text => ({type: 'text', value: node.value.slice(position - from, end - from)})
  for (let i = sortedIndexBy(words, {start: from} as TranslatedWord, 'start'); i < words.length && (words[i] as TranslatedWord).start < to; i++) {
    const {start, end, of} = words[i] as TranslatedWord
    if (start < position || end > to) continue
    if (start > position) parts.push(textUntil(start))
    position = start
    parts.push(...map(renderer.word(of, [textUntil(end)]), (rendered) => withFields(rendered, {type: 'translation', of: [...of]})))
    position = end
  }
  if (position < to) parts.push(textUntil(to))
  return parts
}

const isText = (node: ElementContent | undefined): node is Text => node?.type === 'text'

/** Whether a node of another kind than an element has children, such as an MDX component. */
const isParent = (node: {readonly type: string}): node is Element => Array.isArray((node as Partial<Element>).children)

/** Removes the white space before a gloss that is removed. */
function trimEnd(children: ElementContent[]): void {
  const last = children.at(-1)
  if (isText(last)) children[children.length - 1] = {...last, value: last.value.replace(/\s+$/u, '')}
}

function createNodeRenderer(options: NodeRendererOptions) {
  const {renderer, context} = options
  const isMoved = (fields: XenoglossFields): boolean =>
    context.gloss === 'moved' &&
    renderer.translates === true &&
    fields.type === 'gloss' &&
    fields.of.every((id) => context.lines.get(id)?.fields.translation !== undefined)
  const isAnnotated = (fields: XenoglossFields): boolean => {
    if (fields.type === 'utterance') return context.lines.has(fields.id)
    return fields.type === 'term' ? context.terms.has(fields.id) : fields.of.some((id) => context.lines.has(id) || context.terms.has(id))
  }
  const renderedPieces = new Map<RenderedLine, number>()
  /** Whether a link of the author's is open; a link inside a link is not allowed, and browsers move it out. */
  let inLink = false
  /** Additions with links, for behind that link. */
  let postponed: ElementContent[] = []
  /** Utterances that ended since the last block. */
  let endedLines: RenderedLine[] = []

  const renderAll = (nodes: readonly ElementContent[], inTranslation: boolean): ElementContent[] => {
    const rendered: ElementContent[] = []
    for (const node of nodes) {
      const fields = node.type === 'element' ? node.data?.xenogloss : undefined
      if (fields && isAnnotated(fields) && isMoved(fields)) trimEnd(rendered)
      else for (const child of renderOne(node, inTranslation)) rendered.push(child)
    }
    return rendered
  }
  const renderOther = (node: ElementContent, inTranslation: boolean): ElementContent[] =>
    isParent(node) ? [{...node, children: renderAll(node.children, inTranslation)}] : [node]
  const renderLink = (node: Element, inTranslation: boolean): ElementContent[] => {
    inLink = true
    const children = renderAll(node.children, inTranslation)
    inLink = false
    const behind = postponed
    postponed = []
    return [{...node, children}, ...behind]
  }
  const renderOne = (node: ElementContent, inTranslation: boolean): ElementContent[] => {
    if (node.type === 'text') return inTranslation ? splitAtWords(node, options) : [node]
    if (node.type !== 'element') return renderOther(node, inTranslation)
    const fields = node.data?.xenogloss
    if (!fields && node.tagName === 'a' && !inLink) return renderLink(node, inTranslation)
    const children = renderAll(node.children, inTranslation || fields?.type === 'translation')
    if (fields) {
      const line = fields.type === 'utterance' ? context.lines.get(fields.id) : undefined
      if (line) renderedPieces.set(line, (renderedPieces.get(line) ?? 0) + 1)
      const ends = !line || renderedPieces.get(line) === line.pieces
      if (line && ends) endedLines.push(line)
      // Nodes that are not annotated keep their language (WCAG 2.2, 3.1.2).
      if (!isAnnotated(fields)) return 'lang' in fields ? [{...node, tagName: 'span', properties: {lang: fields.lang}, children}] : children
      // Children that a renderer passes through are the author's: only new elements get `data.xenogloss`, which `sanitize` trusts.
      const own = new Set(children)
      return flatMap(renderer.render(fields, children, context, ends), (rendered): ElementContent[] => {
        if (own.has(rendered)) return [rendered]
        const marked = withFields(rendered, fields)
        if (!inLink || !holdsLink(marked)) return [unlinkAround(marked, own, inLink)]
        if (holdsAny(marked, own)) return [unlinkAround(marked, own, true)]
        postponed.push(marked)
        return []
      })
    }
    const below = BLOCKS.has(node.tagName) && endedLines.length > 0 ? (renderer.below?.(endedLines, context) ?? []) : []
    if (BLOCKS.has(node.tagName)) endedLines = []
    if (!PHRASING_BLOCKS.has(node.tagName)) return [{...node, children: [...children, ...below]}]
    // A paragraph that held nothing but a moved gloss is removed with it.
    return node.children.length > 0 && children.length === 0 ? below : [{...node, children}, ...below]
  }
  return {
    render: (nodes: readonly ElementContent[]) => renderAll(nodes, false),
    /** Returns what stands below the lines that no block holds. */
    renderRest: (): ElementContent[] => (endedLines.length > 0 ? (renderer.below?.(endedLines, context) ?? []) : []),
  }
}

const findChild = (nodes: readonly RootContent[], name: string): Element | undefined =>
  nodes.find((node): node is Element => node.type === 'element' && node.tagName === name)

/** Appends nodes to a story; of a whole page to its body. */
function append(root: HastRoot, added: readonly ElementContent[]): HastRoot {
  if (added.length === 0) return root
  const page = findChild(root.children, 'html')
  const body = page && findChild(page.children, 'body')
  if (!body) return {...root, children: [...root.children, ...added]}
  const replace = <T extends RootContent>(nodes: readonly T[], old: Element, children: Element['children']): T[] =>
    nodes.map((node) => ((node as RootContent) === old ? {...node, children} : node))
  return {...root, children: replace(root.children, page, replace(page.children, body, [...body.children, ...added]))}
}

/** Renders the xenogloss nodes of a tree. HTML in a Markdown story stays text, since its source is untrusted; an HTML story keeps its markup. */
export function renderNodes(root: HastRoot, options: NodeRendererOptions): HastRoot {
  const {render, renderRest} = createNodeRenderer(options)
  const children = flatMap(root.children, (node): RootContent[] => (node.type === 'doctype' ? [node] : render([node])))
  return append({...root, children}, [...renderRest(), ...(options.renderer.behind?.(options.context) ?? [])])
}
