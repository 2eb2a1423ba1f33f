import type {Convention} from '../types.js'

/**
 * Nothing sets the translation off: it is the next sentence, speech or paragraph, or an interpreter's speech. `“Sel davan.” “He is here,” said
 * the clerk.` The learned model finds it.
 */
export const nearby: Convention = {name: 'nearby', find: () => []}
