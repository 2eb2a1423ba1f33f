import type {MarkdownIt, StateCore} from 'markdown-it'
import {parseTokens} from '../source/markdown/parse-markdown-it.js'
import {annotateTree} from './pipeline.js'
import {resolveOptions} from './resolve-options.js'
import type {Options, ResolvedOptions, XenoglossData} from './types.js'

/** What `markdownItXenogloss` leaves on `env.xenogloss`. */
export interface MarkdownItData extends XenoglossData {
  /**
   * What the offsets of standoff and glossary count in, as markdown-it does not say where in a line a token stands: the text
   * of the inline tokens, after all replacements, blocks parted by an empty line; U+FFFC for code, an image and the like.
   */
  readonly text: string
}

/** What `locate` would take for escapes and references, and the pipeline for a byte order mark: these tokens have been read. */
const WRITTEN = /^\ufeff|[&\\]/gu

/**
 * markdown-it plugin: puts `span`s around lines, words, glosses and translations (tokens `xenogloss_open` and
 * `xenogloss_close`, what they say on `meta`), and leaves standoff and glossary on `env.xenogloss`. Every document is a story.
 * It should be the last plugin that is used: it reads the text as the others leave it.
 *
 * @throws TypeError for wrong options
 */
export function markdownItXenogloss(md: MarkdownIt, options: Omit<Options, 'format'> = {}): void {
  const settings: ResolvedOptions = {...resolveOptions(options), format: 'markdown'}
  md.core.ruler.push('xenogloss', (state: StateCore) => {
    const {tree, text, print} = parseTokens(state.tokens)
    const data = annotateTree(tree, text.replace(WRITTEN, '\0'), settings)
    print(state.Token)
    if (state.env) (state.env as {xenogloss?: MarkdownItData}).xenogloss = {text, ...data}
  })
}
