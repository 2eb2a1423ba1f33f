/** Runs external programs in tests, if they are installed. */
import {execFileSync} from 'node:child_process'
import {accessSync, constants, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {test} from 'vitest'
import type {FileMap, FormatOutput} from '../../src/formats/types.js'

/** Debian installs servers in folders outside users' PATH. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Returns the path of a program, or undefined if it is not installed. */
export const findProgram = (name: string): string | undefined => folders.map((folder) => join(folder, name)).find(isRunnable)

/** Defines a test that requires programs. Skips it, with a message, if one is missing. */
export function testWith(programs: readonly string[], title: string, run: () => void | Promise<void>): void {
  const missing = programs.filter((name) => !findProgram(name))
  if (missing.length > 0) test.skip(`${title} (skipped: ${missing.join(', ')} not installed)`, run)
  else test(title, run, 60_000)
}

/** Runs a program and returns its standard output. Throws if it fails. */
export function runProgram(program: string, args: readonly string[], options: {input?: string; env?: Record<string, string>; cwd?: string} = {}): string {
  const {env = {}, ...rest} = options
  return execFileSync(findProgram(program) ?? program, args, {encoding: 'utf8', env: {...process.env, LC_ALL: 'C.UTF-8', ...env}, stdio: 'pipe', ...rest})
}

/** Writes the output of a format into a new folder and returns its path. A single file gets the name `name`. */
export function writeToFolder(written: FormatOutput, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
  const files: FileMap | Record<string, string> = typeof written === 'string' || written instanceof Uint8Array ? {[name]: written as Uint8Array} : written
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}
