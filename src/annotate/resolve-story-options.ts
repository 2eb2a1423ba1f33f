import type {Yaml} from 'mdast'
import type {TreeFormat} from '../source/format-types.js'
import type {Tree} from '../source/types.js'
import type {TreeParts} from './annotator-parts.js'
import {mergeOptions} from './merge-options.js'
import type {Problem} from './problem.js'
import {resolveOptions} from './resolve-options.js'
import {settleHost} from './settle-host.js'
import type {Options, StorySettings} from './types.js'

/**
 * Resolves the options of one story: those given in code, and those in the `xenogloss` key of its YAML front matter.
 *
 * @param given already checked; they win over front matter
 * @throws TypeError for wrong options in code; what is wrong in front matter is among `problems`
 */
export function resolveStoryOptions(
  {tree, text, format}: {readonly tree: Tree; readonly text: string; readonly format: TreeFormat},
  given: Options,
  parts: TreeParts,
): {settings: StorySettings; problems: Problem[]} {
  const [node] = tree.children as readonly (Tree['children'][number] | Yaml)[]
  if (node?.type !== 'yaml' || !parts.frontMatter) return settleHost(tree, {...resolveOptions(given, parts), format})
  const {options, problems} = parts.frontMatter(node.value)
  const from = Math.max(0, text.indexOf(node.value, node.position?.start?.offset ?? 0))
  const settled = settleHost(tree, {...resolveOptions(mergeOptions(given, options), parts), format})
  const placed = problems.map(({at, reason}) => ({at: {start: from + at.start, end: from + Math.max(at.end, at.start + 1)}, reason}))
  return {settings: settled.settings, problems: [...placed, ...settled.problems]}
}
