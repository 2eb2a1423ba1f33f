import type {Dirent} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {formatOf} from '../files/story-format.js'
import type {Refused, StoryFile} from './jobs.js'

/** By code units of the whole path: a folder stands where the slash behind its name puts it. */
const placeOf = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name)
const byPlace = (a: Dirent, b: Dirent): number => (placeOf(a) < placeOf(b) ? -1 : 1)

/**
 * The stories of a folder and of those inside it, told by their extensions, in the order of their ids by code units. An id is the path from
 * the folder, with `/`. Other files, and names that begin with a dot, are passed over; links are refused, not followed.
 *
 * @throws what Node throws for a folder that cannot be read
 */
export async function* storiesOf(folder: string): AsyncGenerator<StoryFile | Refused> {
  yield* inside(folder, '')
}

async function* inside(folder: string, prefix: string): AsyncGenerator<StoryFile | Refused> {
  const found = (await readdir(join(folder, prefix), {withFileTypes: true})).filter(({name}) => !name.startsWith('.'))
  for (const entry of found.sort(byPlace)) {
    const id = `${prefix}${entry.name}`
    const path = join(folder, id)
    if (entry.isDirectory()) {
      yield* inside(folder, `${id}/`)
      continue
    }
    const format = formatOf(entry.name)
    if (!format) continue
    if (!entry.isFile()) yield {id, error: `expected a file, got ${entry.isSymbolicLink() ? 'a link, which is not followed' : 'something else'}`}
    else yield {id, path, format, size: (await stat(path).catch(() => undefined))?.size ?? 0}
  }
}
