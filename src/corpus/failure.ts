import {SYSTEM_ERRORS} from '../files/system-errors.js'

/** What has failed is told already. */
class Failure extends Error {
  readonly code: string

  constructor(message: string, {code, cause}: {code: string; cause: Error}) {
    super(message, {cause})
    this.code = code
  }
}

/** An error of the system, told by what it happened to and what to do. Any other error is left as it is, and so is one that is told. */
export function failure(what: string, error: unknown, next = ''): unknown {
  const {code = '', message} = error as NodeJS.ErrnoException
  if (!(error instanceof Error) || error instanceof Failure || !/^E[A-Z]+$/u.test(code)) return error
  return new Failure(`${what}: ${SYSTEM_ERRORS[code] ?? message} (${code})${next}`, {code, cause: error})
}
