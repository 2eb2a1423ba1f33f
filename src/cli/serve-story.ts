import {createHash, randomBytes} from 'node:crypto'
import {access, readFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import type {Glossary} from '../lexicon/types.js'
import type {SentFile} from '../playground/ask-server.js'
import type {WorkFile} from '../playground/background/protocol.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import type {DisplayOptions} from './display-options.js'
import {answer, createGlossaryKeeper, readGlossaryFile} from './glossary-keeper.js'
import {waitForInterruption} from './interruption.js'
import {createOverwriteGuard, writeResult} from './output.js'
import {dictionaryPaths} from './reading-options.js'
import {applyServedDecisions, createDecisionMerger, listGlossaries, type ServedGlossaries} from './served-decisions.js'
import {renderServedPage} from './served-page.js'
import {annotateServedStory, type ServedStory} from './served-story.js'
import type {Session} from './session.js'
import {HOST, type ServedFile, type StoryServer, startStoryServer} from './story-server.js'
import {assetPath} from './targets.js'
import {toCommandError} from './to-command-error.js'
import {watchFiles} from './watch-files.js'

export interface ServeOptions extends DisplayOptions {
  readonly port?: number
  /** The file that decisions are written to. */
  readonly glossary?: string
}

/** The first port that is tried. */
const DEFAULT_PORT = 4321

/** Milliseconds after a decision before the story is annotated with it: several in quick succession are one change. */
const FEEDBACK_DELAY = 300

/** Leaves a file out of the dictionaries, since it is read as the glossary. */
function withoutDictionary(path: string | undefined, given: ServeOptions, session: Session): [ServeOptions, Session] {
  if (path === undefined) return [given, session]
  const own = resolve(path)
  const {configuration, folder} = session.configured
  const {dictionary, ...others} = given
  const dictionaries = configuration.dictionaries?.filter((each) => resolve(folder, each) !== own)
  return [
    {...others, ...(dictionary && {dictionary: dictionary.filter((each) => resolve(each) !== own)})},
    {...session, configured: {...session.configured, configuration: {...configuration, ...(dictionaries && {dictionaries})}}},
  ]
}

/** Keeps the decisions: in a file, if there is one, and those about other languages in memory. */
async function keepDecisions(
  path: string | undefined,
  {learned, onRead, session}: {readonly learned: () => readonly Glossary[]; readonly onRead: () => void; readonly session: Session},
) {
  const {json} = await import('../formats/json/json.js')
  const merger = createDecisionMerger()
  let others: readonly Glossary[] = []
  let changes = 0
  let inFile: Glossary | undefined
  const keeper = await createGlossaryKeeper<ServedGlossaries>({
    read: async () => {
      const read = path === undefined ? undefined : await readGlossaryFile(path).catch((error) => (error.code === 'ENOENT' ? undefined : Promise.reject(error)))
      inFile = read?.value
      return {version: `${read?.version ?? 'none'}-${changes}`, value: {file: inFile, others}}
    },
    write: async (next, requireUnchanged) => {
      if (path !== undefined && next.file !== undefined && next.file !== inFile) await writeResult(path, json.write(next.file), requireUnchanged)
      if (next.others !== others) changes++
      others = next.others
    },
    apply: (before, given) => {
      const decided = applyServedDecisions(before, given, {merger, learned: learned(), keepsFile: path !== undefined})
      // Reading what is written checks it.
      for (const glossary of listGlossaries(decided)) json.read(json.write(glossary))
      return decided
    },
    onRead,
    reportError: session.reportError,
    noteFor: (given) => {
      const decided = given as readonly {readonly language: string}[]
      if (path === undefined) return 'kept until xenogloss ends'
      return decided.every(({language}) => language === inFile?.language) ? undefined : `saved; what is not ${inFile?.language} is kept until xenogloss ends`
    },
  })
  return keeper
}

/** Runs again after changes, one run after the other; those that come before a run has started share it. */
function createRerun(run: () => Promise<void>): {readonly soon: (delay?: number) => Promise<void>; readonly settled: () => Promise<void>} {
  let last = Promise.resolve()
  let next: Promise<void> | undefined
  const soon = (delay = 0): Promise<void> => {
    next ??= last
      .then(() => new Promise((done) => setTimeout(done, delay)))
      .then(() => {
        last = next as Promise<void>
        next = undefined
        return run()
      })
    return next
  }
  return {soon, settled: () => next ?? last}
}

const packFile = ({content, ...file}: WorkFile): SentFile => ({
  ...file,
  content: typeof content === 'string' ? content : {base64: Buffer.from(content).toString('base64')},
})

/** Serves a story, and keeps the decisions about its words, until it is interrupted. */
export async function serveStory(path: string, given: ServeOptions, session: Session): Promise<void> {
  const {glossary: glossaryPath} = given
  if (glossaryPath !== undefined && !/\.json$/iu.test(glossaryPath))
    throw commandError(`${escapeForTerminal(glossaryPath)}: expected a file name that ends with .json, the format of glossaries`, EXIT.usage)
  // The story may have errors at first, but it must exist.
  await access(path)
  if (glossaryPath !== undefined) await (await createOverwriteGuard([{path}]))(glossaryPath)
  const built = dirname(assetPath('reader/page'))
  const [script, style, readerStyle, readerScript] = (await Promise.all(
    [join(built, 'playground/served.js'), join(built, 'playground/page.css'), assetPath('reader.css'), assetPath('reader/page')].map((file) =>
      readFile(file, 'utf8'),
    ),
  )) as [string, string, string, string]
  const {createStoryWork} = await import('../playground/background/story-work.js')

  let server: StoryServer | undefined
  let current: ServedStory | undefined
  let problem = ''
  let {configured} = session

  const update = async (): Promise<void> => {
    server?.broadcast('busy', 'yes')
    // Annotating keeps the process busy: what is to be sent is sent before.
    await new Promise((done) => setImmediate(done))
    try {
      configured = await session.reloadConfiguration()
      const {version: decisions, value} = keeper.current()
      const [options, own] = withoutDictionary(glossaryPath, given, {...session, configured})
      current = {...(await annotateServedStory(path, options, own, listGlossaries(value))), decisions}
      problem = keeper.problem()
    } catch (error) {
      problem = toCommandError(error).message
      session.reportError(problem)
    }
    broadcast()
  }
  const broadcast = (): void => {
    server?.broadcast('version', current ? `${current.version} ${current.decisions ?? ''}` : '')
    server?.broadcast('problem', problem)
    server?.broadcast('busy', '')
  }
  const {soon, settled} = createRerun(update)
  const keeper = await keepDecisions(glossaryPath, {learned: () => current?.glossaries ?? [], onRead: () => {}, session})
  await update()

  const work = createStoryWork({
    annotate: async () => {
      await settled()
      if (!current) throw new TypeError(problem)
      return current
    },
    loadAssets: () => ({style: readerStyle, script: readerScript}),
  })
  const open = () => work.open({story: {name: path, content: ''}, host: 'auto', dictionaries: [], decided: []}, () => {})
  /** What a page may ask for. */
  const handlers = new Map<unknown, (takes: never) => Promise<unknown>>([
    ['open', open],
    ['explain', (mark) => work.explain(mark, () => {})],
    ['targets', () => work.targets(null, () => {})],
    [
      'export',
      async (takes) => {
        // With what was decided since the page has loaded it.
        await open()
        return (await work.export(takes, () => {})).map(packFile)
      },
    ],
  ])
  const respond = async (body: Uint8Array): Promise<ServedFile> => {
    try {
      const {name, takes} = JSON.parse(new TextDecoder().decode(body)) as {name?: unknown; takes?: unknown}
      const handle = handlers.get(name)
      return handle ? answer(200, (await handle(takes as never)) as object) : {type: 'text/plain', status: 400, body: 'There is nothing of this name'}
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TypeError) return {type: 'text/plain', status: 400, body: error.message}
      throw error
    }
  }
  const decide = async (body: Uint8Array): Promise<ServedFile> => {
    const response = await keeper.decide(body)
    if (keeper.current().version !== current?.decisions || keeper.problem() !== problem) void soon(FEEDBACK_DELAY)
    return response
  }

  const token = randomBytes(24).toString('base64url')
  // Different stories are served at the same address over time; what readers choose is stored by file.
  const key = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16)
  const page = renderServedPage({story: path, key, glossary: glossaryPath, token})
  const routes = new Map<string, () => ServedFile>([
    ['/', () => ({type: 'text/html', body: page})],
    ['/page.css', () => ({type: 'text/css', body: style})],
    ['/served.js', () => ({type: 'text/javascript', body: script})],
  ])
  server = await startStoryServer(routes, {
    port: given.port ?? DEFAULT_PORT,
    isFixedPort: given.port !== undefined,
    events: '/events',
    actions: {
      token,
      byPath: new Map([
        ['/work', respond],
        ['/decisions', decide],
      ]),
    },
  })
  broadcast()
  const own = glossaryPath === undefined ? [] : [glossaryPath]
  const stop = await watchFiles(
    () => ({files: [path, ...own, ...session.configurationPaths, ...dictionaryPaths(given.dictionary, configured)]}),
    async (changed) => {
      const isOnlyGlossary = [...changed].every((each) => own.some((file) => resolve(file) === each))
      const before = [keeper.current().version, keeper.problem()].join()
      await keeper.reload()
      // What was written here is known already.
      if (isOnlyGlossary && before === [keeper.current().version, keeper.problem()].join()) return
      await soon()
      if (problem === '') session.note(`${escapeForTerminal(path)}: reloaded`)
    },
  )
  session.note(`Serving ${escapeForTerminal(path)} at ${session.err.bold(`http://${HOST}:${server.port}/`)} (press Ctrl-C to stop)`)
  await waitForInterruption()
  await stop()
  await keeper.settled()
  await server.close()
}
