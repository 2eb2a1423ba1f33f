import type {Element, ElementContent, Properties} from 'hast'

/** What may stand in an element; nothing, where there is nothing to say. */
export type Content = ElementContent | string | undefined

/** An element of hast. Its children are a list: a call with a million arguments would exhaust the stack. */
export const element = (tagName: string, properties: Properties, children: readonly Content[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.flatMap((child) => (typeof child === 'object' ? [child] : child ? [{type: 'text', value: child}] : [])),
})
