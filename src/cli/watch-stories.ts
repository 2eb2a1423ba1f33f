import {stat} from 'node:fs/promises'
import {resolve} from 'node:path'
import {annotateStories} from './annotate-stories.js'
import {changesIn} from './changes.js'
import {failureOf} from './failure-of.js'
import {untilInterrupted} from './interruption.js'
import {dictionaryPaths} from './reading-options.js'
import type {Session} from './session.js'
import type {ShowingOptions} from './showing-options.js'
import {fixedPart} from './story-files.js'

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/** Annotates stories, and again what has changed, until it is interrupted. */
export async function watchStories(args: readonly string[], given: ShowingOptions & {readonly output?: string}, session: Session): Promise<void> {
  const {output = '', dictionary} = given
  const files: string[] = []
  const folders: string[] = []
  for (const argument of args) {
    if (await isFolder(argument)) folders.push(argument)
    else if (await stat(argument).catch(() => undefined)) files.push(argument)
    else folders.push(fixedPart(argument).folder)
  }
  let {configured} = session
  const causes = () => new Set([...session.configurable, ...dictionaryPaths(dictionary, configured)].map((path) => resolve(path)))
  const annotate = async (only?: ReadonlySet<string>): Promise<void> => {
    try {
      configured = await session.configure()
      await annotateStories(args, given, {...session, configured}, only)
    } catch (error) {
      session.complain(failureOf(error).message)
    }
  }
  const stop = await changesIn(
    () => ({files: [...files, ...causes()], folders, except: [output]}),
    async (changed) => {
      const known = causes()
      await annotate([...changed].some((path) => known.has(path)) ? undefined : changed)
    },
  )
  await annotate()
  session.note('Watching for changes (Ctrl-C ends it)')
  await untilInterrupted()
  await stop()
}
