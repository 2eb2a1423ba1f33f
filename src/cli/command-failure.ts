/** What the command answers to the system. */
export const EXIT = {
  done: 0,
  /** Something was found (`lint`) or not found (`lookup`, `concordance`, `explain`), or some of several stories failed. */
  found: 1,
  /** Wrong command, option, or configuration: nothing was done. */
  usage: 2,
  /** What was asked for could not be read or written. */
  failed: 3,
  /** As shells count: 128 and the number of the signal. */
  SIGINT: 130,
  SIGTERM: 143,
} as const

/** An error that is told in its own words, without a stack. */
export interface Failure extends Error {
  readonly exitCode: number
}

/** @param message what, where, and what to do */
export function failure(message: string, exitCode: number = EXIT.failed, cause?: unknown): Failure {
  return Object.assign(new Error(message, {cause}), {exitCode})
}

export const isFailure = (error: unknown): error is Failure => error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number'
