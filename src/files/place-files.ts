import {chmod, mkdtemp, open, realpath, rename, rm, stat} from 'node:fs/promises'
import {dirname, join, normalize, sep} from 'node:path'
import {makeFolder} from './make-folder.js'

/** Written out to the disk itself, so that a name never stands for half a file. */
async function writeThrough(path: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
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

/** Names of files inside of a folder, and nowhere else on any system. */
function inside(names: readonly string[]): readonly string[] {
  const astray = names.find(
    (name) => name === '' || /^[/\\]|^[a-z]:|\\|\0/iu.test(name) || normalize(name).split(sep).includes('..') || name.split('/').includes('..'),
  )
  if (astray !== undefined) throw new TypeError(`${JSON.stringify(astray)}: expected the name of a file inside of the folder`)
  return names
}

/**
 * Puts files into a folder: all are written beside before any takes the place of an old one, so that a writing that fails leaves the old
 * files whole. Needs Node.
 *
 * @param files by their names, which may have folders in them
 * @throws TypeError for names that lead elsewhere, or that stand for something else than a file; what Node throws for files that cannot be written
 */
export async function place(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const names = inside(Object.keys(files))
  await makeFolder(folder)
  const scratch = await mkdtemp(join(folder, '.xenogloss-'))
  try {
    for (const name of names) {
      const old = await stat(join(folder, name)).catch(() => undefined)
      if (old && !old.isFile()) throw new TypeError(`${join(folder, name)}: expected a file to write over`)
      await writeThrough(join(scratch, name), files[name] as string | Uint8Array, old?.mode)
    }
    for (const name of names) {
      await makeFolder(dirname(join(folder, name)))
      await rename(join(scratch, name), join(folder, name))
    }
  } finally {
    await rm(scratch, {recursive: true, force: true})
  }
}

/**
 * Moves a finished file into its place: through a link, so that it goes on leading to the file, and readable by whom the old one was.
 *
 * @param scratch on the same disk
 * @throws TypeError where something else than a file stands; what Node throws for files that cannot be moved
 */
export async function moveTo(path: string, scratch: string): Promise<void> {
  await makeFolder(dirname(path))
  const target = await realpath(path).catch(() => path)
  const old = await stat(target).catch(() => undefined)
  if (old && !old.isFile()) throw new TypeError(`${path}: expected a file to write over`)
  if (old) await chmod(scratch, old.mode)
  await rename(scratch, target)
}
