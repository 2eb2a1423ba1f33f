/** Serves the files of a folder, as any host would. */
import {readdirSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join, relative} from 'node:path'

const TYPES: Readonly<Record<string, string>> = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'}

export interface FolderServer {
  readonly address: string
  readonly close: () => void
}

/** @param at the path under which the folder is served: pages must not rely on being at the root */
export async function serveFolder(folder: string, at = '/some/where/'): Promise<FolderServer> {
  const files = new Map(
    readdirSync(folder, {recursive: true, withFileTypes: true}).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      return entry.isFile() ? [[at + relative(folder, path), path] as const] : []
    }),
  )
  const server = createServer(({url = '/'}, response) => {
    const path = url.split('?', 1)[0] as string
    const file = files.get(path === at ? `${at}index.html` : path)
    response.writeHead(file ? 200 : 404, {'content-type': `${TYPES[extname(file ?? '')] ?? 'application/octet-stream'}; charset=utf-8`})
    response.end(file && readFileSync(file))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${at}`, close: () => server.close()}
}
