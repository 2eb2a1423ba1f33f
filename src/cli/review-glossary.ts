import {createHash, randomBytes} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Glossary} from '../lexicon/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {applyDecisions, type DecidedEntry} from './apply-decisions.js'
import {commandError} from './command-error.js'
import {waitForInterruption} from './interruption.js'
import {writeResult} from './output.js'
import {readInput} from './read-input.js'
import {renderReviewPage} from './review-page.js'
import type {Session} from './session.js'
import {HOST, type ServedFile, startStoryServer} from './story-server.js'
import {assetPath} from './targets.js'
import {toCommandError} from './to-command-error.js'
import {watchFiles} from './watch-files.js'

export interface ReviewOptions {
  readonly port?: number
}

/** The first port that is tried; another than that of `serve`, so that both can run. */
const DEFAULT_PORT = 4322

/** A glossary file as it was read. */
interface ReadGlossary {
  /** Hash of the bytes. */
  readonly version: string
  readonly glossary: Glossary
}

const answer = (status: number, value: object): ServedFile => ({type: 'application/json', status, body: JSON.stringify(value)})

/** Reads a glossary. @throws CommandError for what is no glossary of ours: writing it back would change its format */
async function readGlossary(path: string): Promise<ReadGlossary> {
  const {json} = await import('../formats/json/json.js')
  const bytes = await readInput(path, path, 'dictionary')
  try {
    const glossary = json.read(bytes, {file: path})
    const {entries} = JSON.parse(new TextDecoder().decode(bytes)) as {entries?: unknown}
    if (!Array.isArray(entries) || entries.length !== glossary.entries.length) throw new TypeError(`${path}: a dictionary of another program`)
    return {version: createHash('sha256').update(bytes).digest('hex').slice(0, 32), glossary}
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw commandError(`${escapeForTerminal(error.message, {lines: true})}; \`glossary import <file> -o glossary.json\` makes a glossary`)
  }
}

/** Serves the glossary as a table until it is interrupted, and writes the decisions made in it to the file. */
export async function reviewGlossary(path: string, given: ReviewOptions, session: Session): Promise<void> {
  const {json} = await import('../formats/json/json.js')
  const folder = join(dirname(assetPath('reader/page')), 'playground')
  const [script, style] = (await Promise.all(['review.js', 'review-style.css'].map((name) => readFile(join(folder, name), 'utf8')))) as [string, string]
  let current = await readGlossary(path)
  let problem = ''
  const token = randomBytes(24).toString('base64url')
  const update = async (): Promise<void> => {
    try {
      current = await readGlossary(path)
      problem = ''
    } catch (error) {
      problem = toCommandError(error).message
      session.reportError(problem)
    }
  }
  const decide = async (body: Uint8Array): Promise<ServedFile> => {
    let request: {version?: unknown; changes?: unknown}
    try {
      request = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body)) as typeof request
    } catch {
      return answer(400, {error: 'Expected JSON'})
    }
    await update()
    broadcast()
    if (problem !== '') return answer(409, {error: problem})
    if (request?.version !== current.version) return answer(409, {error: 'The file was changed by another program'})
    let decided: Glossary
    try {
      decided = json.read(json.write(applyDecisions(current.glossary, request.changes as DecidedEntry[])), {file: path})
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      return answer(400, {error: error.message})
    }
    await writeResult(path, json.write(decided))
    await update()
    broadcast()
    return answer(200, {version: current.version})
  }
  // One after the other: each expects the file that the one before has written.
  let pending: Promise<unknown> = Promise.resolve()
  const enqueue = (body: Uint8Array): Promise<ServedFile> => {
    const result = pending.then(() => decide(body))
    pending = result.catch(() => {})
    return result
  }
  const routes = new Map<string, () => ServedFile>([
    ['/', () => ({type: 'text/html', body: renderReviewPage({file: path, glossary: current.glossary, token})})],
    ['/review.js', () => ({type: 'text/javascript', body: script})],
    ['/review.css', () => ({type: 'text/css', body: style})],
    ['/glossary.json', () => ({type: 'application/json', body: JSON.stringify(current)})],
  ])
  const server = await startStoryServer(routes, {
    port: given.port ?? DEFAULT_PORT,
    isFixedPort: given.port !== undefined,
    events: '/events',
    actions: {token, byPath: new Map([['/decisions', enqueue]])},
  })
  function broadcast(): void {
    server.broadcast('version', current.version)
    server.broadcast('problem', problem)
  }
  broadcast()
  const stop = await watchFiles(
    () => ({files: [path]}),
    () => (pending = pending.then(update).then(broadcast)) as Promise<void>,
  )
  session.note(`Reviewing ${escapeForTerminal(path)} at ${session.err.bold(`http://${HOST}:${server.port}/`)} (press Ctrl-C to stop)`)
  await waitForInterruption()
  await stop()
  await pending
  await server.close()
}
