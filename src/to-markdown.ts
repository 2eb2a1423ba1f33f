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

/**
 * Extension for mdast-util-to-markdown (and remark-stringify, by `processor.data('toMarkdownExtensions')`) that prints an annotated
 * tree as the Markdown it came from.
 */
export function xenoglossToMarkdown(): Options {
  return {handlers: {utterance: transparent, gloss: transparent, translation: transparent, term: transparent} as never}
}
