import type {Command} from 'commander'
import {type Colours, coloursOf} from './colours.js'
import {type Configured, configurationFor, configurationPlaces} from './configuration.js'
import {type Progress, progressOn} from './progress.js'

/** The options that every command has. */
interface CommonOptions {
  readonly config?: string | false
  readonly quiet?: true
  readonly verbose?: true
}

/** What a command has at hand while it runs. */
export interface Session {
  readonly configured: Configured
  /** Reads the configuration anew. */
  readonly configure: () => Promise<Configured>
  /** The paths where a configuration is, or would be found. */
  readonly configurable: readonly string[]
  /** A line for the person, on standard error; not with `--quiet`. */
  readonly note: (line: string) => void
  /** The same, always: what went wrong. */
  readonly complain: (line: string) => void
  /** Results, on standard output; rejects where they cannot be written. */
  readonly print: (result: string | Uint8Array) => Promise<void>
  readonly progress: Progress
  readonly out: Colours
  readonly err: Colours
}

export async function sessionOf(command: Command): Promise<Session> {
  const {config, quiet = false} = command.optsWithGlobals<CommonOptions>()
  const err = coloursOf(command, 'err')
  const write = (text: string) => process.stderr.write(text)
  const progress = progressOn({isTTY: process.stderr.isTTY && !quiet, columns: process.stderr.columns, write})
  const line = (text: string) => {
    progress.clear()
    write(`${text}\n`)
  }
  const configure = () => configurationFor(process.cwd(), config)
  return {
    configured: await configure(),
    configure,
    configurable: configurationPlaces(process.cwd(), config),
    note: (text) => (quiet ? undefined : line(text)),
    complain: (text) => line(`${err.red('error')} ${text}`),
    print: (result) =>
      new Promise((resolve, reject) => {
        progress.clear()
        process.stdout.write(result, (error) => (error ? reject(error) : resolve()))
      }),
    progress,
    out: coloursOf(command, 'out'),
    err,
  }
}
