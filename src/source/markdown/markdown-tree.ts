import type {TreeFormat} from '../format-types.js'
import {wrapInNode} from '../wrap-nodes.js'
import {locateMarkdown} from './locate-markdown.js'

/** Markdown trees, without the parser: for trees that other tools have parsed. */
export const markdownTree: TreeFormat = {
  name: 'markdown',
  bomLength: (source) => (source.startsWith('\ufeff') ? 1 : 0),
  createLocator: (_, source) => (value, at, span) => locateMarkdown(value, at, source, span),
  collapsesLines: false,
  wrap: wrapInNode,
  show: (piece) => piece,
}
