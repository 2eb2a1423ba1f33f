/** Dictionary programs that tests ask, where the machine has them. */
import {execFileSync} from 'node:child_process'
import {accessSync, constants, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {test} from 'vitest'
import type {Files, Written} from '../../src/formats/types.js'

/** Debian puts servers where no user's PATH leads. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where a program is; nothing, if the machine has none. */
export const pathOf = (name: string): string | undefined => folders.map((folder) => join(folder, name)).find(isRunnable)

/** A test that needs programs, and says so where one is missing. */
export function testWith(programs: readonly string[], title: string, run: () => void | Promise<void>): void {
  const missing = programs.filter((name) => !pathOf(name))
  if (missing.length > 0) test.skip(`${title} (skipped: this machine has no ${missing.join(', ')})`, run)
  else test(title, run, 60_000)
}

/** What a program prints; of what goes wrong, what it says. */
export function ask(program: string, args: readonly string[], options: {input?: string; env?: Record<string, string>; cwd?: string} = {}): string {
  const {env = {}, ...rest} = options
  return execFileSync(pathOf(program) ?? program, args, {encoding: 'utf8', env: {...process.env, LC_ALL: 'C.UTF-8', ...env}, stdio: 'pipe', ...rest})
}

/** Puts what a format wrote into a new folder and answers its path. A single file is called `name`. */
export function unpack(written: Written, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
  const files: Files | Record<string, string> = typeof written === 'string' || written instanceof Uint8Array ? {[name]: written as Uint8Array} : written
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}
