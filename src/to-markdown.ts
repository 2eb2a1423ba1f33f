import {directiveToMarkdown} from 'mdast-util-directive'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {XenoglossNode} from './types.js'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    utterance: 'utterance'
    gloss: 'gloss'
    translation: 'translation'
    term: 'term'
  }
}

/** Prints what stands inside a node of ours as if the node were not there. */
const transparent: Handle = (node: XenoglossNode, _, state, info) => {
  const exit = state.enter(node.type)
  const text = state.containerPhrasing(node, info)
  exit()
  return text
}

/** How marks and front matter are printed; what else their extensions escape is not ours to escape. */
const {textDirective} = directiveToMarkdown().handlers ?? {}
const {yaml} = frontmatterToMarkdown().handlers ?? {}

/**
 * Extension for mdast-util-to-markdown (and remark-stringify, by `processor.data('toMarkdownExtensions')`) that prints an annotated
 * tree as the Markdown it came from.
 */
export function xenoglossToMarkdown(): Options {
  return {handlers: {utterance: transparent, gloss: transparent, translation: transparent, term: transparent, textDirective, yaml} as never}
}
