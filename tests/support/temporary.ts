/** Redirects temporary files of tests to one folder, which is deleted afterwards. */
import {chmodSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'xenogloss-tests-'))
  // Some tested servers run as another user.
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  return () => rmSync(folder, {recursive: true, force: true})
}
