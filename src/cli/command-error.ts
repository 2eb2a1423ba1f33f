/** Exit codes of the process. */
export const EXIT = {
  success: 0,
  /** `lint` found something; `lookup`, `concordance` or `explain` found nothing; or some of several stories failed. */
  findings: 1,
  /** Wrong command, option or configuration: nothing was done. */
  usage: 2,
  /** Input could not be read, or output could not be written. */
  failure: 3,
  /** By shell convention 128 plus the signal number. */
  SIGINT: 130,
  SIGTERM: 143,
} as const

/** An error whose message is printed as it is, without a stack trace. */
export interface CommandError extends Error {
  readonly exitCode: number
}

/** @param message the subject, the problem, and a remedy */
export function commandError(message: string, exitCode: number = EXIT.failure, cause?: unknown): CommandError {
  return Object.assign(new Error(message, {cause}), {exitCode})
}

export const isCommandError = (error: unknown): error is CommandError => error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number'
