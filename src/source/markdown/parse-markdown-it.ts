import type {Element} from 'hast'
import type {Token} from 'markdown-it'
import type {Heading, Paragraph, Root} from 'mdast'
import type {Position} from 'unist'
import type {TreeNode, TreeParent} from '../types.js'

export interface ParsedTokens {
  readonly tree: Root
  /** The text that positions of the tree refer to. */
  readonly text: string
  /** The token of each inline node, or its opening and closing token. */
  readonly tokensByNode: ReadonlyMap<TreeNode, readonly [open: Token, close?: Token]>
  /** The paragraph or heading of each token of type `inline`. */
  readonly paragraphsByToken: ReadonlyMap<Token, Paragraph | Heading>
}

/** Returns children as a plain list, because the union of mdast and hast content models is too complex for the compiler. */
const getChildren = (node: {readonly children: readonly unknown[]}): unknown[] => node.children as unknown[]

/** A parent that is not closed yet. */
interface OpenParent {
  readonly node: TreeParent
  readonly token?: Token
  /** The name of a raw HTML tag, which may never be closed. */
  readonly tag?: string
}

/** Maximum depth of raw HTML, for the recursion of later stages; markdown-it's own limit is 100. */
const MAX_DEPTH = 100

const OPENING_TAG = /^<([a-z][a-z\d-]*)(?=[\s>])[^>]*(?<!\/)>$/iu
const LANG = /\s(?:xml:)?lang\s*=\s*["']?([a-z\d-]+)/iu
const CLOSING_TAG = /^<\/([a-z][a-z\d-]*)\s*>$/iu
const BREAK = /^<br\b/iu
const VOID_ELEMENTS: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Attributes that matter for annotation. */
const RELEVANT_ATTRIBUTES: ReadonlySet<string> = new Set(['lang', 'href', 'id'])

function createElement(tagName: string, attributes: readonly (readonly [string, string | number])[]): Element {
  return {type: 'element', tagName, properties: Object.fromEntries(attributes.filter(([name]) => RELEVANT_ATTRIBUTES.has(name))), children: []}
}

/** Creates the node of a block that holds blocks. All but lists become block quotes. */
function createContainer({type, attrs}: Token): TreeParent {
  if (type === 'list_item_open') return {type: 'listItem', children: []}
  if (type !== 'ordered_list_open' && type !== 'bullet_list_open') return {type: 'blockquote', children: []}
  const start = attrs?.find(([name]) => name === 'start')?.[1]
  return {type: 'list', ordered: type === 'ordered_list_open', start: start === undefined ? 1 : Number(start), children: []}
}

/**
 * Converts markdown-it tokens to mdast. Inline tags, including raw HTML, become hast elements, so that the output of plugins is
 * recognized by its tag. A raw HTML tag that is not closed in its parent becomes an empty node.
 */
export function parseTokens(tokens: readonly Token[]): ParsedTokens {
  const tokensByNode = new Map<TreeNode, readonly [open: Token, close?: Token]>()
  const paragraphsByToken = new Map<Token, Paragraph | Heading>()
  let text = ''

  const appendText = (value: string): Position => {
    const createPoint = (offset: number) => ({line: 1, column: 1 + offset, offset})
    const start = createPoint(text.length)
    text += value
    return {start, end: createPoint(text.length)}
  }
  const createLeaf = ({type, content}: Token): TreeNode => {
    if (type === 'text') return {type: 'text', value: content, position: appendText(content)}
    if (type === 'softbreak') return {type: 'text', value: '\n', position: appendText('\n')}
    if (type === 'hardbreak' || (type === 'html_inline' && BREAK.test(content))) return {type: 'break', position: appendText('\n')}
    return {type: 'html', value: type === 'html_inline' ? content : '', position: appendText('\ufffc')}
  }

  const readInline = (inlineTokens: readonly Token[], root: Paragraph | Heading) => {
    const open: OpenParent[] = [{node: root}]
    const top = () => open.at(-1) as OpenParent
    const add = (node: TreeNode, ...nodeTokens: [Token, Token?]) => {
      tokensByNode.set(node, nodeTokens)
      getChildren(top().node).push(node)
    }
    /** Replaces an unclosed parent with an empty node and its children. */
    const dissolve = ({node, token}: OpenParent) => {
      add({type: 'html', value: (token as Token).content}, token as Token)
      for (const child of node.children) getChildren(top().node).push(child)
    }
    const close = (token: Token) => {
      const {node, token: opening} = open.pop() as OpenParent
      add(node, opening as Token, token)
    }
    for (const token of inlineTokens) {
      const content = token.type === 'html_inline' ? token.content : ''
      const openingTag = OPENING_TAG.exec(content)?.[1]?.toLowerCase()
      const closingTag = CLOSING_TAG.exec(content)?.[1]?.toLowerCase()
      const lang = LANG.exec(content)?.[1]
      while (token.nesting < 0 && top().tag !== undefined) dissolve(open.pop() as OpenParent)
      if (token.nesting > 0) open.push({node: createElement(token.tag, token.attrs ?? []), token})
      else if (openingTag !== undefined && !VOID_ELEMENTS.has(openingTag) && open.length < MAX_DEPTH)
        open.push({node: createElement(openingTag, lang === undefined ? [] : [['lang', lang]]), token, tag: openingTag})
      else if (token.nesting < 0 ? open.length > 1 : closingTag !== undefined && top().tag === closingTag) close(token)
      else add(createLeaf(token), token)
    }
    while (open.length > 1) dissolve(open.pop() as OpenParent)
  }

  const tree: Root = {type: 'root', children: []}
  const stack: TreeParent[] = [tree]
  for (const [index, token] of tokens.entries()) {
    const add = (node: TreeNode) => getChildren(stack.at(-1) as TreeParent).push(node)
    if (token.type === 'inline') {
      const isHeading = tokens[index - 1]?.type === 'heading_open'
      const node: Paragraph | Heading = isHeading ? {type: 'heading', depth: 1, children: []} : {type: 'paragraph', children: []}
      if (text !== '') text += '\n\n'
      readInline(token.children ?? [], node)
      paragraphsByToken.set(token, node)
      add(node)
    } else if (token.nesting > 0) {
      const container = createContainer(token)
      add(container)
      stack.push(container)
    } else if (token.nesting < 0 && stack.length > 1) stack.pop()
    else if (token.type !== 'hr') add({type: 'code', value: ''})
  }

  return {tree, text, tokensByNode, paragraphsByToken}
}
