/**
 * A plugin for markdown-it.
 *
 * @module xenogloss/markdown-it
 */
export {type MarkdownItData, markdownItXenogloss} from './plugins/markdown-it-plugin.js'
