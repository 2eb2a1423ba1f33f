import type {VFileMessage} from 'vfile-message'
import type {Options} from '../annotate/types.js'
import {encodeStory} from '../files/encoding.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {groupBy} from '../util/lists.js'
import {storyParts} from './annotate-story.js'
import {commandError, EXIT} from './command-error.js'
import {createStoryLoader, type LoadedStory} from './load-stories.js'
import {noteProblems} from './note-problems.js'
import {writeResult} from './output.js'
import {annotationOptions, type ReadingOptions} from './reading-options.js'
import type {Session} from './session.js'

export interface LintOptions extends ReadingOptions {
  readonly fix?: boolean
  readonly only?: readonly string[]
  readonly disable?: readonly string[]
  readonly maxWarnings: number
  readonly explain?: boolean
  readonly json?: boolean
}

/** One fix may reveal another problem; fixing stops after this many passes. */
const MAX_PASSES = 10

/** A story, fixed or not, and its remaining problems. */
interface LintResult {
  readonly story: LoadedStory
  readonly source: string
  readonly messages: readonly VFileMessage[]
}

async function lintStory(story: LoadedStory, options: Options, fix: boolean): Promise<LintResult> {
  const [{applyFixes}, {lintWith}, parts] = await Promise.all([import('../lint/apply-fixes.js'), import('../lint/lint-with.js'), storyParts(story)])
  const {document} = story
  if (document && fix) throw commandError(`${escapeForTerminal(story.path)}: --fix changes text files only`, EXIT.usage)
  const lint = (text: string): VFileMessage[] => lintWith(parts, text, options)
  let {source} = story
  let messages = lint(source)
  if (document) return {story, source, messages: document.locateMessages(messages)}
  for (let pass = 0; fix && pass < MAX_PASSES; pass++) {
    const fixed = applyFixes(source, messages)
    if (fixed === source) break
    source = fixed
    messages = lint(source)
  }
  return {story, source, messages}
}

const toJson = ({story, messages}: LintResult) => ({
  path: story.path === '-' ? null : story.path,
  messages: messages.map(({file, ruleId, reason, line, column, place, actual, expected, note}) => ({
    ...(story.document && file && {file}),
    ...{ruleId, reason, line, column, place, actual, expected, note},
  })),
})

/** The messages of each file; a book has several. */
function byFile({story, messages}: LintResult): {readonly path: string; readonly messages: readonly VFileMessage[]}[] {
  const path = story.path === '-' ? 'stdin' : story.path
  if (!story.document) return [{path, messages}]
  const groups = groupBy(messages, ({file}) => file)
  return [...groups].map(([file, own]) => ({path: file ? `${path}:${file}` : path, messages: own}))
}

/** Formats results in the style of remark and other tools that use vfile-reporter. */
async function formatReport(results: readonly LintResult[], {explain = false}: LintOptions, session: Session): Promise<string> {
  const [{VFile}, {VFileMessage}, {reporter}] = await Promise.all([import('vfile'), import('vfile-message'), import('vfile-reporter')])
  const files = results.flatMap(byFile).map(({path, messages}) => {
    const file = new VFile({path: escapeForTerminal(path)})
    file.messages = messages.map(({reason, place, ruleId, source, note}) =>
      Object.assign(new VFileMessage(escapeForTerminal(reason), {place, ruleId, source}), {
        fatal: false,
        ...(note !== undefined && {note: escapeForTerminal(note, {lines: true})}),
      }),
    )
    return file
  })
  const report = reporter(files, {color: session.out.isColorSupported, quiet: true, verbose: explain})
  return report === '' ? '' : `${report}\n`
}

/**
 * Lints stories, applies fixes if requested, and prints a report.
 *
 * @returns the exit code
 */
export async function lintStories(args: readonly string[], given: LintOptions, session: Session): Promise<number> {
  const {fix = false, only = [], disable = [], maxWarnings, json = false} = given
  const optionsOf = await annotationOptions(given, session)
  const {ruleNames} = await import('../lint/rule-names.js')
  const excluded = only.length > 0 ? ruleNames.filter((name) => !only.includes(name)) : []
  const chosen = {
    ...Object.fromEntries(only.map((name) => [name, true])),
    ...Object.fromEntries([...excluded, ...disable].map((name) => [name, false])),
  }
  const loader = await createStoryLoader(args, session, {format: given.format})
  const results: LintResult[] = []
  for await (const story of loader.read()) {
    noteProblems(story.document?.problems, story, session)
    const options = await optionsOf(story)
    const result = await lintStory(story, {...options, rules: {...options.rules, ...chosen}, format: story.format, work: story.work}, fix)
    results.push({...result, story: {...story, source: ''}, source: ''})
    if (!fix) continue
    if (story.path === '-') await session.print(encodeStory(result.source, story.encoding))
    else if (result.source !== story.source) {
      await writeResult(story.path, encodeStory(result.source, story.encoding))
      session.note(`${escapeForTerminal(story.path)}: fixed`)
    }
  }
  const report = json ? `${JSON.stringify(results.map(toJson), null, 2)}\n` : await formatReport(results, given, session)
  // If the fixed story goes to standard output, the report goes to standard error.
  if (fix && results.some(({story}) => story.path === '-')) process.stderr.write(report)
  else await session.print(report)
  const count = results.reduce((sum, {messages}) => sum + messages.length, 0)
  return loader.exitCode() || (count > maxWarnings ? EXIT.findings : EXIT.success)
}
