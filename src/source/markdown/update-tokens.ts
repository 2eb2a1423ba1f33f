import type {Token} from 'markdown-it'
import type {Text} from 'mdast'
import {map} from '../../util/lists.js'
import type {XenoglossNode} from '../annotation-types.js'
import {isParent} from '../node-roles.js'
import type {TreeNode} from '../types.js'
import type {ParsedTokens} from './parse-markdown-it.js'

/** The class of markdown-it's tokens. */
export type TokenConstructor = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token

/** Creates a list of inline tokens that gives each its level. */
export function createTokenList(): {readonly tokens: Token[]; readonly add: (token: Token) => void} {
  const tokens: Token[] = []
  let level = 0
  const add = (token: Token): void => {
    if (token.nesting < 0) level--
    token.level = level
    if (token.nesting > 0) level++
    tokens.push(token)
  }
  return {tokens, add}
}

/** The `data` of a woven node. */
interface NodeData {
  readonly hProperties: Readonly<Record<string, string | readonly string[]>>
}

const XENOGLOSS_TYPES: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'] satisfies XenoglossNode['type'][])
const isXenoglossNode = (node: TreeNode): node is XenoglossNode => XENOGLOSS_TYPES.has(node.type)

/** Writes the annotated tree back into the tokens. */
export function updateTokens({tokensByNode, paragraphsByToken}: ParsedTokens, Token: TokenConstructor): void {
  for (const [inline, paragraph] of paragraphsByToken) {
    const textTokens = (inline.children ?? []).filter(({type}) => type === 'text')
    const {tokens, add} = createTokenList()
    /** Number of code units of the first of `textTokens` that have been written. */
    let written = 0
    const addTextPiece = (content: string) => {
      const [whole] = textTokens as [Token]
      add(Object.assign(new Token('text', '', 0), whole, {content}))
      written += content.length
      if (written < whole.content.length) return
      textTokens.shift()
      written = 0
    }
    const writeNodes = (nodes: readonly TreeNode[]) => {
      for (const node of nodes) {
        const [open, close] = tokensByNode.get(node) ?? []
        if (open === textTokens[0]) textTokens.shift()
        if (isXenoglossNode(node)) {
          const {data, children, ...fields} = node
          const attrs = map(Object.entries((data as NodeData).hProperties), ([name, value]) =>
            Array.isArray(value) ? ['class', value.join(' ')] : [name, value],
          )
          add(Object.assign(new Token('xenogloss_open', 'span', 1), {attrs, info: node.type, meta: fields}))
          writeNodes(children)
          add(Object.assign(new Token('xenogloss_close', 'span', -1), {info: node.type}))
        } else if (!open) addTextPiece((node as Text).value)
        else {
          add(open)
          if (isParent(node)) writeNodes(node.children)
          if (close) add(close)
        }
      }
    }
    writeNodes(paragraph.children)
    inline.children = tokens
  }
}
