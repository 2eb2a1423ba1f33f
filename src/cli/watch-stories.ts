import {stat} from 'node:fs/promises'
import {resolve} from 'node:path'
import {annotateStories} from './annotate-stories.js'
import type {DisplayOptions} from './display-options.js'
import {splitPattern} from './find-story-files.js'
import {waitForInterruption} from './interruption.js'
import {dictionaryPaths} from './reading-options.js'
import type {Session} from './session.js'
import {toCommandError} from './to-command-error.js'
import {watchFiles} from './watch-files.js'

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/** Annotates stories, and those that change again, until it is interrupted. */
export async function watchStories(args: readonly string[], given: DisplayOptions & {readonly output?: string}, session: Session): Promise<void> {
  const {output = '', dictionary} = given
  const files: string[] = []
  const folders: string[] = []
  for (const argument of args) {
    if (await isFolder(argument)) folders.push(argument)
    else if (await stat(argument).catch(() => undefined)) files.push(argument)
    else folders.push(splitPattern(argument).folder)
  }
  let {configured} = session
  // Files that affect all stories.
  const sharedFiles = () => new Set([...session.configurationPaths, ...dictionaryPaths(dictionary, configured)].map((path) => resolve(path)))
  const annotate = async (only?: ReadonlySet<string>): Promise<void> => {
    try {
      configured = await session.reloadConfiguration()
      await annotateStories(args, given, {...session, configured}, only)
    } catch (error) {
      session.reportError(toCommandError(error).message)
    }
  }
  const stop = await watchFiles(
    () => ({files: [...files, ...sharedFiles()], folders, exclude: [output]}),
    async (changed) => {
      const shared = sharedFiles()
      await annotate([...changed].some((path) => shared.has(path)) ? undefined : changed)
    },
  )
  await annotate()
  session.note('Watching for changes (press Ctrl-C to stop)')
  await waitForInterruption()
  await stop()
}
