import {mount, mounted} from './reader.js'

/** Makes `<xeno-gloss>` (or another name) an element that mounts the reader on its content, for as long as it is in the page. Once is enough. */
export function define(name = 'xeno-gloss'): void {
  if (customElements.get(name)) return
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        // Those who make it in a script may put its content there after it.
        setTimeout(() => this.isConnected && mount(this))
      }

      disconnectedCallback(): void {
        mounted.get(this)?.()
      }
    },
  )
}
