/** Sets a role. Those of a table's parts are lost where the style sheet lays it out as cards, unless they are stated. */
export function withRole<T extends Element>(role: string, element: T): T {
  element.setAttribute('role', role)
  return element
}
