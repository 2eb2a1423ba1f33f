/** What the worker thread of the language server runs: stories are analysed beside the server, which stays responsive whatever a story holds. */
import {type MessagePort, parentPort} from 'node:worker_threads'
import {loadStoryHosts} from '../annotate/load-story-hosts.js'
import {withLexicons} from '../annotate/resolve-options.js'
import type {Options} from '../annotate/types.js'
import type {HostTag} from '../hosts/recognize-host.js'
import {analyseDocument} from './analyse-document.js'
import type {StoryText, WorkerAnswer, WorkerRequest} from './types.js'

const port = parentPort as MessagePort

/** Options with indexed dictionaries, made for the first story of each project. */
const projects = new Map<string, {readonly options: () => Options; readonly host: HostTag | undefined}>()

async function analyse(project: string, {source, format, work}: StoryText) {
  const {options, host} = projects.get(project) ?? {options: () => ({}), host: undefined}
  return analyseDocument(source, {...options(), host: await loadStoryHosts(source, host), format, work})
}

port.on('message', async (request: WorkerRequest) => {
  if ('is' in request) {
    const {options, host} = request.is
    let indexed: Options | undefined
    projects.set(request.project, {options: () => (indexed ??= withLexicons(options as Options)), host})
    return
  }
  const answer = await analyse(request.project, request.story).then(
    (analysis): WorkerAnswer => ({id: request.id, analysis}),
    (error: unknown): WorkerAnswer => ({id: request.id, error: error instanceof Error ? error.message : String(error)}),
  )
  port.postMessage(answer)
})
