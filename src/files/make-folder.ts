import {mkdir, stat} from 'node:fs/promises'
import {dirname} from 'node:path'

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` asks without end where a folder is there in which none can
 * be made, as in /proc.
 *
 * @throws what Node throws for a folder that cannot be made, of the uppermost one
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (await isFolder(path)) return
    const above = dirname(path)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === path || (await isFolder(above))) throw error
    await makeFolder(above)
    await makeFolder(path)
  }
}
