import type {Root as HastRoot} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import {checkTree} from '../source/check-tree.js'
import type {TreeFormat} from '../source/format-types.js'
import {html} from '../source/html/html-source.js'
import {markdownTree} from '../source/markdown/markdown-tree.js'
import type {Tree} from '../source/types.js'
import {addMessages, createAnnotationMessages} from './messages.js'
import {annotateTree} from './pipeline.js'
import {withLexicons} from './resolve-options.js'
import {resolveStoryOptions} from './resolve-story-options.js'
import type {Options} from './types.js'

/** Options of a plugin: the tree was parsed before, so its kind is the format. */
export type PluginOptions = Omit<Options, 'format'>

/** A transformer that annotates trees in place; the dictionaries are indexed once for all of them. */
function createTransformer(options: PluginOptions, format: TreeFormat): (tree: Tree, file: VFile) => undefined {
  const indexed = withLexicons(options)
  return (tree, file) => {
    checkTree(tree)
    const source = String(file)
    const {settings, problems} = resolveStoryOptions({tree, text: source, format}, file.basename === undefined ? indexed : {work: file.basename, ...indexed})
    const data = annotateTree(tree, source, settings)
    file.data.xenogloss = data
    addMessages(file, createAnnotationMessages(source, {...data, problems}, settings))
  }
}

/**
 * unified plugin: annotates the mdast tree of a story in place, puts standoff and glossary on `file.data.xenogloss`, and adds its
 * messages to the file. The tree's positions count in `String(file)`.
 *
 * @throws TypeError for wrong options, when the processor is frozen; for a tree with cycles, shared nodes, or more than 1,200 levels, when it runs
 */
export const remarkXenogloss: Plugin<[PluginOptions?], MdastRoot> = (options = {}) => createTransformer(options, markdownTree)

/**
 * The same for the hast tree of a story: a page, a fragment, or the output of remark-rehype. The nodes are `span` elements with
 * `data.xenogloss`.
 *
 * @throws TypeError as `remarkXenogloss` does
 */
export const rehypeXenogloss: Plugin<[PluginOptions?], HastRoot> = (options = {}) => createTransformer(options, html)
