/** The built command line, run as a person would: as a process, in a folder of its own. */
import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** A story of our own, short, so that a run takes no longer than it must. */
export const STORY = `# The ferry

The ferry was late. “Sorul vessin,” said Oda, and held up the lantern. (The lamp is lit.) Nobody came.

“Sorul vessin,” she said again. (The lamp is lit.) “Kettu vessin thal.” (The water is lit too.)
`

export const folderFor = (): string => mkdtempSync(join(tmpdir(), 'xenogloss-'))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A process, with what it has said until now, and its end. */
export interface Running {
  readonly process: ChildProcess
  readonly said: {out: string; err: string}
  readonly ended: Promise<Ran>
  /** Resolves once standard error has it. */
  readonly until: (sought: RegExp) => Promise<RegExpExecArray>
}

/** A test that fails leaves what it has started running. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

export function start(args: readonly string[], {cwd, env = {}, stdio}: {cwd: string; env?: Record<string, string>; stdio?: SpawnOptions['stdio']}): Running {
  const {FORCE_COLOR: _, NO_COLOR: __, ...rest} = process.env
  const child = spawn(process.execPath, [CLI, ...args], {cwd, env: {...rest, ...env}, stdio: stdio ?? 'pipe'})
  children.add(child)
  child.once('exit', () => children.delete(child))
  const said = {out: '', err: ''}
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({code, ...said})))
  const until = async (sought: RegExp): Promise<RegExpExecArray> => {
    for (let waited = 0; waited < 400; waited++) {
      const found = sought.exec(said.err)
      if (found) return found
      if (child.exitCode !== null) break
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`${sought} was not said, but: ${said.err}`)
  }
  return {process: child, said, ended, until}
}

export function xenogloss(args: readonly string[], options: {cwd: string; env?: Record<string, string>; input?: string | Uint8Array}): Promise<Ran> {
  const {process: child, ended} = start(args, options)
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input ?? '')
  return ended
}
