import {randomBytes} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {applyDecisions, type DecidedEntry} from './apply-decisions.js'
import {createGlossaryKeeper, readGlossaryFile} from './glossary-keeper.js'
import {waitForInterruption} from './interruption.js'
import {writeResult} from './output.js'
import {renderReviewPage} from './review-page.js'
import type {Session} from './session.js'
import {HOST, type ServedFile, type StoryServer, startStoryServer} from './story-server.js'
import {assetPath} from './targets.js'
import {watchFiles} from './watch-files.js'

export interface ReviewOptions {
  readonly port?: number
}

/** The first port that is tried; another than that of `serve`, so that both can run. */
const DEFAULT_PORT = 4322

/** Serves the glossary as a table until it is interrupted, and writes the decisions made in it to the file. */
export async function reviewGlossary(path: string, given: ReviewOptions, session: Session): Promise<void> {
  const {json} = await import('../formats/json/json.js')
  const folder = join(dirname(assetPath('reader/page')), 'playground')
  const [script, style] = (await Promise.all(['review.js', 'review-style.css'].map((name) => readFile(join(folder, name), 'utf8')))) as [string, string]
  let server: StoryServer | undefined
  const broadcast = (): void => {
    server?.broadcast('version', keeper.current().version)
    server?.broadcast('problem', keeper.problem())
  }
  const keeper = await createGlossaryKeeper({
    read: () => readGlossaryFile(path),
    write: (glossary, requireUnchanged) => writeResult(path, json.write(glossary), requireUnchanged),
    // Reading what is written checks it.
    apply: (glossary, changes) => json.read(json.write(applyDecisions(glossary, changes as DecidedEntry[])), {file: path}),
    onRead: broadcast,
    reportError: session.reportError,
  })
  const token = randomBytes(24).toString('base64url')
  const routes = new Map<string, () => ServedFile>([
    ['/', () => ({type: 'text/html', body: renderReviewPage({file: path, glossary: keeper.current().value, token})})],
    ['/review.js', () => ({type: 'text/javascript', body: script})],
    ['/review.css', () => ({type: 'text/css', body: style})],
    [
      '/glossary.json',
      () => {
        const {version, value: glossary} = keeper.current()
        return {type: 'application/json', body: JSON.stringify({version, glossary})}
      },
    ],
  ])
  server = await startStoryServer(routes, {
    port: given.port ?? DEFAULT_PORT,
    isFixedPort: given.port !== undefined,
    events: '/events',
    actions: {token, byPath: new Map([['/decisions', keeper.decide]])},
  })
  broadcast()
  const stop = await watchFiles(() => ({files: [path]}), keeper.reload)
  session.note(`Reviewing ${escapeForTerminal(path)} at ${session.err.bold(`http://${HOST}:${server.port}/`)} (press Ctrl-C to stop)`)
  await waitForInterruption()
  await stop()
  await keeper.settled()
  await server.close()
}
