import type {Root} from 'hast'
import type {LocateText, SourceFormat} from '../format-types.js'
import {findNextStart, findTextStarts} from '../text-starts.js'
import type {Tree} from '../types.js'
import {wrapInSpan} from '../wrap-nodes.js'
import {findSiteParts} from './find-site-parts.js'
import {locateHtml} from './locate-html.js'
import {htmlToText, parseHtml} from './parse-html.js'

/** Creates a locator that marks as torn the text that parsers move out of a table and join to the text before it. */
function createLocator(tree: Tree, source: string): LocateText {
  const starts = findTextStarts(tree, source)
  return (value, at, {start, end}, previous) => {
    const [first, ...others] = locateHtml(value, at, source, {start, end: Math.min(end, findNextStart(starts, start + 1))})
    if (!first || !previous) return first ? [first, ...others] : []
    const isTorn = first.source.start < previous.source.end || findNextStart(starts, previous.source.end) < start
    return isTorn ? [{...first, torn: true}, ...others] : [first, ...others]
  }
}

export const html: SourceFormat<Root> = {
  name: 'html',
  parse: parseHtml,
  bomLength: () => 0,
  createLocator,
  collapsesLines: true,
  wrap: wrapInSpan,
  show: htmlToText,
  findSiteParts,
}
