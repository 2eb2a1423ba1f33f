import type {Root as HastRoot} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import {defaultParts} from '../annotate/default-parts.js'
import {frontMatter} from '../annotate/front-matter-options.js'
import {addMessages, createAnnotationMessages} from '../annotate/messages.js'
import {annotateTree} from '../annotate/pipeline.js'
import {resolveStoryOptions} from '../annotate/resolve-story-options.js'
import type {XenoglossData} from '../annotate/types.js'
import {renderStory} from '../render/render-story.js'
import type {HastOptions} from '../render/types.js'
import {checkTree} from '../source/check-tree.js'
import type {TreeFormat} from '../source/format-types.js'
import {html} from '../source/html/html-source.js'
import {markdownTree} from '../source/markdown/markdown-tree.js'
import type {Tree} from '../source/types.js'
import {restoreMarkdown, toMarkedElements} from './marked-elements.js'
import {resolvePluginOptions} from './plugin-options.js'
import type {PluginOptions} from './types.js'

/** Renders an annotated tree in place. */
type RenderTree<T extends Tree> = (tree: T, data: XenoglossData, options: HastOptions) => void

/** Creates a transformer that annotates trees in place. */
function createTransformer<T extends Tree>(options: PluginOptions, format: TreeFormat, renderTree: RenderTree<T>): (tree: T, file: VFile) => undefined {
  const {annotation, rendering} = resolvePluginOptions(options)
  return (tree, file) => {
    checkTree(tree)
    const source = String(file)
    const given = file.basename === undefined ? annotation : {work: file.basename, ...annotation}
    const {settings, problems} = resolveStoryOptions({tree, text: source, format}, given, {...defaultParts, frontMatter})
    const data = annotateTree(tree, source, settings)
    file.data.xenogloss = data
    addMessages(file, createAnnotationMessages(source, {...data, problems}, settings))
    if (rendering) renderTree(tree, data, {...rendering, lang: settings.host.lang})
  }
}

/**
 * unified plugin: annotates the mdast tree of a story in place, puts standoff and glossary on `file.data.xenogloss`, and adds its
 * messages to the file. The tree's positions count in `String(file)`. With `renderer` the tree has what the renderer makes of the story, as
 * nodes that remark-rehype turns into elements: `.use(remarkXenogloss, {renderer: 'footnotes'})`.
 *
 * @throws TypeError for wrong options, when the processor is frozen; for a tree with cycles, shared nodes, or more than 1,200 levels, when it runs
 */
export const remarkXenogloss: Plugin<[PluginOptions?], MdastRoot> = (options = {}) =>
  createTransformer<MdastRoot>(options, markdownTree, (tree, data, given) => restoreMarkdown(tree, renderStory(toMarkedElements(tree), data, given)))

/**
 * The same for the hast tree of a story: a page, a fragment, or the output of remark-rehype. The nodes are `span` elements with
 * `data.xenogloss`.
 *
 * @throws TypeError as `remarkXenogloss` does
 */
export const rehypeXenogloss: Plugin<[PluginOptions?], HastRoot> = (options = {}) =>
  createTransformer<HastRoot>(options, html, (tree, data, given) => {
    tree.children = renderStory(tree, data, given).children
  })
