import {access, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import type {DisplayOptions} from './display-options.js'
import {renderErrorPage} from './error-page.js'
import {waitForInterruption} from './interruption.js'
import {dictionaryPaths} from './reading-options.js'
import type {Session} from './session.js'
import {renderStoryPage, type StoryPage} from './story-page.js'
import {HOST, type ServedFile, startStoryServer} from './story-server.js'
import {assetPath} from './targets.js'
import {toCommandError} from './to-command-error.js'
import {watchFiles} from './watch-files.js'

export interface ServeOptions extends DisplayOptions {
  readonly port?: number
}

/** The first port that is tried. */
const DEFAULT_PORT = 4321

/** The only script of the page: the reader, and the code that reloads it. */
const SCRIPT = "import './reader-page.js'\nimport './follow.js'\n"

/** Serves a story until it is interrupted. */
export async function serveReader(path: string, given: ServeOptions, session: Session): Promise<void> {
  const reader = assetPath('reader/page')
  const [style, page, follow] = await Promise.all([assetPath('reader.css'), reader, join(dirname(reader), 'follow.js')].map((asset) => readFile(asset, 'utf8')))
  let current: StoryPage | undefined
  let problem = ''
  let {configured} = session
  const update = async (): Promise<void> => {
    try {
      configured = await session.reloadConfiguration()
      current = await renderStoryPage(path, given, {...session, configured})
      problem = ''
    } catch (error) {
      problem = toCommandError(error).message
      session.reportError(problem)
    }
  }
  // The story may have errors at first, but it must exist.
  await access(path)
  await update()
  const scriptFile = (body = ''): ServedFile => ({type: 'text/javascript', body})
  const routes = new Map<string, () => ServedFile>([
    ['/', () => (current ? {type: 'text/html', body: current.page} : {type: 'text/html', status: 500, body: renderErrorPage(problem, '/story.js?none')})],
    ['/reader.css', () => ({type: 'text/css', body: style ?? ''})],
    ['/story.js', () => scriptFile(SCRIPT)],
    ['/reader-page.js', () => scriptFile(page)],
    ['/follow.js', () => scriptFile(follow)],
    ['/glossary.json', () => ({type: 'application/json', body: current?.glossary ?? 'null\n'})],
  ])
  const server = await startStoryServer(routes, {port: given.port ?? DEFAULT_PORT, isFixedPort: given.port !== undefined, events: '/events'})
  const broadcast = (): void => {
    server.broadcast('version', current?.version ?? 'none')
    server.broadcast('problem', problem)
  }
  broadcast()
  const stop = await watchFiles(
    () => ({files: [path, ...session.configurationPaths, ...dictionaryPaths(given.dictionary, configured)]}),
    async () => {
      await update()
      broadcast()
      if (problem === '') session.note(`${escapeForTerminal(path)}: reloaded`)
    },
  )
  session.note(`Serving ${escapeForTerminal(path)} at ${session.err.bold(`http://${HOST}:${server.port}/`)} (press Ctrl-C to stop)`)
  await waitForInterruption()
  await stop()
  await server.close()
}
