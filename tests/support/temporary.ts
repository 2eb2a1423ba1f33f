/** Whatever tests put into the system's folder of temporary files goes into one of its own, which is taken away behind them. */
import {chmodSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'xenogloss-tests-'))
  // Servers that are asked run as users of their own.
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  return () => rmSync(folder, {recursive: true, force: true})
}
