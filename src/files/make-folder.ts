import {mkdir, stat} from 'node:fs/promises'
import {dirname} from 'node:path'

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/**
 * Creates a folder and its missing parents. Node's own `recursive` option loops forever inside an existing folder that does not allow new
 * ones, such as /proc.
 *
 * @throws Node's error for the uppermost folder that cannot be created
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
