import type {Root as HastRoot} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import type {Format, Tree} from '../source/types.js'
import {applyFrontMatter} from './apply-front-matter.js'
import {notes, put} from './messages.js'
import {annotateTree} from './pipeline.js'
import {resolveOptions} from './resolve-options.js'
import type {Options, ResolvedOptions} from './types.js'

/** What a plugin can be told: the tree has been parsed, so of what format it was is known. */
export type PluginOptions = Omit<Options, 'format'>

/** What annotates the trees of a pipeline in place. The tree has been parsed: its kind is the format, whatever the options say. */
function transformer(options: PluginOptions, format: Format): (tree: Tree, file: VFile) => undefined {
  const given: ResolvedOptions = {...resolveOptions(options), format}
  return (tree, file) => {
    const source = String(file)
    const {settings, problems} = applyFrontMatter(tree, source, options, file.basename === undefined ? given : {work: file.basename, ...given})
    const data = annotateTree(tree, source, settings)
    file.data.xenogloss = data
    put(file, notes(source, {...data, problems}, settings))
  }
}

/**
 * unified plugin: annotates the mdast tree of a story in place, puts standoff and glossary on `file.data.xenogloss` and its
 * messages on the file. The tree's positions count in `String(file)`.
 *
 * @throws TypeError for wrong options, when the processor is frozen
 */
export const remarkXenogloss: Plugin<[PluginOptions?], MdastRoot> = (options = {}) => transformer(options, 'markdown')

/**
 * The same for the hast tree of a story, be it a page, a fragment or what remark-rehype made of Markdown: our nodes are `span`
 * elements with `data.xenogloss`.
 *
 * @throws TypeError for wrong options, when the processor is frozen
 */
export const rehypeXenogloss: Plugin<[PluginOptions?], HastRoot> = (options = {}) => transformer(options, 'html')
