/** Creates an element with properties and children. Strings become text nodes, never HTML, so that story content cannot inject markup. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

export const queryAll = (root: ParentNode, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)]

export const cloneChildren = (node: Node): Node[] => [...node.cloneNode(true).childNodes]

export const createButton = (text: string, onclick: () => void): HTMLButtonElement => createElement('button', {type: 'button', onclick}, text)

export function createCheckbox(text: string, checked: boolean, onToggle: (checked: boolean) => void): HTMLLabelElement {
  const box = createElement('input', {type: 'checkbox', checked, onchange: () => onToggle(box.checked)})
  return createElement('label', {}, box, text)
}
