import type {Dirent} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {storyFormatOf} from '../files/story-format.js'
import type {RejectedStory, StoryFile} from './input-story.js'

/** Sorts by the code units of the whole path: a folder sorts by its name followed by a slash. */
const sortKey = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name)
const compareEntries = (a: Dirent, b: Dirent): number => (sortKey(a) < sortKey(b) ? -1 : 1)

/**
 * Yields the stories in a folder and its subfolders, recognized by their extensions, sorted by the code units of their ids. An id is the path
 * relative to the folder, with `/`. Skips other files and names that begin with a dot; refuses symbolic links.
 *
 * @throws the error of Node for a folder that cannot be read
 */
export async function* listStories(folder: string): AsyncGenerator<StoryFile | RejectedStory> {
  yield* walk(folder, '')
}

async function* walk(folder: string, prefix: string): AsyncGenerator<StoryFile | RejectedStory> {
  const entries = (await readdir(join(folder, prefix), {withFileTypes: true})).filter(({name}) => !name.startsWith('.'))
  for (const entry of entries.sort(compareEntries)) {
    const id = `${prefix}${entry.name}`
    const path = join(folder, id)
    if (entry.isDirectory()) {
      yield* walk(folder, `${id}/`)
      continue
    }
    const format = storyFormatOf(entry.name)
    if (!format) continue
    if (!entry.isFile()) yield {id, error: `expected a file, got ${entry.isSymbolicLink() ? 'a symbolic link, which is not followed' : 'a special file'}`}
    else yield {id, path, format, size: (await stat(path).catch(() => undefined))?.size ?? 0}
  }
}
