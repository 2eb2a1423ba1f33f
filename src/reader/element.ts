import {mount, unmounters} from './reader.js'

/** Defines the custom element `<xeno-gloss>` (or `name`), which mounts the reader on its content while it is connected. Repeated calls do nothing. */
export function define(name = 'xeno-gloss'): void {
  if (customElements.get(name)) return
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        // A script that creates the element may add its content after inserting it.
        setTimeout(() => this.isConnected && mount(this))
      }

      disconnectedCallback(): void {
        unmounters.get(this)?.()
      }
    },
  )
}
