import type {Properties} from 'hast'

/** The properties of hast elements that xenogloss makes, as attributes: `className: ['xg-term']` is `class="xg-term"`, `dataXgOf` `data-xg-of`. */
export function toAttributes(properties: Properties): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    const attribute = name === 'className' ? 'class' : name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
    attributes[attribute] = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
  }
  return attributes
}

/** Sets attributes, none of which runs anything. */
export function setAttributes<T extends Element>(element: T, attributes: Readonly<Record<string, string>>): T {
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] as string)
  return element
}
