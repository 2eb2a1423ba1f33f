import type {VFileMessage} from 'vfile-message'
import type {Options} from '../annotate/types.js'
import {encode} from '../files/encoding.js'
import {visible} from '../prose/visible.js'
import {EXIT} from './command-failure.js'
import {type Story, storiesOf} from './load-stories.js'
import {writeTo} from './output.js'
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

/** Mending one thing may show another; more often than this nothing is mended anew. */
const MOST_PASSES = 10

/** A story with the remarks on it, mended or not. */
interface Read {
  readonly story: Story
  readonly source: string
  readonly messages: readonly VFileMessage[]
}

async function proofread(story: Story, options: Options, fix: boolean): Promise<Read> {
  const {applyFixes, lint} = await import('../lint.js')
  let {source} = story
  let messages = lint(source, options)
  for (let pass = 0; fix && pass < MOST_PASSES; pass++) {
    const mended = applyFixes(source, messages)
    if (mended === source) break
    source = mended
    messages = lint(source, options)
  }
  return {story, source, messages}
}

const dataOf = ({story: {path}, messages}: Read) => ({
  path: path === '-' ? null : path,
  messages: messages.map(({ruleId, reason, line, column, place, actual, expected, note}) => ({ruleId, reason, line, column, place, actual, expected, note})),
})

/** As remark and the like report. */
async function reportOf(all: readonly Read[], {explain = false}: LintOptions, session: Session): Promise<string> {
  const [{VFile}, {VFileMessage}, {reporter}] = await Promise.all([import('vfile'), import('vfile-message'), import('vfile-reporter')])
  const files = all.map(({story, messages}) => {
    const file = new VFile({path: story.path === '-' ? 'stdin' : visible(story.path)})
    file.messages = messages.map(({reason, place, ruleId, source, note}) =>
      Object.assign(new VFileMessage(visible(reason), {place, ruleId, source}), {
        fatal: false,
        ...(note !== undefined && {note: visible(note, {lines: true})}),
      }),
    )
    return file
  })
  const report = reporter(files, {color: session.out.isColorSupported, quiet: true, verbose: explain})
  return report === '' ? '' : `${report}\n`
}

/**
 * Proof-reads stories, and prints what there is to remark.
 *
 * @returns the exit code
 */
export async function lintStories(args: readonly string[], given: LintOptions, session: Session): Promise<number> {
  const {fix = false, only = [], disable = [], maxWarnings, json = false} = given
  const options = await annotationOptions(given, session)
  const {ruleNames} = await import('../lint/rule-names.js')
  const silenced = only.length > 0 ? ruleNames.filter((name) => !only.includes(name)) : []
  const rules = {
    ...options.rules,
    ...Object.fromEntries(only.map((name) => [name, true])),
    ...Object.fromEntries([...silenced, ...disable].map((name) => [name, false])),
  }
  const stories = await storiesOf(args, session, {format: given.format})
  const all: Read[] = []
  for await (const story of stories.read()) {
    const read = await proofread(story, {...options, rules, format: story.format, work: story.work}, fix)
    all.push({...read, story: {...story, source: ''}, source: ''})
    if (!fix) continue
    if (story.path === '-') await session.print(encode(read.source, story.encoding))
    else if (read.source !== story.source) {
      await writeTo(story.path, encode(read.source, story.encoding))
      session.note(`${visible(story.path)}: mended`)
    }
  }
  const report = json ? `${JSON.stringify(all.map(dataOf), null, 2)}\n` : await reportOf(all, given, session)
  // Where the mended story is printed, the remarks are for the person.
  if (fix && all.some(({story}) => story.path === '-')) process.stderr.write(report)
  else await session.print(report)
  const count = all.reduce((sum, {messages}) => sum + messages.length, 0)
  return stories.exitCode() || (count > maxWarnings ? EXIT.found : EXIT.done)
}
