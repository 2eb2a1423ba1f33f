import type {Element, ElementContent, Properties} from 'hast'

/** A child of an element; undefined and empty strings are dropped. */
export type Content = ElementContent | string | undefined

/** Creates a hast element. Takes the children as a list, because a call with a million arguments would exhaust the stack. */
export const element = (tagName: string, properties: Properties, children: readonly Content[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.flatMap((child) => (typeof child === 'object' ? [child] : child ? [{type: 'text', value: child}] : [])),
})
