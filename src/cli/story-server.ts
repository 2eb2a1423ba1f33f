import {timingSafeEqual} from 'node:crypto'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {isCommandError} from './command-error.js'
import {MAX_BYTES} from './read-input.js'

/** The content served at one path. */
export interface ServedFile {
  readonly type: string
  readonly body: string | Uint8Array
  readonly status?: number
}

export interface StoryServer {
  readonly port: number
  /** Sends an event to all open pages, and to those opened later. */
  readonly broadcast: (event: 'version' | 'problem' | 'busy', data: string) => void
  readonly close: () => Promise<void>
}

/** The loopback address: other machines cannot connect. */
export const HOST = '127.0.0.1'

/** Maximum number of pages listening for events at once. */
const MAX_LISTENERS = 64

/** How many ports are tried if none is requested. */
const MAX_PORT_TRIES = 20

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

function sendFile(response: ServerResponse, {status = 200, type, body}: ServedFile, isHead: boolean): void {
  response.writeHead(status, {...HEADERS, 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': Buffer.byteLength(body)})
  response.end(isHead ? undefined : body)
}

const createErrorFile = (status: number, reason: string): ServedFile => ({type: 'text/plain', body: `${reason}\n`, status})

/** What pages may ask the server to do, by path, and what they must know for it. */
export interface ServerActions {
  /** Pages send it in the header `X-Xenogloss-Token`, which pages of other sites can neither know nor set without being asked first. */
  readonly token: string
  readonly byPath: ReadonlyMap<string, (body: Uint8Array) => Promise<ServedFile>>
}

/** Maximum size of the body of a request in bytes: that of a glossary, all of whose entries may be decided at once. */
const MAX_BODY = MAX_BYTES

/**
 * Returns an error for a request that did not come from a page of this server. `Host` reveals a foreign name that resolves to this machine
 * (DNS rebinding), and `Origin` a page of another site.
 */
function checkRequest({headers}: IncomingMessage, port: number): ServedFile | undefined {
  const hosts = [HOST, 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  if (!hosts.includes(headers.host?.toLowerCase() ?? '')) return createErrorFile(421, 'Invalid Host header: use localhost')
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`))
    return createErrorFile(403, 'Requests from other origins are not allowed')
  return undefined
}

/** Returns an error for an action that no page of this server asked for. */
function checkAction({headers}: IncomingMessage, token: string): ServedFile | undefined {
  const given = Buffer.from(String(headers['x-xenogloss-token'] ?? ''))
  const site = headers['sec-fetch-site']
  if (given.length !== token.length || !timingSafeEqual(given, Buffer.from(token)) || (site !== undefined && site !== 'same-origin'))
    return createErrorFile(403, 'Only pages of this server may do this: reload the page')
  return headers['content-type']?.split(';', 1)[0] === 'application/json' ? undefined : createErrorFile(415, 'Expected JSON')
}

/** Reads the body of a request; `undefined` if it is too large. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY) chunks.push(chunk)
  }
  return size <= MAX_BODY ? Buffer.concat(chunks) : undefined
}

/** Listens on the port; if it is in use and not fixed, on the next free one. */
function listen(server: Server, port: number, isFixedPort: boolean, tries = MAX_PORT_TRIES): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (isFixedPort || error.code !== 'EADDRINUSE' || tries <= 1) reject(error)
      else listen(server, port + 1, isFixedPort, tries - 1).then(resolve, reject)
    }
    server.once('error', onError)
    server.listen({port, host: HOST, exclusive: true}, () => {
      server.off('error', onError)
      resolve((server.address() as {port: number}).port)
    })
  })
}

/**
 * Serves a fixed set of paths to this machine only. A request path is looked up in `routes` as it is and never becomes a file path.
 *
 * @param routes create the content on request
 * @param actions what POST requests of its own pages do; without them only GET and HEAD are allowed
 * @param events path of the event stream for open pages (Server-Sent Events)
 * @throws the error of Node if the port is not available
 */
export async function startStoryServer(
  routes: ReadonlyMap<string, () => ServedFile | Promise<ServedFile>>,
  {
    port: firstPort,
    isFixedPort,
    events,
    actions,
  }: {readonly port: number; readonly isFixedPort: boolean; readonly events: string; readonly actions?: ServerActions},
): Promise<StoryServer> {
  let port = firstPort
  const listeners = new Set<ServerResponse>()
  const lastEvents = new Map<string, string>()
  const formatEvent = (event: string, data: string) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
  const addListener = (response: ServerResponse): void => {
    response.writeHead(200, {...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8'})
    response.write(`retry: 1000\n\n${Array.from(lastEvents, ([event, data]) => formatEvent(event, data)).join('')}`)
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }
  const act = async (request: IncomingMessage, response: ServerResponse, action: (body: Uint8Array) => Promise<ServedFile>, token: string): Promise<void> => {
    const error = checkAction(request, token)
    const body = await readBody(request)
    sendFile(response, error ?? (body ? await action(body) : createErrorFile(413, 'Too much at once')), false)
  }
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isHead = request.method === 'HEAD'
    const error = checkRequest(request, port)
    const path = (request.url ?? '').split('?', 1)[0] as string
    const action = request.method === 'POST' ? actions?.byPath.get(path) : undefined
    if (!error && actions && action) return act(request, response, action, actions.token)
    // Bodies of other requests are discarded.
    request.resume()
    if (error) return sendFile(response, error, isHead)
    if (request.method !== 'GET' && !isHead) return sendFile(response, createErrorFile(405, 'Only GET and HEAD are allowed'), false)
    if (path === events && !isHead && listeners.size < MAX_LISTENERS) return addListener(response)
    const createFile = path === events ? () => createErrorFile(503, 'Too many open pages') : routes.get(path)
    sendFile(response, createFile ? await createFile() : createErrorFile(404, 'Not found'), isHead)
  }
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      request.resume()
      if (response.headersSent) response.destroy()
      else sendFile(response, createErrorFile(500, isCommandError(error) ? error.message : 'The request failed'), false)
    })
  })
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  port = await listen(server, firstPort, isFixedPort)
  return {
    port,
    broadcast: (event, data) => {
      lastEvents.set(event, data)
      for (const listener of listeners) listener.write(formatEvent(event, data))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
