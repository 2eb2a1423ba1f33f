import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {isFailure} from './command-failure.js'

/** What is served under one path. */
export interface Served {
  readonly type: string
  readonly body: string | Uint8Array
  readonly status?: number
}

export interface StoryServer {
  readonly port: number
  /** Tells every page that is open, and those that will be. */
  readonly tell: (event: 'version' | 'problem', data: string) => void
  readonly close: () => Promise<void>
}

/** Nothing but this machine can reach it. */
export const ADDRESS = '127.0.0.1'

/** Pages that wait for news at once; a person has a handful. */
const MOST_LISTENERS = 64

/** How many ports are tried from the first, where none was asked for. */
const TRIES = 20

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

function answer(response: ServerResponse, {status = 200, type, body}: Served, isHead: boolean): void {
  response.writeHead(status, {...HEADERS, 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': Buffer.byteLength(body)})
  response.end(isHead ? undefined : body)
}

const refuse = (status: number, reason: string): Served => ({status, type: 'text/plain', body: `${reason}\n`})

/**
 * Why a request is not answered: only a page of ours, asked for by our own name, may read the story. A name that leads here from
 * elsewhere (DNS rebinding) and a page from elsewhere are told apart by `Host` and `Origin`.
 */
function objection({method, headers}: IncomingMessage, port: number): Served | undefined {
  const hosts = [ADDRESS, 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  if (!hosts.includes(headers.host?.toLowerCase() ?? '')) return refuse(421, 'This server knows no other name than localhost')
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`))
    return refuse(403, 'Pages from elsewhere may not read the story')
  return method === 'GET' || method === 'HEAD' ? undefined : refuse(405, 'Nothing can be sent here')
}

/** Listens on the port; on the next free one, where this one was not asked for. */
function listen(server: Server, port: number, isAsked: boolean, tries = TRIES): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (isAsked || error.code !== 'EADDRINUSE' || tries <= 1) reject(error)
      else listen(server, port + 1, isAsked, tries - 1).then(resolve, reject)
    }
    server.once('error', failed)
    server.listen({port, host: ADDRESS, exclusive: true}, () => {
      server.off('error', failed)
      resolve((server.address() as {port: number}).port)
    })
  })
}

/**
 * Serves a fixed set of paths, to this machine alone. What a request asks for is looked up as it stands, in `routes` and nowhere else: no
 * path of a request ever becomes a path of a file.
 *
 * @param routes made when they are asked for
 * @param events under which path pages wait for news (Server-Sent Events)
 * @throws what Node throws where the port cannot be had
 */
export async function serveStory(
  routes: ReadonlyMap<string, () => Served | Promise<Served>>,
  {port: first, isAsked, events}: {readonly port: number; readonly isAsked: boolean; readonly events: string},
): Promise<StoryServer> {
  let port = first
  const listeners = new Set<ServerResponse>()
  const last = new Map<string, string>()
  const message = (event: string, data: string) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
  const listenTo = (response: ServerResponse): void => {
    response.writeHead(200, {...HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8'})
    response.write(`retry: 1000\n\n${Array.from(last, ([event, data]) => message(event, data)).join('')}`)
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isHead = request.method === 'HEAD'
    const reason = objection(request, port)
    if (reason) return answer(response, reason, isHead)
    const path = (request.url ?? '').split('?', 1)[0] as string
    if (path === events && !isHead && listeners.size < MOST_LISTENERS) return listenTo(response)
    const make = path === events ? () => refuse(503, 'Too many pages are open') : routes.get(path)
    answer(response, make ? await make() : refuse(404, 'There is nothing here'), isHead)
  }
  const server = createServer((request, response) => {
    // A body is never read.
    request.resume()
    respond(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else answer(response, refuse(500, isFailure(error) ? error.message : 'The story could not be shown'), false)
    })
  })
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  port = await listen(server, first, isAsked)
  return {
    port,
    tell: (event, data) => {
      last.set(event, data)
      for (const listener of listeners) listener.write(message(event, data))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
