import type {Element} from 'hast'
import type {Token} from 'markdown-it'
import type {Heading, Paragraph, Root, Text} from 'mdast'
import type {Position} from 'unist'
import {map} from '../../util/lists.js'
import type {XenoglossNode} from '../annotation-types.js'
import {isParent} from '../markup.js'
import type {TreeNode, TreeParent} from '../types.js'

interface Parsed {
  readonly tree: Root
  /** What the positions of the tree count in. */
  readonly text: string
  /** Puts what has been woven into the tree back into the tokens. */
  readonly print: (Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token) => void
}

/** mdast and hast each say what stands in what; put together, that is too much for the compiler to keep apart. */
const childrenOf = (node: {readonly children: readonly unknown[]}): unknown[] => node.children as unknown[]

/** A parent that waits for its end. */
interface Open {
  readonly node: TreeParent
  readonly token?: Token
  /** The name of a tag of raw HTML, which may never be closed. */
  readonly tag?: string
}

/** Raw HTML deeper than this is no nest, so that the recursion of later stages ends; markdown-it's own limit is 100. */
const DEEPEST = 100

const OPENING = /^<([a-z][a-z\d-]*)(?=[\s>])[^>]*(?<!\/)>$/iu
const LANG = /\s(?:xml:)?lang\s*=\s*["']?([a-z\d-]+)/iu
const CLOSING = /^<\/([a-z][a-z\d-]*)\s*>$/iu
const BREAK = /^<br\b/iu
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Attributes that say something about an element's words. */
const TELLING: ReadonlySet<string> = new Set(['lang', 'href', 'id'])

function elementOf(tagName: string, attributes: readonly (readonly [string, string | number])[]): Element {
  return {type: 'element', tagName, properties: Object.fromEntries(attributes.filter(([name]) => TELLING.has(name))), children: []}
}

/** A block that holds blocks. What is no list is like any other. */
function containerOf({type, attrs}: Token): TreeParent {
  if (type === 'list_item_open') return {type: 'listItem', children: []}
  if (type !== 'ordered_list_open' && type !== 'bullet_list_open') return {type: 'blockquote', children: []}
  const start = attrs?.find(([name]) => name === 'start')?.[1]
  return {type: 'list', ordered: type === 'ordered_list_open', start: start === undefined ? 1 : Number(start), children: []}
}

/** What weaving says of a node in HTML. */
interface Printed {
  readonly hProperties: Readonly<Record<string, string | readonly string[]>>
}

const OURS: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'] satisfies XenoglossNode['type'][])
const isOurs = (node: TreeNode): node is XenoglossNode => OURS.has(node.type)

/**
 * Tokens of markdown-it → mdast, in which inline tags, raw HTML among them, are hast elements: what plugins make of their own
 * is known by its tag. A tag of raw HTML that nothing closes where it was opened has no words and holds none.
 */
export function parseTokens(tokens: readonly Token[]): Parsed {
  /** The token of a node, or its opening and its closing one. */
  const tokensOf = new Map<TreeNode, readonly [open: Token, close?: Token]>()
  const paragraphs = new Map<Token, Paragraph | Heading>()
  let text = ''

  const positionOf = (value: string): Position => {
    const point = (offset: number) => ({line: 1, column: 1 + offset, offset})
    const start = point(text.length)
    text += value
    return {start, end: point(text.length)}
  }
  const leafOf = ({type, content}: Token): TreeNode => {
    if (type === 'text') return {type: 'text', value: content, position: positionOf(content)}
    if (type === 'softbreak') return {type: 'text', value: '\n', position: positionOf('\n')}
    if (type === 'hardbreak' || (type === 'html_inline' && BREAK.test(content))) return {type: 'break', position: positionOf('\n')}
    return {type: 'html', value: '', position: positionOf('\ufffc')}
  }

  const readInline = (children: readonly Token[], root: Paragraph | Heading) => {
    const open: Open[] = [{node: root}]
    const top = () => open.at(-1) as Open
    const add = (node: TreeNode, ...own: [Token, Token?]) => {
      tokensOf.set(node, own)
      childrenOf(top().node).push(node)
    }
    /** What was opened and not closed is but a mark. */
    const dissolve = ({node, token}: Open) => {
      add({type: 'html', value: ''}, token as Token)
      for (const child of node.children) childrenOf(top().node).push(child)
    }
    const close = (token: Token) => {
      const {node, token: opening} = open.pop() as Open
      add(node, opening as Token, token)
    }
    for (const token of children) {
      const content = token.type === 'html_inline' ? token.content : ''
      const tag = OPENING.exec(content)?.[1]?.toLowerCase()
      const closed = CLOSING.exec(content)?.[1]?.toLowerCase()
      const lang = LANG.exec(content)?.[1]
      while (token.nesting < 0 && top().tag !== undefined) dissolve(open.pop() as Open)
      if (token.nesting > 0) open.push({node: elementOf(token.tag, token.attrs ?? []), token})
      else if (tag !== undefined && !VOID.has(tag) && open.length < DEEPEST)
        open.push({node: elementOf(tag, lang === undefined ? [] : [['lang', lang]]), token, tag})
      else if (token.nesting < 0 ? open.length > 1 : closed !== undefined && top().tag === closed) close(token)
      else add(leafOf(token), token)
    }
    while (open.length > 1) dissolve(open.pop() as Open)
  }

  const tree: Root = {type: 'root', children: []}
  const stack: TreeParent[] = [tree]
  for (const [index, token] of tokens.entries()) {
    const add = (node: TreeNode) => childrenOf(stack.at(-1) as TreeParent).push(node)
    if (token.type === 'inline') {
      const heading = tokens[index - 1]?.type === 'heading_open'
      const node: Paragraph | Heading = heading ? {type: 'heading', depth: 1, children: []} : {type: 'paragraph', children: []}
      if (text !== '') text += '\n\n'
      readInline(token.children ?? [], node)
      paragraphs.set(token, node)
      add(node)
    } else if (token.nesting > 0) {
      const container = containerOf(token)
      add(container)
      stack.push(container)
    } else if (token.nesting < 0 && stack.length > 1) stack.pop()
    else if (token.type !== 'hr') add({type: 'code', value: ''})
  }

  const print: Parsed['print'] = (Token) => {
    for (const [inline, {children}] of paragraphs) {
      const texts = (inline.children ?? []).filter(({type}) => type === 'text')
      const printed: Token[] = []
      let level = 0
      const add = (token: Token) => {
        if (token.nesting < 0) level--
        token.level = level
        if (token.nesting > 0) level++
        printed.push(token)
      }
      /** How much of the first of `texts` has been printed. */
      let done = 0
      const addPiece = (content: string) => {
        const [whole] = texts as [Token]
        add(Object.assign(new Token('text', '', 0), whole, {content}))
        done += content.length
        if (done < whole.content.length) return
        texts.shift()
        done = 0
      }
      const walk = (nodes: readonly TreeNode[]) => {
        for (const node of nodes) {
          const [open, close] = tokensOf.get(node) ?? []
          if (open === texts[0]) texts.shift()
          if (isOurs(node)) {
            const {data, children, ...fields} = node
            const attrs = map(Object.entries((data as Printed).hProperties), ([name, value]) =>
              Array.isArray(value) ? ['class', value.join(' ')] : [name, value],
            )
            add(Object.assign(new Token('xenogloss_open', 'span', 1), {attrs, info: node.type, meta: fields}))
            walk(children)
            add(Object.assign(new Token('xenogloss_close', 'span', -1), {info: node.type}))
          } else if (!open) addPiece((node as Text).value)
          else {
            add(open)
            if (isParent(node)) walk(node.children)
            if (close) add(close)
          }
        }
      }
      walk(children)
      inline.children = printed
    }
  }
  return {tree, text, print}
}
