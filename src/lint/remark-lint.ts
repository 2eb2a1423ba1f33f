import type {Root} from 'mdast'
import remarkMessageControl from 'remark-message-control'
import type {Plugin} from 'unified'
import {defaultParts} from '../annotate/default-parts.js'
import {frontMatter} from '../annotate/front-matter-options.js'
import {addMessages} from '../annotate/messages.js'
import {analyseStory, prepareStory} from '../annotate/pipeline.js'
import {withLexicons} from '../annotate/resolve-options.js'
import {resolveStoryOptions} from '../annotate/resolve-story-options.js'
import type {Options} from '../annotate/types.js'
import {markdownTree} from '../source/markdown/markdown-tree.js'
import {proofreadStory} from './proofread.js'

/** Options of `lint` except `format`, which is Markdown. */
export type RemarkLintOptions = Omit<Options, 'format'>

/** Severities as in remark-lint (unified-lint-rule). */
export type Severity = boolean | 'on' | 'off' | 'warn' | 'error' | 0 | 1 | 2
const FATAL: ReadonlyMap<unknown, boolean | undefined> = new Map<Severity, boolean | undefined>([
  [false, undefined],
  ['off', undefined],
  [0, undefined],
  [true, false],
  ['on', false],
  ['warn', false],
  [1, false],
  ['error', true],
  [2, true],
])

/** @returns `fatal` of the messages; `undefined` if the plugin is turned off */
function parseConfig(config: unknown): {fatal: boolean | undefined; options: RemarkLintOptions} {
  const [severity, options = {}] = Array.isArray(config)
    ? (config as [unknown, RemarkLintOptions?])
    : FATAL.has(config)
      ? [config]
      : [true, config as RemarkLintOptions]
  if (!FATAL.has(severity)) throw new TypeError(`The severity must be 'off', 'warn' or 'error', not ${String(severity)}`)
  return {fatal: FATAL.get(severity), options}
}

/**
 * A remark-lint plugin that proofreads the story and does not change the tree. If remarkXenogloss has already annotated it, that annotation is used,
 * and this plugin's messages include those of remarkXenogloss.
 *
 * `<!--lint disable near-spelling-->`, `enable` and `ignore` work as for other rules, with or without remark-lint.
 *
 * @param config options of `lint` except `format`, a severity as in remark-lint (`'error'`), or both: `['error', options]`
 * @throws TypeError for invalid options, when the processor is frozen
 */
export const remarkLintXenogloss: Plugin<[(RemarkLintOptions | Severity | readonly [Severity, RemarkLintOptions?])?], Root> = (config = {}) => {
  const {fatal, options} = parseConfig(config)
  const indexed = withLexicons(options)
  const control = remarkMessageControl({name: 'lint', source: 'xenogloss'})
  if (fatal === undefined) return undefined
  return (tree, file) => {
    const source = String(file)
    const {settings, problems} = resolveStoryOptions(
      {tree, text: source, format: markdownTree},
      file.basename === undefined ? indexed : {work: file.basename, ...indexed},
      {...defaultParts, frontMatter},
    )
    const story = prepareStory(structuredClone(tree), source, settings)
    const annotation = file.data.xenogloss ?? analyseStory(story, settings)
    file.messages = file.messages.filter((message) => message.source !== 'xenogloss')
    addMessages(
      file,
      proofreadStory(story, annotation, {source, settings, problems}).map((message) => Object.assign(message, {fatal})),
    )
    control(tree, file)
  }
}
