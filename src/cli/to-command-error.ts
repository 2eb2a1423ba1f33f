import {SYSTEM_ERROR_HINTS} from '../files/system-errors.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {type CommandError, commandError, EXIT, isCommandError} from './command-error.js'

/** The errors of files, and that of the port. */
const SENTENCES: Readonly<Record<string, string>> = {
  ...SYSTEM_ERROR_HINTS,
  EADDRINUSE: 'the port is in use; choose another with --port, or omit it to use the next free one',
}

/** Converts any error. An unexpected error keeps its message, and its stack trace for `--verbose`. */
export function toCommandError(error: unknown): CommandError {
  if (isCommandError(error)) return error
  const {code, path, dest, syscall, message = String(error)} = (error ?? {}) as NodeJS.ErrnoException & {dest?: string}
  // Without a system call the message was already reworded where more was known.
  const sentence = code === undefined || syscall === undefined ? undefined : SENTENCES[code]
  const subject = path ?? dest
  if (sentence)
    return commandError(subject === undefined ? `${sentence} (${code})` : `${escapeForTerminal(subject)}: ${sentence} (${code})`, EXIT.failure, error)
  if (error instanceof TypeError || code !== undefined) return commandError(escapeForTerminal(message, {lines: true}), EXIT.failure, error)
  return commandError(`${escapeForTerminal(message, {lines: true})}\nThis is a bug: please report it with the output of --verbose.`, EXIT.failure, error)
}
