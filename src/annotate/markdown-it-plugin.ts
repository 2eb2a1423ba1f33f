import type {MarkdownIt, StateCore} from 'markdown-it'
import {markdownTree} from '../source/markdown/markdown-tree.js'
import {parseTokens} from '../source/markdown/parse-markdown-it.js'
import {annotateTree} from './pipeline.js'
import {resolveOptions} from './resolve-options.js'
import type {Options, XenoglossData} from './types.js'

/** What `markdownItXenogloss` puts on `env.xenogloss`. */
export interface MarkdownItData extends XenoglossData {
  /**
   * The text that the offsets of standoff and glossary count in, since markdown-it does not report where in a line a token stands:
   * the text of the inline tokens after all replacements, with a blank line between blocks and U+FFFC for code, images and the like.
   */
  readonly text: string
}

/** Characters that would be read as escapes, references or a byte order mark; the tokens are past all of these. */
const ALREADY_DECODED = /^\ufeff|[&\\]/gu

/**
 * markdown-it plugin: puts `span`s around utterances, terms, glosses and translations (tokens `xenogloss_open` and
 * `xenogloss_close`, with their fields on `meta`), and standoff and glossary on `env.xenogloss`. Every document is a story. Use it
 * after all other plugins, since it reads the text as they leave it.
 *
 * @throws TypeError for wrong options
 */
export function markdownItXenogloss(md: MarkdownIt, options: Omit<Options, 'format'> = {}): void {
  const settings = {...resolveOptions(options), format: markdownTree}
  md.core.ruler.push('xenogloss', (state: StateCore) => {
    const {tree, text, updateTokens} = parseTokens(state.tokens)
    const data = annotateTree(tree, text.replace(ALREADY_DECODED, '\0'), settings)
    updateTokens(state.Token)
    if (state.env) (state.env as {xenogloss?: MarkdownItData}).xenogloss = {text, ...data}
  })
}
