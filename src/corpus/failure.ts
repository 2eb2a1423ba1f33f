import {SYSTEM_ERRORS} from '../system-errors.js'

/** An error of the system, told by what it happened to and what to do. Any other error is left as it is. */
export function failure(what: string, error: unknown, next = ''): unknown {
  const {code = '', message} = error as NodeJS.ErrnoException
  if (!(error instanceof Error) || !/^E[A-Z]+$/u.test(code)) return error
  return Object.assign(new Error(`${what}: ${SYSTEM_ERRORS[code] ?? message} (${code})${next}`, {cause: error}), {code})
}
