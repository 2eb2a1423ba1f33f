import type {Command} from 'commander'
import {type Colors, colorsFor} from './colors.js'
import {configurationPaths, type LoadedConfiguration, loadConfiguration} from './configuration.js'
import {createProgress, type Progress} from './progress.js'

/** The options of every command. */
interface CommonOptions {
  readonly config?: string | false
  readonly quiet?: true
  readonly verbose?: true
}

/** What a running command works with. */
export interface Session {
  readonly configured: LoadedConfiguration
  readonly reloadConfiguration: () => Promise<LoadedConfiguration>
  /** Paths where a configuration file is or could be created. */
  readonly configurationPaths: readonly string[]
  /** Prints a line on standard error, unless `--quiet` is given. */
  readonly note: (line: string) => void
  /** Prints an error on standard error. */
  readonly reportError: (message: string) => void
  /** Prints results on standard output; rejects if they cannot be written. */
  readonly print: (result: string | Uint8Array) => Promise<void>
  readonly progress: Progress
  readonly out: Colors
  readonly err: Colors
}

export async function createSession(command: Command): Promise<Session> {
  const {config, quiet = false} = command.optsWithGlobals<CommonOptions>()
  const err = colorsFor(command, 'err')
  const write = (text: string) => process.stderr.write(text)
  const progress = createProgress({isTTY: process.stderr.isTTY && !quiet, columns: process.stderr.columns, write})
  const writeLine = (text: string) => {
    progress.clear()
    write(`${text}\n`)
  }
  const reloadConfiguration = () => loadConfiguration(process.cwd(), config)
  return {
    configured: await reloadConfiguration(),
    reloadConfiguration,
    configurationPaths: configurationPaths(process.cwd(), config),
    note: (text) => (quiet ? undefined : writeLine(text)),
    reportError: (message) => writeLine(`${err.red('error')} ${message}`),
    print: (result) =>
      new Promise((resolve, reject) => {
        progress.clear()
        process.stdout.write(result, (error) => (error ? reject(error) : resolve()))
      }),
    progress,
    out: colorsFor(command, 'out'),
    err,
  }
}
