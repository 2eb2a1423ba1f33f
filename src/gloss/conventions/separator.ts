import type {Convention} from '../types.js'

/** A sign between the line and its translation: `Sel davan ~ I am here`, with `~`, `|`, `/`, `=`, `→` or `:`. The learned model finds it. */
export const separator: Convention = {name: 'separator', find: () => []}
