import {EXIT, type Failure, failure, isFailure} from './failure.js'
import {visible} from './visible.js'

/** What the system's errors mean to a person, and what to do about them. */
const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied; check who may read and write there',
  EPERM: 'not permitted; check who may read and write there',
  EROFS: 'it is on a disk that can only be read; choose another place with --output',
  ENOSPC: 'the disk is full; make room, then run it again: the old files are as they were',
  EDQUOT: 'the quota is used up; make room, then run it again: the old files are as they were',
  EFBIG: 'the file would be too large for its disk; choose another place with --output',
  ENOENT: 'no such file or folder; check the name',
  ENOTDIR: 'a part of the path is a file, not a folder; check the name',
  EISDIR: 'it is a folder, and a file was expected; check the name',
  EEXIST: 'there is a file of this name; give another with --output',
  ENAMETOOLONG: 'the name is too long for the disk; give a shorter one with --output',
  ELOOP: 'the link leads back to itself; name the file itself',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine; close some',
  EIO: 'the disk reports an error; check it',
  EBUSY: 'it is in use by another program; close that first',
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
