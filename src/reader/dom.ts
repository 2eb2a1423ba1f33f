/** An element with properties and children; never HTML, so that whatever a story says stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

export const all = (root: ParentNode, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)]

/** Nodes to be put elsewhere. */
export const copies = (from: Node): Node[] => [...from.cloneNode(true).childNodes]

export const button = (text: string, onclick: () => void): HTMLButtonElement => make('button', {type: 'button', onclick}, text)

export function checkbox(text: string, checked: boolean, set: (checked: boolean) => void): HTMLLabelElement {
  const box = make('input', {type: 'checkbox', checked, onchange: () => set(box.checked)})
  return make('label', {}, box, text)
}
