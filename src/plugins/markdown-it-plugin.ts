import type {MarkdownIt, StateCore} from 'markdown-it'
import {defaultParts} from '../annotate/default-parts.js'
import {annotateTree} from '../annotate/pipeline.js'
import {resolveOptions} from '../annotate/resolve-options.js'
import {settleHost} from '../annotate/settle-host.js'
import type {XenoglossData} from '../annotate/types.js'
import {renderStory} from '../render/render-story.js'
import {markdownTree} from '../source/markdown/markdown-tree.js'
import {parseTokens} from '../source/markdown/parse-markdown-it.js'
import {updateTokens} from '../source/markdown/update-tokens.js'
import {toMarkedElements} from './marked-elements.js'
import {resolvePluginOptions} from './plugin-options.js'
import {renderTokens} from './render-tokens.js'
import type {PluginOptions} from './types.js'

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
 * `xenogloss_close`, with their fields on `meta`), and standoff and glossary on `env.xenogloss`. With `renderer` the page shows what the
 * renderer makes of them. Every document is a story. Use it after all other plugins, since it reads the text as they leave it.
 *
 * @throws TypeError for wrong options
 */
export function markdownItXenogloss(md: MarkdownIt, options: PluginOptions = {}): void {
  const {annotation, rendering} = resolvePluginOptions(options)
  const resolved = {...resolveOptions(annotation, defaultParts), format: markdownTree}
  md.core.ruler.push('xenogloss', (state: StateCore) => {
    const parsed = parseTokens(state.tokens)
    const {tree, text} = parsed
    const {settings} = settleHost(tree, resolved)
    const data = annotateTree(tree, text.replace(ALREADY_DECODED, '\0'), settings)
    if (state.env) (state.env as {xenogloss?: MarkdownItData}).xenogloss = {text, ...data}
    if (!rendering) return updateTokens(parsed, state.Token)
    const rendered = renderStory(toMarkedElements(tree), data, {...rendering, lang: settings.host.lang})
    state.tokens = renderTokens(state.tokens, rendered, parsed, state.Token)
  })
}
