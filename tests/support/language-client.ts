/** Talks to the built language server over standard input and output, as an editor does. */
import {type ChildProcess, spawn} from 'node:child_process'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js'

const SERVER = fileURLToPath(new URL('../../dist/language-server.js', import.meta.url))

export interface LanguageClient {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  readonly open: (uri: string, languageId: string, text: string) => Promise<void>
  readonly change: (uri: string, version: number, text: string) => Promise<void>
  readonly close: (uri: string) => Promise<void>
  /** Waits for diagnostics of a document, those that were published already included, that fulfil a condition. */
  readonly diagnostics: (uri: string, isWanted?: (params: PublishDiagnosticsParams) => boolean) => Promise<PublishDiagnosticsParams>
  /** @returns the exit code of the server */
  readonly stop: () => Promise<number | null>
}

/** Waits for diagnostics, in milliseconds. */
const PATIENCE = 30_000

/** Starts the server for a folder. */
export async function startLanguageClient(
  folder: string,
  capabilities: ClientCapabilities = {},
  args: readonly string[] = ['--stdio'],
): Promise<LanguageClient> {
  const child = spawn(process.execPath, [SERVER, ...args], {cwd: folder, stdio: ['pipe', 'pipe', 'inherit']})
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  const published = new Map<string, PublishDiagnosticsParams>()
  const listeners = new Set<(params: PublishDiagnosticsParams) => void>()
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.set(params.uri, params)
    for (const listener of [...listeners]) listener(params)
  })
  connection.listen()
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{uri: pathToFileURL(folder).href, name: 'story'}],
    capabilities,
  })
  await connection.sendNotification(InitializedNotification.type, {})
  return {
    process: child,
    connection,
    initialized,
    open: (uri, languageId, text) => connection.sendNotification(DidOpenTextDocumentNotification.type, {textDocument: {uri, languageId, version: 1, text}}),
    change: (uri, version, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {textDocument: {uri, version}, contentChanges: [{text}]}),
    close: (uri) => connection.sendNotification(DidCloseTextDocumentNotification.type, {textDocument: {uri}}),
    diagnostics: (uri, isWanted = () => true) =>
      new Promise((resolve, reject) => {
        const last = published.get(uri)
        if (last && isWanted(last)) return resolve(last)
        const timer = setTimeout(() => {
          listeners.delete(listener)
          reject(new Error(`No such diagnostics of ${uri}; the last are ${JSON.stringify(published.get(uri))}`))
        }, PATIENCE)
        const listener = (params: PublishDiagnosticsParams) => {
          if (params.uri !== uri || !isWanted(params)) return
          clearTimeout(timer)
          listeners.delete(listener)
          resolve(params)
        }
        listeners.add(listener)
      }),
    stop: async () => {
      await connection.sendRequest(ShutdownRequest.type)
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      await connection.sendNotification(ExitNotification.type)
      return ended
    },
  }
}
