import type {ElementContent, Element as HastElement, Root as HastRoot} from 'hast'
import {toXast} from 'hast-util-to-xast'
import type {Element} from 'xast'

/** Decodes a fragment URL to an id; a malformed one is returned without its `#`. */
function decodeFragment(href: string): string {
  try {
    return decodeURIComponent(href.slice(1))
  } catch {
    return href.slice(1)
  }
}

function collectIds(node: HastRoot | HastElement, ids = new Set<string>()): Set<string> {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (typeof child.properties.id === 'string') ids.add(child.properties.id)
    collectIds(child, ids)
  }
  return ids
}

/** Makes white space significant: text beside elements, even empty text, keeps the printer from indenting them. */
function preserveWhiteSpace<T extends Element['children'][number]>(node: T): T {
  if (node.type !== 'element') return node
  const {xmlns: _, ...attributes} = node.attributes
  return {...node, attributes, children: [{type: 'text', value: ''}, ...node.children.map(preserveWhiteSpace)]}
}

/** Converts a rendered story to the content of a book page, without pictures (their files are not in the book) and links to missing places. */
export function toEpubContent(root: HastRoot): Element['children'] {
  const ids = collectIds(root)
  const clean = <T extends HastRoot | HastElement>(node: T): T => ({
    ...node,
    children: (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type === 'comment') return []
      if (child.type !== 'element') return [child]
      if (child.tagName === 'img') return [{type: 'text', value: String(child.properties.alt ?? '')}]
      const {href} = child.properties
      const isBroken = typeof href === 'string' && !/^[a-z][a-z\d+.-]*:/iu.test(href) && !(href.startsWith('#') && ids.has(decodeFragment(href)))
      return [clean(isBroken ? {...child, tagName: 'span', properties: {}} : child)]
    }),
  })
  return (toXast(clean(root)) as {children: Element['children']}).children.map(preserveWhiteSpace)
}
