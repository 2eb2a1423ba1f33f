/**
 * A plugin for markdown-it.
 *
 * @module xenogloss/markdown-it
 */
export {type MarkdownItData, markdownItXenogloss} from './annotate/markdown-it-plugin.js'
