/** What to do about what a disk says. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room',
  EDQUOT: 'the quota is used up: make room',
  EROFS: 'the disk is read-only: choose another place',
  EACCES: 'nobody may write there: choose another place, or allow it',
  EPERM: 'nobody may write there: choose another place, or allow it',
  ENOENT: 'there is no such place',
  EISDIR: 'it is a folder: name a file',
  ENOTDIR: 'a part of the path is a file',
}

/** An error of the system, told by what it happened to and what to do. Any other error is left as it is. */
export function failure(what: string, error: unknown, next = ''): unknown {
  const {code = '', message} = error as NodeJS.ErrnoException
  if (!(error instanceof Error) || !/^E[A-Z]+$/u.test(code)) return error
  return Object.assign(new Error(`${what}: ${ADVICE[code] ?? message} (${code})${next}`, {cause: error}), {code})
}
