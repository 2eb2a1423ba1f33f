import {access, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {visible} from '../prose/visible.js'
import {changesIn} from './changes.js'
import {failureOf} from './failure-of.js'
import {untilInterrupted} from './interruption.js'
import {problemPage} from './problem-page.js'
import {dictionaryPaths} from './reading-options.js'
import {type ServedStory, servedStory} from './served-story.js'
import type {Session} from './session.js'
import type {ShowingOptions} from './showing-options.js'
import {ADDRESS, type Served, serveStory} from './story-server.js'
import {assetAt} from './targets.js'

export interface ServeOptions extends ShowingOptions {
  readonly port?: number
}

/** Where a free port is looked for. */
const PORT = 4321

/** The page's one script: the reader, and what follows the author. */
const SCRIPT = "import './reader-page.js'\nimport './follow.js'\n"

/** Serves a story until it is interrupted. */
export async function serveReader(path: string, given: ServeOptions, session: Session): Promise<void> {
  const reader = assetAt('reader/page')
  const [style, page, follow] = await Promise.all([assetAt('reader.css'), reader, join(dirname(reader), 'follow.js')].map((asset) => readFile(asset, 'utf8')))
  let shown: ServedStory | undefined
  let problem = ''
  let {configured} = session
  const update = async (): Promise<void> => {
    try {
      configured = await session.configure()
      shown = await servedStory(path, given, {...session, configured})
      problem = ''
    } catch (error) {
      problem = failureOf(error).message
      session.complain(problem)
    }
  }
  // A story may be broken while it is written, but there has to be one.
  await access(path)
  await update()
  const script = (body = ''): Served => ({type: 'text/javascript', body})
  const routes = new Map<string, () => Served>([
    ['/', () => (shown ? {type: 'text/html', body: shown.page} : {type: 'text/html', status: 500, body: problemPage(problem, '/story.js?none')})],
    ['/reader.css', () => ({type: 'text/css', body: style ?? ''})],
    ['/story.js', () => script(SCRIPT)],
    ['/reader-page.js', () => script(page)],
    ['/follow.js', () => script(follow)],
    ['/glossary.json', () => ({type: 'application/json', body: shown?.glossary ?? 'null\n'})],
  ])
  const server = await serveStory(routes, {port: given.port ?? PORT, isAsked: given.port !== undefined, events: '/events'})
  const tell = (): void => {
    server.tell('version', shown?.version ?? 'none')
    server.tell('problem', problem)
  }
  tell()
  const stop = await changesIn(
    () => ({files: [path, ...session.configurable, ...dictionaryPaths(given.dictionary, configured)]}),
    async () => {
      await update()
      tell()
      if (problem === '') session.note(`${visible(path)}: shown anew`)
    },
  )
  session.note(`${visible(path)} is shown at ${session.err.bold(`http://${ADDRESS}:${server.port}/`)} (Ctrl-C ends it)`)
  await untilInterrupted()
  await stop()
  await server.close()
}
