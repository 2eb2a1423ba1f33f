/** `npm run playground`: builds the playground and serves it to this machine only. */
import {readdirSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {extname, join} from 'node:path'
import {buildPlayground} from './build.js'

const PORT = Number(process.env.PORT ?? 4323)
const TYPES = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'}

const folder = await buildPlayground(undefined, {withWorkerInOne: false})
/** What is served: a request names one of these paths, or there is nothing. */
const files = new Map(
  readdirSync(folder, {recursive: true, withFileTypes: true}).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    return entry.isFile() ? [[path.slice(folder.length).replaceAll('\\', '/'), path]] : []
  }),
)
createServer(({url = '/'}, response) => {
  const path = url.split('?', 1)[0]
  const file = files.get(path === '/' ? '/index.html' : path)
  if (!file) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {'Content-Type': `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`, 'X-Content-Type-Options': 'nosniff'})
  response.end(readFileSync(file))
}).listen(PORT, '127.0.0.1', () => console.log(`The playground: http://127.0.0.1:${PORT}/ (press Ctrl-C to stop)`))
