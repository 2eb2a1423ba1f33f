import {fileURLToPath} from 'node:url'
import {
  type CancellationToken,
  createConnection,
  LSPErrorCodes,
  MarkupKind,
  ProposedFeatures,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {completeWord} from './complete-word.js'
import {createAnalyser} from './create-analyser.js'
import {createProjects} from './create-projects.js'
import {createStories} from './create-stories.js'
import {describePlace} from './describe-place.js'
import {FIX_ALL, findCodeActions} from './find-code-actions.js'
import {storyOfDocument} from './story-of-document.js'
import {toDiagnostics, toFailure} from './to-diagnostics.js'

/** How an editor may say that it talks to the server; without one, by standard input and output. */
const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)\b/u

/** Rejects when the editor no longer wants the answer. */
const rejectWhenCancelled = (token: CancellationToken): Promise<never> =>
  new Promise((_, reject) => {
    token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')))
  })

/** Folder of a `file:` URI; undefined for others. */
function folderOf(uri: string | null | undefined): string | undefined {
  try {
    return fileURLToPath(uri as string)
  } catch {
    return undefined
  }
}

/**
 * Starts the language server: remarks and fixes of the proof-reader, hover, and completion for stories in Markdown, HTML and plain text. It runs until
 * the editor ends it.
 */
export function startLanguageServer(): void {
  if (!process.argv.some((word) => TRANSPORT.test(word))) process.argv.push('--stdio')
  const connection = createConnection(ProposedFeatures.all)
  const documents = new TextDocuments(TextDocument)
  let folder = process.cwd()
  let isPlain = false

  const analyser = createAnalyser(new URL('language-server-worker.js', import.meta.url))
  const projects = createProjects({
    note: (line) => connection.console.warn(line),
    onChange: () => {
      for (const document of documents.all()) stories.update(document, 0)
    },
  })
  const stories = createStories({
    projects,
    analyser,
    folder: () => folder,
    onAnalysed: ({document, version, analysis}) =>
      void connection.sendDiagnostics({uri: document.uri, version, diagnostics: toDiagnostics(analysis.remarks, document)}),
    onFailed: (document, version, reason) => void connection.sendDiagnostics({uri: document.uri, version, diagnostics: [toFailure(reason)]}),
  })

  connection.onInitialize(({workspaceFolders, rootUri, capabilities}) => {
    folder = folderOf(workspaceFolders?.[0]?.uri ?? rootUri) ?? folder
    isPlain = !(capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false)
    return {
      serverInfo: {name: 'xenogloss'},
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: {codeActionKinds: ['quickfix', FIX_ALL]},
        hoverProvider: true,
        completionProvider: {},
      },
    }
  })
  connection.onHover(async ({textDocument, position}, token) => {
    const story = await Promise.race([stories.current(textDocument.uri), rejectWhenCancelled(token)])
    return story && describePlace(story, story.document.offsetAt(position), isPlain)
  })
  connection.onCodeAction(async (params, token) => {
    const story = await Promise.race([stories.current(params.textDocument.uri), rejectWhenCancelled(token)])
    return story && findCodeActions(story, params)
  })
  connection.onCompletion(async ({textDocument: {uri}, position}) => {
    const document = documents.get(uri)
    const story = document && storyOfDocument(document)
    if (!document || !story) return null
    // If the configuration is invalid, the diagnostic of the document says so.
    const found = await projects.load(story.folder ?? folder).catch(() => undefined)
    return completeWord(document, position, found?.project.options.dictionaries ?? [], stories.last(uri))
  })
  connection.onShutdown(async () => {
    await Promise.all([analyser.close(), projects.close()])
  })

  documents.onDidChangeContent(({document}) => stories.update(document))
  documents.onDidClose(({document}) => {
    stories.close(document)
    void connection.sendDiagnostics({uri: document.uri, diagnostics: []})
  })
  documents.listen(connection)
  connection.listen()
}
