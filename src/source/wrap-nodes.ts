import type {Element} from 'hast'
import type {PhrasingContent} from 'mdast'
import {withFields} from '../util/objects.js'
import type {XenoglossFields} from './annotation-types.js'
import type {TreeNode} from './types.js'

/** Returns the properties of the `span` in HTML: class, language, and the meaning as its title. */
function getProperties(fields: XenoglossFields): Record<string, string | string[]> {
  const lang = fields.type === 'utterance' || fields.type === 'term' ? fields.lang : undefined
  const title = fields.type === 'utterance' ? fields.translation : fields.type === 'term' ? fields.meaning : undefined
  const properties: Record<string, string | string[]> = {className: [`xg-${fields.type}`]}
  if (lang !== undefined) properties.lang = lang
  if (title !== undefined) properties.title = title
  return properties
}

/** Wraps mdast nodes in a xenogloss node, which remark-rehype turns into a `span`. */
export const wrapInNode = (fields: XenoglossFields, children: TreeNode[]): TreeNode =>
  withFields(fields, {data: {hName: 'span', hProperties: getProperties(fields)}, children: children as PhrasingContent[]})

/** Wraps hast nodes in a `span`. */
export const wrapInSpan = (fields: XenoglossFields, children: TreeNode[]): TreeNode =>
  ({type: 'element', tagName: 'span', properties: getProperties(fields), data: {xenogloss: {...fields}}, children}) as Element
