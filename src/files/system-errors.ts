/** Explanations and advice for file system errors, by error code. */
export const SYSTEM_ERROR_HINTS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied; check the permissions',
  EPERM: 'operation not permitted; check the permissions',
  EROFS: 'read-only file system; choose another location',
  ENOSPC: 'the disk is full; make room, then run it again (existing files are unchanged)',
  EDQUOT: 'disk quota exceeded; make room, then run it again (existing files are unchanged)',
  EFBIG: 'file too large for the file system; choose another location',
  ENOENT: 'no such file or folder; check the name',
  ENOTDIR: 'a part of the path is a file, not a folder; check the name',
  EISDIR: 'expected a file, got a folder; check the name',
  EEXIST: 'file already exists; choose another name',
  ENAMETOOLONG: 'file name too long; choose a shorter one',
  ELOOP: 'too many symbolic links; use the path of the file itself',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
  ENFILE: 'too many open files in the system; close some',
  EIO: 'the disk reports an error; check it',
  EBUSY: 'file in use by another program; close that program first',
}
