import {SYSTEM_ERRORS} from '../files/system-errors.js'
import {visible} from '../prose/visible.js'
import {EXIT, type Failure, failure, isFailure} from './command-failure.js'

/** Those of files, and that of the port. */
const SENTENCES: Readonly<Record<string, string>> = {
  ...SYSTEM_ERRORS,
  EADDRINUSE: 'the port is in use; choose another with --port, or leave --port away to take the next free one',
}

/** Any error as a failure; what nobody expected keeps its own words, and its stack for `--verbose`. */
export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error
  const {code, path, dest, syscall, message = String(error)} = (error ?? {}) as NodeJS.ErrnoException & {dest?: string}
  // Without a call it has been told already, by who knows more of it.
  const sentence = code === undefined || syscall === undefined ? undefined : SENTENCES[code]
  const where = path ?? dest
  if (sentence) return failure(where === undefined ? `${sentence} (${code})` : `${visible(where)}: ${sentence} (${code})`, EXIT.failed, error)
  if (error instanceof TypeError || code !== undefined) return failure(visible(message, {lines: true}), EXIT.failed, error)
  return failure(`${visible(message, {lines: true})}\nThis should not happen: please report it, with what --verbose prints.`, EXIT.failed, error)
}
