import type {Data, Parent} from 'unist'
import type {Options} from '../annotate/types.js'
import type {HastOptions} from '../render/types.js'

/**
 * Options of a plugin: those of `annotate`, except that the tree was parsed before, so its kind is the format; and those of `toHast`, except
 * that the host language is known. With `renderer` the tree shows the finished thing, as `toHast` makes it; without, it has the raw nodes.
 */
export interface PluginOptions extends Omit<Options, 'format'>, Omit<HastOptions, 'lang'> {}

/** In mdast, an element that a renderer made; remark-rehype turns it into that element. */
export interface RenderedNode extends Parent {
  type: 'xenoglossElement'
  data: Data & {hName: string; hProperties: Readonly<Record<string, unknown>>}
}
