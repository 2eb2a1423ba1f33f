/** Runs the built command line: in a process of its own, as users do, or, which is faster, in one process for many runs. */
import {type ChildProcess, fork, type SpawnOptions, spawn} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** A short story, to keep runs fast. */
export const STORY = `# The ferry

The ferry was late. “Sorul vessin,” said Oda, and held up the lantern. (The lamp is lit.) Nobody came.

“Sorul vessin,” she said again. (The lamp is lit.) “Kettu vessin thal.” (The water is lit too.)
`

export const createTemporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'xenogloss-'))

export interface CommandResult {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A running process, its output so far, and its result. */
export interface Running {
  readonly process: ChildProcess
  readonly output: {out: string; err: string}
  readonly ended: Promise<CommandResult>
  /** Resolves once standard error matches. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>
}

/** Kills the processes that failed tests left running. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

export function start(args: readonly string[], {cwd, env = {}, stdio}: {cwd: string; env?: Record<string, string>; stdio?: SpawnOptions['stdio']}): Running {
  const {FORCE_COLOR: _, NO_COLOR: __, ...rest} = process.env
  const child = spawn(process.execPath, [CLI, ...args], {cwd, env: {...rest, ...env}, stdio: stdio ?? 'pipe'})
  children.add(child)
  child.once('exit', () => children.delete(child))
  const output = {out: '', err: ''}
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.err += text))
  const ended = new Promise<CommandResult>((resolve) => child.on('close', (code) => resolve({code, ...output})))
  const waitFor = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (let waited = 0; waited < 400; waited++) {
      const found = pattern.exec(output.err)
      if (found) return found
      if (child.exitCode !== null) break
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`Standard error does not match ${pattern}: ${output.err}`)
  }
  return {process: child, output, ended, waitFor}
}

interface RunOptions {
  readonly cwd: string
  readonly input?: string | Uint8Array
}

/** Runs a command in a process of its own. */
export function xenoglossProcess(args: readonly string[], options: RunOptions & {env?: Record<string, string>}): Promise<CommandResult> {
  const {process: child, ended} = start(args, options)
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input ?? '')
  return ended
}

const HOST = fileURLToPath(new URL('command-host.js', import.meta.url))
let host: ChildProcess | undefined
let previous: Promise<unknown> = Promise.resolve()

function startHost(): ChildProcess {
  const {FORCE_COLOR: _, NO_COLOR: __, ...env} = process.env
  const child = fork(HOST, [CLI], {env, execArgv: [], stdio: 'inherit'})
  children.add(child)
  child.once('exit', () => {
    children.delete(child)
    if (host === child) host = undefined
  })
  // It does not keep the tests from ending.
  child.unref()
  child.channel?.unref()
  return child
}

function runInHost(args: readonly string[], {cwd, input = ''}: RunOptions): Promise<CommandResult> {
  host ??= startHost()
  const child = host
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`xenogloss ${args.join(' ')} ended its process, with ${code}`))
    child.once('exit', onExit)
    child.once('message', (result: CommandResult | {crash: string}) => {
      child.off('exit', onExit)
      if ('crash' in result) reject(new Error(result.crash))
      else resolve(result)
    })
    child.send({args, cwd, input: Buffer.from(input).toString('base64')})
  })
}

/** Runs a command in a process that runs many, one after the other; `cli.test.ts` compares the two. */
export function xenogloss(args: readonly string[], options: RunOptions): Promise<CommandResult> {
  const result = previous.then(() => runInHost(args, options))
  previous = result.catch(() => {})
  return result
}
