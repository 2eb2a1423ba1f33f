import {chmod, mkdtemp, open, realpath, rename, rm, stat} from 'node:fs/promises'
import {dirname, join, normalize, sep} from 'node:path'
import {makeFolder} from './make-folder.js'

/** Writes a new file and syncs it to disk, so that a file is never half written. */
async function writeAndSync(path: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  await makeFolder(dirname(path))
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  if (mode !== undefined) await chmod(path, mode)
}

/** Checks that names stay inside a folder on every system. */
function requireInsideNames(names: readonly string[]): readonly string[] {
  const astray = names.find(
    (name) => name === '' || /^[/\\]|^[a-z]:|\\|\0/iu.test(name) || normalize(name).split(sep).includes('..') || name.split('/').includes('..'),
  )
  if (astray !== undefined) throw new TypeError(`${JSON.stringify(astray)}: expected the name of a file inside the folder`)
  return names
}

/**
 * Writes files into a folder. Writes all of them to a temporary folder before it replaces any, so that existing files stay intact if writing
 * fails. Requires Node.
 *
 * @param files contents by name; names may include folders
 * @param beforeReplacing is called once everything is written, before the first file is replaced; nothing is if it rejects
 * @throws TypeError for names outside the folder or of something other than a file; Node's errors for files that cannot be written
 */
export async function placeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>, beforeReplacing?: () => Promise<void>): Promise<void> {
  const names = requireInsideNames(Object.keys(files))
  await makeFolder(folder)
  const scratch = await mkdtemp(join(folder, '.xenogloss-'))
  try {
    for (const name of names) {
      const old = await stat(join(folder, name)).catch(() => undefined)
      if (old && !old.isFile()) throw new TypeError(`${join(folder, name)}: expected a file to write over`)
      await writeAndSync(join(scratch, name), files[name] as string | Uint8Array, old?.mode)
    }
    await beforeReplacing?.()
    for (const name of names) {
      await makeFolder(dirname(join(folder, name)))
      await rename(join(scratch, name), join(folder, name))
    }
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}

/**
 * Moves a finished file to its path. Replaces the target of a symbolic link, and keeps the permissions of an existing file.
 *
 * @param scratch the file to move, on the same disk
 * @throws TypeError if the path is not a file; Node's errors for files that cannot be moved
 */
export async function moveIntoPlace(path: string, scratch: string): Promise<void> {
  await makeFolder(dirname(path))
  const target = await realpath(path).catch(() => path)
  const old = await stat(target).catch(() => undefined)
  if (old && !old.isFile()) throw new TypeError(`${path}: expected a file to write over`)
  if (old) await chmod(scratch, old.mode)
  await rename(scratch, target)
}
