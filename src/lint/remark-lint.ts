import type {Root} from 'mdast'
import remarkMessageControl from 'remark-message-control'
import type {Plugin} from 'unified'
import {applyFrontMatter} from '../annotate/apply-front-matter.js'
import {put} from '../annotate/messages.js'
import {analyseStory, prepareStory} from '../annotate/pipeline.js'
import {resolveOptions} from '../annotate/resolve-options.js'
import type {Options, ResolvedOptions} from '../annotate/types.js'
import {proofreadStory} from './proofread.js'

/** Options of `lint` but for `format`, which is Markdown. */
export type RemarkLintOptions = Omit<Options, 'format'>

/** As the rules of remark-lint have them (unified-lint-rule). */
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

/** @returns `fatal` of the messages; `undefined`, if there are to be none */
function configOf(config: unknown): {fatal: boolean | undefined; options: RemarkLintOptions} {
  const [severity, options = {}] = Array.isArray(config)
    ? (config as [unknown, RemarkLintOptions?])
    : FATAL.has(config)
      ? [config]
      : [true, config as RemarkLintOptions]
  if (!FATAL.has(severity)) throw new TypeError(`The severity must be 'off', 'warn' or 'error', not ${String(severity)}`)
  return {fatal: FATAL.get(severity), options}
}

/**
 * remark-lint plugin: proof-reads the story and leaves the tree as it is. Where remarkXenogloss has annotated it before, its annotation is
 * read, and its messages are among those of this plugin.
 *
 * `<!--lint disable near-spelling-->`, `enable` and `ignore` hold as they do for other rules, with remark-lint or without.
 *
 * @param config options of `lint` but for `format`, a severity as remark-lint's rules take it (`'error'`), or both: `['error', options]`
 * @throws TypeError for wrong options, when the processor is frozen
 */
export const remarkLintXenogloss: Plugin<[(RemarkLintOptions | Severity | readonly [Severity, RemarkLintOptions?])?], Root> = (config = {}) => {
  const {fatal, options} = configOf(config)
  const given: ResolvedOptions = {...resolveOptions(options), format: 'markdown'}
  const control = remarkMessageControl({name: 'lint', source: 'xenogloss'})
  if (fatal === undefined) return undefined
  return (tree, file) => {
    const source = String(file)
    const {settings, problems} = applyFrontMatter(tree, source, options, file.basename === undefined ? given : {work: file.basename, ...given})
    const story = prepareStory(structuredClone(tree), source, settings)
    const read = file.data.xenogloss ?? analyseStory(story, settings)
    file.messages = file.messages.filter((message) => message.source !== 'xenogloss')
    put(
      file,
      proofreadStory(story, read, {source, settings, problems}).map((message) => Object.assign(message, {fatal})),
    )
    control(tree, file)
  }
}
