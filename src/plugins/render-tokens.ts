import type {Element, ElementContent, Root as HastRoot, Properties} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {Token} from 'markdown-it'
import {find, html} from 'property-information'
import type {ParsedTokens} from '../source/markdown/parse-markdown-it.js'
import {createTokenList, type TokenConstructor} from '../source/markdown/update-tokens.js'
import type {TreeNode} from '../source/types.js'
import {flatMap} from '../util/lists.js'
import {getMarkedNode} from './marked-elements.js'

/** Converts the properties of an element to the attributes of a token. */
const toAttributes = (properties: Properties): [string, string][] =>
  flatMap(Object.entries(properties), ([name, value]): [string, string][] => {
    if (value === undefined || value === null || value === false) return []
    return [[find(html, name).attribute, value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)]]
  })

/** What was rendered of the paragraphs: their content, and what stands below each; nothing for those that were removed. */
interface RenderedParagraphs {
  readonly content: ReadonlyMap<TreeNode, readonly ElementContent[]>
  readonly below: ReadonlyMap<TreeNode, readonly ElementContent[]>
  /** What stands behind the story. */
  readonly behind: readonly ElementContent[]
}

const isParagraph = ({type}: TreeNode): boolean => type === 'paragraph' || type === 'heading'

function collectParagraphs(root: HastRoot): RenderedParagraphs {
  const content = new Map<TreeNode, readonly ElementContent[]>()
  const below = new Map<TreeNode, ElementContent[]>()
  const behind: ElementContent[] = []
  const visit = (children: readonly ElementContent[]): void => {
    let previous: TreeNode | undefined
    for (const child of children) {
      const source = getMarkedNode(child)
      if (!source) {
        // A renderer puts something below a paragraph, or behind the whole story.
        if (previous && isParagraph(previous)) below.set(previous, [...(below.get(previous) ?? []), child])
        else behind.push(child)
        continue
      }
      previous = source
      if (isParagraph(source)) content.set(source, (child as Element).children)
      else visit((child as Element).children)
    }
  }
  visit(root.children as ElementContent[])
  return {content, below, behind}
}

/**
 * Writes a rendered story into the tokens of markdown-it. Elements inside a paragraph become tokens `xenogloss_open` and `xenogloss_close`;
 * what stands below a paragraph or behind the story becomes a token `html_block`.
 *
 * @returns the block tokens
 */
export function renderTokens(tokens: readonly Token[], root: HastRoot, {tokensByNode, paragraphsByToken}: ParsedTokens, Token: TokenConstructor): Token[] {
  const {content, below, behind} = collectParagraphs(root)
  const createBlock = (children: readonly ElementContent[]): Token[] =>
    children.length === 0 ? [] : [Object.assign(new Token('html_block', '', 0), {content: `${toHtml([...children])}\n`, block: true})]
  const createInline = (children: readonly ElementContent[]): Token[] => {
    const {tokens: inline, add} = createTokenList()
    const write = (node: ElementContent): void => {
      if (node.type === 'text') add(Object.assign(new Token('text', '', 0), {content: node.value}))
      if (node.type !== 'element') return
      const [open, close] = tokensByNode.get(getMarkedNode(node) as TreeNode) ?? []
      const fields = node.data?.xenogloss
      if (open) add(open)
      else
        add(Object.assign(new Token('xenogloss_open', node.tagName, 1), {attrs: toAttributes(node.properties), info: fields?.type ?? '', meta: fields ?? null}))
      for (const child of node.children) write(child)
      if (close) add(close)
      else if (!open) add(Object.assign(new Token('xenogloss_close', node.tagName, -1), {info: fields?.type ?? ''}))
    }
    for (const child of children) write(child)
    return inline
  }
  const written: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const paragraph = paragraphsByToken.get(token)
    written.push(token)
    if (!paragraph) continue
    const children = content.get(paragraph)
    const closing = tokens[index + 1]
    const isEnclosed = closing !== undefined && closing.nesting < 0 && /^(?:paragraph|heading)_close$/u.test(closing.type)
    if (children) {
      token.children = createInline(children)
      if (isEnclosed) written.push(closing)
    } else {
      // The paragraph held nothing but a gloss that is shown elsewhere.
      token.children = []
      if (isEnclosed) written.splice(-2)
    }
    if (isEnclosed) index++
    written.push(...createBlock(below.get(paragraph) ?? []))
  }
  return [...written, ...createBlock(behind)]
}
