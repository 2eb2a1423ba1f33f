/** What the errors of files mean to a person, and what to do about them. */
export const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied; check who may read and write there',
  EPERM: 'not permitted; check who may read and write there',
  EROFS: 'it is on a disk that can only be read; choose another place',
  ENOSPC: 'the disk is full; make room, then run it again: the old files are as they were',
  EDQUOT: 'the quota is used up; make room, then run it again: the old files are as they were',
  EFBIG: 'the file would be too large for its disk; choose another place',
  ENOENT: 'no such file or folder; check the name',
  ENOTDIR: 'a part of the path is a file, not a folder; check the name',
  EISDIR: 'it is a folder, and a file was expected; check the name',
  EEXIST: 'there is a file of this name; give another',
  ENAMETOOLONG: 'the name is too long for the disk; give a shorter one',
  ELOOP: 'the link leads back to itself; name the file itself',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine; close some',
  EIO: 'the disk reports an error; check it',
  EBUSY: 'it is in use by another program; close that first',
}
