import {SYSTEM_ERROR_HINTS} from '../files/system-errors.js'

/** An error whose message already names its subject and a remedy. */
class DescribedError extends Error {
  readonly code: string

  constructor(message: string, {code, cause}: {code: string; cause: Error}) {
    super(message, {cause})
    this.code = code
  }
}

/** Rewords a system error so that it names its subject and a remedy. Returns other errors, and those already described, unchanged. */
export function describeSystemError(subject: string, error: unknown, hint = ''): unknown {
  const {code = '', message} = error as NodeJS.ErrnoException
  if (!(error instanceof Error) || error instanceof DescribedError || !/^E[A-Z]+$/u.test(code)) return error
  return new DescribedError(`${subject}: ${SYSTEM_ERROR_HINTS[code] ?? message} (${code})${hint}`, {code, cause: error})
}
